// Where everything is, in pixels.
import type { ChartSpec } from "../../spec";
import { SIZE } from "../../theme";
import type { Frame } from "../../frame";
import { lineHeight, measure } from "../../text";
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
  rowHeight: number;
  barHeight: number;
}

const RANK_GAP = 8;
const LABEL_GAP = 12;
const TICK_ROW = 22;
/** The share of the width that labels may take before they wrap. */
export const LABEL_SHARE = 0.38;
/** From this many bars on, rows are set closer. */
const MANY = 17;
const THICKEST_BAR = 20;

/** `top` is where the header ends. */
export function makePlan(spec: ChartSpec, body: BarBody, rows: Row[], top: number, frame: Frame): Plan {
  const rankWidth = Math.ceil(Math.max(0, ...rows.map((row) => measure(row.bar.rank ?? "", SIZE.label, row.weight))));
  const labelLeft = frame.left + (rankWidth > 0 ? rankWidth + RANK_GAP : 0);
  const scale = makeScale(body, rows, barNumbers(spec, body), labelLeft + labelWidth(rows) + LABEL_GAP, frame.right);
  const head = makeHead(spec, body, scale, frame);
  const plotTop = top + head.height + TICK_ROW;
  const rowHeight = pitch(rows.length, Math.max(...rows.map((row) => Math.max(row.labelLines.length, row.textLines.length))));
  return {
    head,
    scale,
    rankRight: frame.left + rankWidth,
    labelLeft,
    top: plotTop,
    bottom: plotTop + rows.length * rowHeight,
    rowHeight,
    barHeight: thickness(rowHeight),
  };
}

function labelWidth(rows: Row[]): number {
  return Math.ceil(Math.max(...rows.flatMap((row) => row.labelLines.map((part) => measure(part, SIZE.label, row.weight)))));
}

/** The height of a row among so many, whose label has so many lines. */
export function pitch(count: number, lines: number): number {
  return Math.max(count < MANY ? 26 : 20, lines * lineHeight(SIZE.label) + 4);
}

export function thickness(rowHeight: number): number {
  return Math.min(THICKEST_BAR, Math.round(rowHeight * 0.62));
}
