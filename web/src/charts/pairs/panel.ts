// One of the two panels: its value axis from zero, and how wide it is with all that is written in it.
import { SIZE } from "../../theme";
import { tickLabel } from "../../format";
import type { NumberStyle } from "../../format";
import { innerTicks, linear } from "../../scale";
import { measure } from "../../text";
import { known } from "../values";
import type { Row, Side } from "./rows";

export const VALUE_GAP = 6;
const MOST_TICKS = 4;
const TICK_APART = 14;

interface Tick {
  value: number;
  label: string;
}

export interface Panel {
  side: Side;
  /** Where zero is. */
  left: number;
  /** Where the last text ends. */
  edge: number;
  ticks: Tick[];
  x: (value: number) => number;
}

/** The value at the end of the axis; where there is none, any will do. */
function largest(rows: Row[], side: Side): number {
  return Math.max(0, ...known(rows.map((row) => row[side]))) || 1;
}

/** The width of a panel by the length of its longest bar, up to the end of its values. */
export function widthsOf(rows: Row[], side: Side): (length: number) => number {
  const most = largest(rows, side);
  const texts = rows.map(({ [side]: cell }) => ({ value: cell.value ?? 0, width: VALUE_GAP + measure(cell.text, SIZE.label) }));
  return (length) => {
    const scale = linear(0, most, 0, length);
    return Math.ceil(Math.max(length, ...texts.map(({ value, width }) => scale(value) + width)));
  };
}

export function makePanel(side: Side, rows: Row[], style: NumberStyle, left: number, length: number, edge: number): Panel {
  const x = linear(0, largest(rows, side), left, left + length);
  return { side, left, edge, x, ticks: ticksFor(known(rows.map((row) => row[side])), style, x) };
}

/** As many ticks as have room for their labels; only zero where no bar needs a measure. */
function ticksFor(values: number[], style: NumberStyle, x: (value: number) => number): Tick[] {
  for (let wanted = MOST_TICKS; wanted > 0; wanted--) {
    const { ticks, decimals } = innerTicks(0, Math.max(0, ...values), wanted);
    if (ticks.length < 2) break;
    const labelled = ticks.map((value) => ({ value, label: tickLabel(value, { ...style, decimals }) }));
    if (apart(labelled, x)) return labelled;
  }
  return [{ value: 0, label: tickLabel(0, style) }];
}

function apart(ticks: Tick[], x: (value: number) => number): boolean {
  const widest = Math.max(...ticks.map((tick) => measure(tick.label, SIZE.tick)));
  return ticks.slice(1).every((tick, index) => x(tick.value) - x(ticks[index]?.value ?? 0) >= widest + TICK_APART);
}
