// Names at the line ends instead of a legend.
import { line, text } from "../../draw";
import type { Mark } from "../../draw";
import { END_GAP } from "./plan";
import type { Plan } from "./plan";
import { labelHeight } from "./tracks";
import type { Track } from "./tracks";

/** What a name may reach beyond the plot without meeting the years below it. */
const OVERHANG = 6;

/** Names moved apart where they would overlap, with a thin lead back to the line. */
export function endLabels(tracks: Track[], plan: Plan): Mark[] {
  const shown = tracks.filter((track) => track.last !== null).sort((a, b) => endY(a, plan) - endY(b, plan));
  const wanted = shown.map((track) => ({ y: endY(track, plan), height: labelHeight(track) }));
  const places = spread(wanted, plan.top - OVERHANG, plan.bottom + OVERHANG);
  return shown.flatMap((track, index) => endMark(track, places[index] ?? 0, plan));
}

function endY(track: Track, plan: Plan): number {
  return plan.y(track.last?.value ?? 0);
}

function endMark(track: Track, y: number, plan: Plan): Mark[] {
  const from = { x: plan.x(track.last?.index ?? 0), y: endY(track, plan) };
  const left = plan.right + END_GAP;
  const style = { weight: track.weight, fill: track.ink, vertical: "middle", leading: track.leading } as const;
  const label = text(track.labelLines.join("\n"), left, y, style);
  if (Math.abs(y - from.y) < 3 && left - from.x < 30) return [label];
  return [line(from.x + 6, from.y, left - 3, y, { stroke: track.ink, width: 0.75, dash: [2, 2] }), label];
}

/** Moves boxes, sorted by the middle they want, apart from each other and into [top, bottom] where they fit. */
export function spread(boxes: { y: number; height: number }[], top: number, bottom: number): number[] {
  const middles: number[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { y, height } of boxes) {
    const middle = Math.max(y, top + height / 2, free + height / 2);
    middles.push(middle);
    free = middle + height / 2;
  }
  let limit = Number.POSITIVE_INFINITY;
  for (let index = boxes.length - 1; index >= 0; index--) {
    const height = boxes[index]?.height ?? 0;
    const middle = Math.min(middles[index] ?? 0, bottom - height / 2, limit - height / 2);
    middles[index] = middle;
    limit = middle - height / 2;
  }
  return middles;
}
