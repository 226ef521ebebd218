// The rules and words around the lines.
import type { LinesBody } from "../../spec";
import { COLOUR, SIZE } from "../../theme";
import { line, text } from "../../draw";
import type { Mark } from "../../draw";
import { bandMarks } from "./breaks";
import { endLabels } from "./ends";
import { labelledYears } from "./plan";
import type { Plan } from "./plan";
import type { Track } from "./tracks";

export function lineMarks(body: LinesBody, tracks: Track[], plan: Plan): Mark[] {
  return [
    ...plan.ticks.flatMap((tick) => tickMarks(tick, plan)),
    ...labelledYears(plan).flatMap((index) => yearMarks(index, plan)),
    ...bandMarks(body, tracks, plan),
    ...endLabels(tracks, plan),
  ];
}

function tickMarks(tick: Plan["ticks"][number], plan: Plan): Mark[] {
  const zero = tick.value === 0;
  const y = Math.round(plan.y(tick.value)) + (zero ? 0 : 0.5);
  return [
    line(plan.left, y, plan.right, y, { stroke: zero ? COLOUR.zero : COLOUR.grid, width: zero ? 1.25 : 1 }),
    text(tick.label, plan.left - 8, y, { size: SIZE.tick, fill: COLOUR.quiet, align: "right", vertical: "middle" }),
  ];
}

function yearMarks(index: number, plan: Plan): Mark[] {
  const x = plan.x(index);
  return [
    line(x, plan.bottom, x, plan.bottom + 4, { stroke: COLOUR.mark }),
    text(String(plan.years.first + index), x, plan.bottom + 7, { size: SIZE.tick, fill: COLOUR.quiet, align: "center" }),
  ];
}
