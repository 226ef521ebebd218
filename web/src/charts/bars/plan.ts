// Where everything is, in pixels.
import type { ChartSpec } from "../../spec";
import { SIZE } from "../../theme";
import type { Frame } from "../../frame";
import { lineHeight, measure, tightHeight } from "../../text";
import { makeHead } from "./head";
import type { Head } from "./head";
import { barNumbers } from "./rows";
import type { BarBody, Row } from "./rows";
import { makeScale } from "./scale";
import type { Scale } from "./scale";

export interface Plan {
  head: Head;
  scale: Scale;
  /** Right edge of the rank numbers. */
  rankRight: number;
  labelLeft: number;
  top: number;
  bottom: number;
  /** The middle of each row. */
  middles: number[];
  barHeight: number;
  /** From the tick labels' middle to the plot. */
  ticksAt: number;
}

const RANK_GAP = 8;
const LABEL_GAP = 12;
/** What tick labels take above the plot, and what they take of it up to their middle. */
const TICKS = { height: 22, at: 12 };
const BARE_TICKS = { height: 15, at: 8 };
/** The share of the width that labels may take before they wrap. */
export const LABEL_SHARE = 0.38;
/** From this many bars on, rows are set closer. */
const MANY = 17;
const THICKEST_BAR = 20;
/** A row of one line on paper, and its bar. */
const BARE_ROW = 19;
const BARE_BAR = 12;

/** `top` is where the header ends. */
export function makePlan(spec: ChartSpec, body: BarBody, rows: Row[], top: number, frame: Frame): Plan {
  const rankWidth = Math.ceil(Math.max(0, ...rows.map((row) => measure(row.bar.rank ?? "", SIZE.label, row.weight))));
  const labelLeft = frame.left + (rankWidth > 0 ? rankWidth + RANK_GAP : 0);
  const scale = makeScale(body, rows, barNumbers(spec, body), labelLeft + labelWidth(rows) + LABEL_GAP, frame.right);
  const head = makeHead(spec, body, scale, frame);
  const ticks = frame.bare ? BARE_TICKS : TICKS;
  const plotTop = top + head.height + ticks.height;
  const { heights, barHeight } = rowSizes(rows.map((row) => Math.max(row.labelLines.length, row.textLines.length)), frame);
  return {
    head,
    scale,
    rankRight: frame.left + rankWidth,
    labelLeft,
    top: plotTop,
    bottom: plotTop + heights.reduce((sum, height) => sum + height, 0),
    middles: middlesOf(heights, plotTop),
    barHeight,
    ticksAt: ticks.at,
  };
}

function labelWidth(rows: Row[]): number {
  return Math.ceil(Math.max(...rows.flatMap((row) => row.labelLines.map((part) => measure(part, SIZE.label, row.weight)))));
}

/** Heights of rows by how many lines each has: all alike, or on paper each as low as it can be. */
export function rowSizes(lines: number[], { bare }: Frame): { heights: number[]; barHeight: number } {
  const uniform = pitch(lines.length, Math.max(...lines));
  if (!bare) return { heights: lines.map(() => uniform), barHeight: thickness(uniform) };
  return { heights: lines.map((count) => Math.max(BARE_ROW, count * tightHeight(SIZE.label) + 3)), barHeight: BARE_BAR };
}

/** The middles of rows that follow each other. */
export function middlesOf(heights: number[], top: number): number[] {
  let bottom = top;
  return heights.map((height) => {
    bottom += height;
    return bottom - height / 2;
  });
}

/** The height of a row among so many, whose label has so many lines. */
function pitch(count: number, lines: number): number {
  return Math.max(count < MANY ? 26 : 20, lines * lineHeight(SIZE.label) + 4);
}

function thickness(rowHeight: number): number {
  return Math.min(THICKEST_BAR, Math.round(rowHeight * 0.62));
}
