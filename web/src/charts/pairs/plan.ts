// Where everything is, in pixels.
import type { ChartSpec, PairedBarsBody } from "../../spec";
import { SIZE } from "../../theme";
import type { Frame } from "../../frame";
import { lineHeight, measure } from "../../text";
import { middlesOf, rowSizes } from "../bars/plan";
import { makeHead } from "./head";
import type { Head } from "./head";
import { makePanel, widthsOf } from "./panel";
import type { Panel } from "./panel";
import { pairNumbers } from "./rows";
import type { Row, Side } from "./rows";

export interface Plan {
  head: Head;
  panels: [Panel, Panel];
  /** Right edge of the words after the right values; null where they have no room. */
  remarkRight: number | null;
  /** Names stand above their bars, where beside them they would leave too little room. */
  stacked: boolean;
  top: number;
  bottom: number;
  barHeight: number;
  /** From row to row; on paper, where rows differ, on average. */
  pitch: number;
  /** The middle of each name and of its bars. */
  names: number[];
  bars: number[];
  /** From the tick labels' middle to the plot. */
  ticksAt: number;
}

/** `top` is where the first row begins. */
type Rows = (top: number) => Pick<Plan, "bottom" | "barHeight" | "pitch" | "names" | "bars">;

const BESIDE_FROM = 500;
const LABEL_SHARE = 0.34;
const LABEL_GAP = 12;
const REMARK_SHARE = 0.14;
const NARROWEST_REMARK = 72;
const REMARK_GAP = 14;
/** Between the panels, with names beside the bars and above them. */
const PANEL_GAP = 28;
const STACKED_PANEL_GAP = 18;
/** What tick labels take above the plot, and what they take of it up to their middle. */
const TICKS = { height: 22, at: 12 };
const BARE_TICKS = { height: 15, at: 8 };
/** Bars shorter than this tell nothing: the words after the values give way. */
const SHORTEST_PLOT = 24;
const BARE_SHORTEST_PLOT = 56;
const STACKED_BAR = 14;
const NAME_GAP = 4;
const STACKED_GAP = 12;

export function isStacked(frame: Frame): boolean {
  return !frame.bare && frame.width < BESIDE_FROM;
}

/** What names, and words after the right value, may take of the width before they wrap. */
export function textRoom(frame: Frame): { labels: number; remarks: number } {
  return {
    labels: isStacked(frame) ? frame.width : Math.floor(frame.width * LABEL_SHARE),
    remarks: Math.max(NARROWEST_REMARK, Math.floor(frame.width * REMARK_SHARE)),
  };
}

/** `top` is where the header ends. */
export function makePlan(spec: ChartSpec, body: PairedBarsBody, rows: Row[], top: number, frame: Frame): Plan {
  const stacked = isStacked(frame);
  const { panels, remarkRight } = makePanels(spec, body, rows, stacked, frame);
  const head = makeHead(spec, body, panels, frame);
  const ticks = frame.bare ? BARE_TICKS : TICKS;
  const plotTop = top + head.height + ticks.height;
  const placed = (stacked ? stackedRows(rows) : besideRows(rows, frame))(plotTop);
  return { head, panels, remarkRight, stacked, top: plotTop, ticksAt: ticks.at, ...placed };
}

function mostLines(rows: Row[], of: "labelLines" | "remarkLines"): number {
  return Math.max(...rows.map((row) => row[of].length));
}

function besideRows(rows: Row[], frame: Frame): Rows {
  const { heights, barHeight } = rowSizes(rows.map((row) => Math.max(row.labelLines.length, row.remarkLines.length)), frame);
  return (top) => {
    const middles = middlesOf(heights, top);
    const whole = heights.reduce((sum, height) => sum + height, 0);
    return { bottom: top + whole, barHeight, pitch: whole / rows.length, names: middles, bars: middles };
  };
}

function stackedRows(rows: Row[]): Rows {
  const names = mostLines(rows, "labelLines") * lineHeight(SIZE.label);
  const bars = Math.max(STACKED_BAR, mostLines(rows, "remarkLines") * lineHeight(SIZE.label) - 2);
  const pitch = names + NAME_GAP + bars + STACKED_GAP;
  return (top) => ({
    bottom: top + rows.length * pitch - (STACKED_GAP - 4),
    barHeight: STACKED_BAR,
    pitch,
    names: rows.map((_, index) => top + index * pitch + names / 2),
    bars: rows.map((_, index) => top + index * pitch + names + NAME_GAP + bars / 2),
  });
}

/** Both panels have bars of the same length; what is written at their ends takes what it needs. */
function makePanels(spec: ChartSpec, body: PairedBarsBody, rows: Row[], stacked: boolean, frame: Frame): Pick<Plan, "panels" | "remarkRight"> {
  const from = stacked ? frame.left : frame.left + widest(rows, "labelLines") + LABEL_GAP;
  const gap = stacked || frame.bare ? STACKED_PANEL_GAP : PANEL_GAP;
  const remark = widest(rows, "remarkLines") + REMARK_GAP;
  const room = frame.right - from - gap;
  const widths = { left: widthsOf(rows, "left"), right: widthsOf(rows, "right") };
  const withRemark = longest(widths, room - remark);
  const kept = remark > REMARK_GAP && withRemark >= (frame.bare ? BARE_SHORTEST_PLOT : SHORTEST_PLOT);
  const length = Math.max(SHORTEST_PLOT, kept ? withRemark : longest(widths, room));
  const leftEdge = from + widths.left(length);
  const numbers = pairNumbers(spec, body);
  const panels: [Panel, Panel] = [
    makePanel("left", rows, numbers.left, from, length, leftEdge),
    makePanel("right", rows, numbers.right, leftEdge + gap, length, frame.right),
  ];
  return { panels, remarkRight: kept ? frame.right : null };
}

function widest(rows: Row[], of: "labelLines" | "remarkLines"): number {
  return Math.ceil(Math.max(0, ...rows.flatMap((row) => row[of].map((part) => measure(part, SIZE.label)))));
}

/** The longest bars with which both panels fit. */
function longest(widths: Record<Side, (length: number) => number>, room: number): number {
  // The wider the bars the wider the panels: halving finds the same as counting down.
  let [fits, tooLong] = [0, Math.max(0, Math.floor(room / 2)) + 1];
  while (tooLong - fits > 1) {
    const length = Math.floor((fits + tooLong) / 2);
    if (widths.left(length) + widths.right(length) > room) tooLong = length;
    else fits = length;
  }
  return fits;
}
