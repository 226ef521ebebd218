// The line of a panel: cut where a year is missing or its series breaks, hollow where a value is flagged.
import { TREND } from "../../theme";
import { dot, line, polyline } from "../../draw";
import type { Mark } from "../../draw";
import type { Panel } from "./plan";

const WIDTH = 1.75;
const RADIUS = 2.75;
const SMALLEST_RADIUS = 1.5;
/** The share of a year's width that the radius of a dot may take. */
const RADIUS_SHARE = 0.3;

export function traceMarks(panel: Panel): Mark[] {
  const runs = runsOf(panel);
  const strokes = runs.filter((run) => run.length > 1).map((run) => polyline(run.map((index) => at(panel, index)), TREND.line, WIDTH));
  return [...strokes, ...runs.flatMap((run) => run.flatMap((index) => dotMarks(panel, index, run.length === 1)))];
}

/** Positions of values that hang together. */
function runsOf({ cell }: Panel): number[][] {
  const runs: number[][] = [];
  cell.points.forEach((point, index) => {
    if (typeof point?.value !== "number") return;
    const run = runs.at(-1);
    if (run?.at(-1) === index - 1 && !cell.breaks.includes(index)) run.push(index);
    else runs.push([index]);
  });
  return runs;
}

function at({ cell, column, y }: Panel, index: number): [number, number] {
  return [column.x(index), y(cell.points[index]?.value ?? 0)];
}

/** A dot where the reader needs one: a flagged value (hollow), a value alone between gaps, the last one. */
function dotMarks(panel: Panel, index: number, alone: boolean): Mark[] {
  const flagged = panel.cell.points[index]?.flagged ?? false;
  if (!flagged && !alone && panel.cell.last?.index !== index) return [];
  const radius = Math.max(SMALLEST_RADIUS, Math.min(RADIUS, panel.column.pitch * RADIUS_SHARE));
  return [dot(...at(panel, index), radius, TREND.line, flagged)];
}

/** A dashed rule between the last year of the old and the first of the new series. */
export function breakMarks({ cell, column, top, bottom }: Panel): Mark[] {
  return cell.breaks.map((index) => {
    const x = column.x(index - 0.5);
    return line(x, top - 2, x, bottom, { stroke: TREND.cut, dash: [3, 2], above: true });
  });
}
