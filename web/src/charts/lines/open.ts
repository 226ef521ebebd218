// Years whose data are not complete yet: shaded, with dashed lines and a few words above.
import type { LinesBody } from "../../spec";
import { COLOUR, SIZE } from "../../theme";
import { rect, text } from "../../draw";
import type { Mark } from "../../draw";
import { fit, measure } from "../../text";
import type { Label } from "./breaks";
import type { Plan } from "./plan";
import type { Years } from "./tracks";

/** Between the edge of the shade and the words. */
const GAP = 5;

/** The position of the first such year; beyond all years where the data are complete. */
export function openIndex(body: LinesBody, years: Years): number {
  return typeof body.openFrom === "number" ? body.openFrom - years.first : years.count;
}

/** Where the shade begins, midway between two years as breaks are; the end of the plot where there is none. */
export function openEdge(body: LinesBody, plan: Plan): number {
  const index = openIndex(body, plan.years);
  if (index <= 0) return plan.left;
  return index < plan.years.count ? plan.x(index - 0.5) : plan.right;
}

/** The words begin where the shade does; where they do not fit they end where it ends. */
export function openLabel(body: LinesBody, plan: Plan): Label[] {
  if (typeof body.openFrom !== "number") return [];
  const content = fit(body.openLabel ?? "", plan.right - plan.left, SIZE.tick);
  const wide = measure(content, SIZE.tick);
  const left = Math.min(openEdge(body, plan) + GAP, plan.right - wide);
  return [{ content, left, right: left + wide }];
}

/** `top` is where the row of the words begins. */
export function openMarks(body: LinesBody, label: Label, top: number, plan: Plan): Mark[] {
  const from = openEdge(body, plan);
  return [
    rect(from, top - 3, plan.right - from, plan.bottom - top + 3, { fill: COLOUR.shade, ground: true }),
    text(label.content, label.left, top - 3, { size: SIZE.tick, fill: COLOUR.quiet }),
  ];
}
