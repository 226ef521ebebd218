// Where everything is, in pixels.
import type { LinesBody } from "../../spec";
import { SIZE } from "../../theme";
import { tickLabel } from "../../format";
import type { NumberStyle } from "../../format";
import type { Frame } from "../../frame";
import { measure } from "../../text";
import { linear, niceTicks, tickValues } from "../../scale";
import { allValues, labelHeight } from "./tracks";
import type { Track, Years } from "./tracks";

export interface Plan {
  years: Years;
  left: number;
  right: number;
  top: number;
  bottom: number;
  min: number;
  max: number;
  ticks: { value: number; label: string }[];
  /** By position of the year, from 0. */
  x: (index: number) => number;
  y: (value: number) => number;
}

/** Between the last year and the names. */
export const END_GAP = 10;
/** The height of a plot on paper. */
const BARE_HEIGHT = 200;

export function makePlan(body: LinesBody, tracks: Track[], style: NumberStyle, years: Years, top: number, frame: Frame): Plan {
  const axis = lineTicks(body);
  const ticks = tickValues(axis).map((value) => ({ value, label: tickLabel(value, { ...style, decimals: axis.decimals }) }));
  const left = Math.round(frame.left + Math.max(...ticks.map((tick) => measure(tick.label, SIZE.tick))) + 10);
  const right = Math.round(frame.right - Math.max(...tracks.map((track) => track.labelWidth)) - END_GAP - 4);
  const names = tracks.reduce((sum, track) => sum + labelHeight(track), 0);
  const bottom = Math.round(top + Math.max(names, frame.bare ? BARE_HEIGHT : Math.min(340, Math.max(200, frame.width * 0.45))));
  const x = years.count === 1 ? () => (left + right) / 2 : linear(0, years.count - 1, left + 6, right - 2);
  return { years, left, right, top, bottom, min: axis.min, max: axis.max, ticks, x, y: linear(axis.min, axis.max, bottom, top) };
}

function lineTicks(body: LinesBody): ReturnType<typeof niceTicks> {
  const values = allValues(body);
  if (values.length === 0) return niceTicks(0, 1, 2);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return body.fromZero ? niceTicks(Math.min(0, low), Math.max(0, high), 5) : niceTicks(low, high, 5);
}

/** Every year, or round years with the first and last where they do not crowd their neighbours. */
export function labelledYears(plan: Plan): number[] {
  const { first, count } = plan.years;
  const room = measure("2020", SIZE.tick) + 10;
  const pitch = count > 1 ? plan.x(1) - plan.x(0) : room;
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => candidate * pitch >= room) ?? 100;
  const anchor = step <= 2 ? first + count - 1 : 0;
  const chosen = Array.from({ length: count }, (_, index) => index).filter((index) => (anchor - first - index) % step === 0);
  for (const edge of [0, count - 1]) {
    if (chosen.every((index) => Math.abs(index - edge) * pitch >= room)) chosen.push(edge);
  }
  return chosen.sort((a, b) => a - b);
}
