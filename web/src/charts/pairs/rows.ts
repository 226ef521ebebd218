// What is written and drawn for each pair, before anything has a place.
import type { ChartSpec, Maybe, PairedBar, PairedBarsBody } from "../../spec";
import { SIZE } from "../../theme";
import { decimalsFor, formatNumber, raised } from "../../format";
import type { NumberStyle } from "../../format";
import { wrapEvenly } from "../../text";
import { words } from "../../words";
import { descending, known } from "../values";

/** One value of a pair. */
export interface Cell {
  value: number | null;
  text: string;
  flagged: boolean;
}

export interface Row {
  bar: PairedBar;
  labelLines: string[];
  left: Cell;
  right: Cell;
  /** What stands after the right value. */
  remarkLines: string[];
}

export type Side = "left" | "right";
export type Numbers = Record<Side, NumberStyle>;

/** `room` is the width that names, and that words after the right value, may take before they wrap. */
export function toRows(spec: ChartSpec, body: PairedBarsBody, room: { labels: number; remarks: number }): Row[] {
  const numbers = pairNumbers(spec, body);
  return ordered(body).map((bar) => ({
    bar,
    // The marker stays with the last word of the name.
    labelLines: wrapEvenly(bar.label + raised(bar.note).trim(), room.labels, SIZE.label),
    left: cell(bar.left, bar.leftFlagged, numbers.left),
    right: cell(bar.right, bar.rightFlagged, numbers.right),
    remarkLines: wrapEvenly(bar.rightText ?? "", room.remarks, SIZE.label),
  }));
}

/** Within a panel all numbers have the same decimals; the two panels differ where their values do. */
export function pairNumbers(spec: ChartSpec, body: PairedBarsBody): Numbers {
  const style = (side: Side) => {
    const values = known(body.bars.map((bar) => ({ value: bar[side] })));
    return { lang: spec.lang, decimals: decimalsFor(spec.decimals, values), signed: false };
  };
  return { left: style("left"), right: style("right") };
}

function ordered(body: PairedBarsBody): PairedBar[] {
  if (body.order === "asGiven") return body.bars;
  return descending(body.bars.map((bar) => ({ value: bar.right, bar }))).map(({ bar }) => bar);
}

function cell(given: Maybe<number>, flagged: boolean, style: NumberStyle): Cell {
  const value = given ?? null;
  return { value, flagged, text: value === null ? words(style.lang).noData : formatNumber(value, style) };
}
