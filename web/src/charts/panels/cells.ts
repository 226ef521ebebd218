// What is written and drawn for each panel, before anything has a place.
import type { ChartSpec, PanelPoint, PanelRow, TrendPanelsBody } from "../../spec";
import { SIZE } from "../../theme";
import { decimalsFor, formatNumber, tickLabel } from "../../format";
import type { NumberStyle } from "../../format";
import { niceTicks, tickValues } from "../../scale";
import { wrapEvenly } from "../../text";
import { known } from "../values";

export const SIDES = ["left", "right"] as const;
export type Side = (typeof SIDES)[number];

export interface Years {
  first: number;
  count: number;
}

/** The value axis of one panel, from zero. */
export interface Axis {
  max: number;
  ticks: number[];
  /** Words at the top; empty where no number is known but zero. */
  topLabel: string;
  zeroLabel: string;
}

export interface Cell {
  /** One point a year, null where nothing is known. */
  points: (PanelPoint | null)[];
  /** Given words for the years, also where nothing else is known. */
  tooltips: (string | null)[];
  /** Positions of the first years of new series. */
  breaks: number[];
  style: NumberStyle;
  axis: Axis;
  last: { index: number; value: number } | null;
  /** The last value, and its year where later ones have none. */
  endLines: string[];
}

export interface Row {
  row: PanelRow;
  labelLines: string[];
  cells: Record<Side, Cell>;
}

/** What the axis reaches beyond the lower end of an interval that has no upper one. */
const OPEN_ROOM = 1.4;
/** About so many steps on an axis; only zero and the top are labelled. */
const STEPS = 3;

export function yearsOf(body: TrendPanelsBody): Record<Side, Years> {
  const own = { left: yearsIn(body.rows.map((row) => row.left)), right: yearsIn(body.rows.map((row) => row.right)) };
  const any = own.left ?? own.right ?? { first: 0, count: 1 };
  return { left: own.left ?? any, right: own.right ?? any };
}

function yearsIn(panels: PanelPoint[][]): Years | null {
  const years = panels.flatMap((points) => points.map((point) => point.year));
  if (years.length === 0) return null;
  const first = Math.min(...years);
  return { first, count: Math.max(...years) - first + 1 };
}

/** `room` is the width that names may take before they wrap. */
export function toRows(spec: ChartSpec, body: TrendPanelsBody, years: Record<Side, Years>, room: number): Row[] {
  return body.rows.map((row) => ({
    row,
    labelLines: wrapEvenly(row.label, room, SIZE.label),
    cells: {
      left: toCell(spec, row.left, row.leftBreaks, years.left),
      right: toCell(spec, row.right, row.rightBreaks, years.right),
    },
  }));
}

function toCell(spec: ChartSpec, given: PanelPoint[], breaks: number[], years: Years): Cell {
  const points = Array.from({ length: years.count }, (_, index) => pointAt(given, years.first + index));
  const numbers = points.flatMap((point) => (point ? numbersOf(point) : []));
  const style = { lang: spec.lang, decimals: decimalsFor(spec.decimals, numbers), signed: false };
  const last = lastValue(points);
  return {
    points,
    tooltips: points.map((_, index) => given.find((point) => point.year === years.first + index)?.tooltip || null),
    // Where there is nothing there is nothing to break.
    breaks: points.every((point) => point === null) ? [] : breaks.map((year) => year - years.first),
    style,
    axis: makeAxis(points, style),
    last,
    endLines: endLines(last, style, years),
  };
}

function pointAt(points: PanelPoint[], year: number): PanelPoint | null {
  const point = points.find((candidate) => candidate.year === year);
  return point && numbersOf(point).length > 0 ? point : null;
}

function numbersOf(point: PanelPoint): number[] {
  return known([point.value, point.lower, point.upper].map((value) => ({ value })));
}

/** An interval whose upper end is not known. */
export function isOpen(point: PanelPoint): boolean {
  return typeof point.lower === "number" && typeof point.upper !== "number";
}

/** Subjects differ by orders of magnitude: each panel has its own axis, and shows its own course. */
function makeAxis(points: (PanelPoint | null)[], style: NumberStyle): Axis {
  const ends = points.flatMap((point) => (point ? [...numbersOf(point), ...(isOpen(point) ? [(point.lower ?? 0) * OPEN_ROOM] : [])] : []));
  const high = Math.max(0, ...ends);
  if (high === 0) return { max: 1, ticks: [0], topLabel: "", zeroLabel: ends.length > 0 ? "0" : "" };
  const nice = niceTicks(0, high, STEPS);
  const topLabel = tickLabel(nice.max, { ...style, decimals: nice.decimals });
  return { max: nice.max, ticks: tickValues(nice), topLabel, zeroLabel: "0" };
}

function lastValue(points: (PanelPoint | null)[]): Cell["last"] {
  for (let index = points.length - 1; index >= 0; index--) {
    const value = points[index]?.value;
    if (typeof value === "number") return { index, value };
  }
  return null;
}

function endLines(last: Cell["last"], style: NumberStyle, years: Years): string[] {
  if (last === null) return [];
  const value = formatNumber(last.value, style);
  return last.index === years.count - 1 ? [value] : [value, String(years.first + last.index)];
}
