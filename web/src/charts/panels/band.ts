// Intervals: a step for every year, since nothing is known between the years.
import { COLOUR, TREND } from "../../theme";
import { polygon, polyline } from "../../draw";
import type { Mark } from "../../draw";
import { isOpen } from "./cells";
import type { Panel } from "./plan";

/** An interval in its place; `high` is the top of the panel where there is no upper end. */
export interface Step {
  from: number;
  to: number;
  low: number;
  high: number;
}

/** What a break takes away from the steps on both sides. */
const BREAK_GAP = 2;
/** An interval shows, however narrow. */
const THINNEST = 1.5;
/** Between the upright strokes of an interval without an upper end. */
const STROKES_APART = 4;

export function bandMarks(panel: Panel): Mark[] {
  return [
    ...runs(panel, false).map((steps) => polygon([...upperEdge(steps), ...lowerEdge(steps).reverse()], TREND.band)),
    ...runs(panel, true).flatMap(openMarks),
  ];
}

/** Steps of one kind that touch each other. */
function runs(panel: Panel, open: boolean): Step[][] {
  const found: Step[][] = [];
  let before: number | null = null;
  panel.cell.points.forEach((point, index) => {
    if (!point || typeof point.lower !== "number" || isOpen(point) !== open) return;
    const touches = before === index - 1 && !panel.cell.breaks.includes(index);
    if (touches) found.at(-1)?.push(stepAt(panel, index));
    else found.push([stepAt(panel, index)]);
    before = index;
  });
  return found;
}

function stepAt({ cell, column, top, y }: Panel, index: number): Step {
  const point = cell.points[index];
  const low = y(point?.lower ?? 0);
  const high = typeof point?.upper === "number" ? Math.min(y(point.upper), low - THINNEST) : top;
  return {
    from: column.x(index - 0.5) + (cell.breaks.includes(index) ? BREAK_GAP : 0),
    to: column.x(index + 0.5) - (cell.breaks.includes(index + 1) ? BREAK_GAP : 0),
    low,
    high,
  };
}

function upperEdge(steps: Step[]): [number, number][] {
  return steps.flatMap(({ from, to, high }) => [[from, high], [to, high]] as [number, number][]);
}

function lowerEdge(steps: Step[]): [number, number][] {
  return steps.flatMap(({ from, to, low }) => [[from, low], [to, low]] as [number, number][]);
}

/** A firm lower edge, and a ground and upright strokes that fade towards the top. */
export function openMarks(steps: Step[]): Mark[] {
  const top = Math.min(...steps.map((step) => step.high));
  const bottom = Math.min(...steps.map((step) => step.low));
  const fade = (from: string) => ({ top, bottom, stops: [COLOUR.paper, from] as [string, string] });
  return [
    polygon([...upperEdge(steps), ...lowerEdge(steps).reverse()], fade(TREND.band)),
    polyline(comb(steps), fade(TREND.open), 0.9, true),
  ];
}

/** Along the lower edge, and up and down again at every stroke: one line instead of dozens. */
function comb(steps: Step[]): [number, number][] {
  return steps.flatMap(({ from, to, low, high }) => {
    const points: [number, number][] = [[from, low]];
    for (let x = Math.ceil(from / STROKES_APART) * STROKES_APART; x < to; x += STROKES_APART) points.push([x, low], [x, high], [x, low]);
    return [...points, [to, low] as [number, number]];
  });
}
