// The value axis: it ends where the values end, and leaves room for the text at the end of every bar.
import { SIZE } from "../../theme";
import { tickLabel } from "../../format";
import type { NumberStyle } from "../../format";
import { measure } from "../../text";
import { innerTicks, linear } from "../../scale";
import { known } from "../values";
import type { BarBody, Row } from "./rows";

export interface Scale {
  min: number;
  max: number;
  left: number;
  right: number;
  ticks: { value: number; label: string }[];
  x: (value: number) => number;
}

export const VALUE_GAP = 6;
/** Between a value and the words after it. */
export const TEXT_GAP = 9;
const NARROWEST_PLOT = 40;

const MOST_TICKS = 6;
const TICK_APART = 14;

type Extent = Pick<Scale, "min" | "max" | "ticks">;

/** As many ticks as have room for their labels. */
export function makeScale(body: BarBody, rows: Row[], style: NumberStyle, from: number, to: number): Scale {
  for (let wanted = MOST_TICKS; ; wanted--) {
    const extent = makeExtent(body, rows, style, wanted);
    const { left, right } = roomForText(rows, extent, from, to);
    const scale = { ...extent, left, right, x: linear(extent.min, extent.max, left, right) };
    if (wanted === 1) return { ...scale, ticks: scale.ticks.filter((tick) => tick.value === 0) };
    if (ticksFit(scale)) return scale;
  }
}

function ticksFit({ ticks, x }: Scale): boolean {
  const widest = Math.max(...ticks.map((tick) => measure(tick.label, SIZE.tick)));
  return ticks.slice(1).every((tick, index) => x(tick.value) - x(ticks[index]?.value ?? 0) >= widest + TICK_APART);
}

function makeExtent(body: BarBody, rows: Row[], style: NumberStyle, wanted: number): Extent {
  const values = known(rows);
  if (body.kind === "ranking" && body.reference) values.push(body.reference.value);
  let [min, max] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (min === max) [min, max] = [body.kind === "divergingBars" ? -1 : 0, 1];
  const { ticks, decimals } = innerTicks(min, max, wanted);
  return { min, max, ticks: ticks.map((value) => ({ value, label: tickLabel(value, { ...style, decimals }) })) };
}

/** Narrows the plot until everything fits; each turn takes away most of what is still too wide. */
function roomForText(rows: Row[], extent: Extent, from: number, to: number): { left: number; right: number } {
  let [left, right] = [from, to];
  for (let turn = 0; turn < 8; turn++) {
    const x = linear(extent.min, extent.max, left, right);
    const ends = [...rows.map((row) => reach(row, x)), ...extent.ticks.map((tick) => tickReach(tick, x))];
    left += Math.max(0, from - Math.min(...ends.map((span) => span.low)));
    right -= Math.max(0, Math.max(...ends.map((span) => span.high)) - to);
  }
  return { left: Math.round(left), right: Math.round(Math.max(right, left + NARROWEST_PLOT)) };
}

/** From the zero line to the far end of the text beside the bar. */
function reach(row: Row, x: (value: number) => number): { low: number; high: number } {
  const room = VALUE_GAP + measure(row.valueText, SIZE.label, row.weight) + textReach(row);
  const value = row.value ?? 0;
  return value < 0 ? { low: x(value) - room, high: x(0) } : { low: x(0), high: x(value) + room };
}

/** What the words after the value take. */
function textReach({ textLines }: Row): number {
  if (textLines.length === 0) return 0;
  return TEXT_GAP + Math.max(...textLines.map((part) => measure(part, SIZE.tick)));
}

/** Tick labels may stand above the names at the left, but not beyond the right edge. */
function tickReach(tick: { value: number; label: string }, x: (value: number) => number): { low: number; high: number } {
  return { low: x(tick.value), high: x(tick.value) + measure(tick.label, SIZE.tick) / 2 };
}
