// Where everything is, in pixels.
import type { ChartSpec, PairedBarsBody } from "../../spec";
import { SIZE } from "../../theme";
import type { Frame } from "../../frame";
import { lineHeight, measure } from "../../text";
import { pitch, thickness } from "../bars/plan";
import { makeHead } from "./head";
import type { Head } from "./head";
import { makePanel, widthWith } from "./panel";
import type { Panel } from "./panel";
import { pairNumbers } from "./rows";
import type { Row } from "./rows";

export interface Plan {
  head: Head;
  panels: [Panel, Panel];
  /** Right edge of the words after the right values; null where they have no room. */
  remarkRight: number | null;
  /** Names stand above their bars, where beside them they would leave too little room. */
  stacked: boolean;
  top: number;
  bottom: number;
  rowHeight: number;
  barHeight: number;
  /** From the top of a row to the middle of its name and of its bars. */
  nameAt: number;
  barAt: number;
}

type Rows = Pick<Plan, "rowHeight" | "barHeight" | "nameAt" | "barAt">;

const BESIDE_FROM = 500;
const LABEL_SHARE = 0.34;
const LABEL_GAP = 12;
const REMARK_SHARE = 0.14;
const NARROWEST_REMARK = 72;
const REMARK_GAP = 14;
/** Between the panels, with names beside the bars and above them. */
const PANEL_GAP = 28;
const STACKED_PANEL_GAP = 18;
const TICK_ROW = 22;
/** Bars shorter than this tell nothing: the words after the values give way. */
const SHORTEST_PLOT = 24;
const STACKED_BAR = 14;
const NAME_GAP = 4;
const STACKED_GAP = 12;

export function isStacked(frame: Frame): boolean {
  return frame.width < BESIDE_FROM;
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
  const plotTop = top + head.height + TICK_ROW;
  const sizes = stacked ? stackedRows(rows) : besideRows(rows);
  const bottom = plotTop + rows.length * sizes.rowHeight - (stacked ? STACKED_GAP - 4 : 0);
  return { head, panels, remarkRight, stacked, top: plotTop, bottom, ...sizes };
}

function mostLines(rows: Row[], of: "labelLines" | "remarkLines"): number {
  return Math.max(...rows.map((row) => row[of].length));
}

function besideRows(rows: Row[]): Rows {
  const rowHeight = pitch(rows.length, Math.max(mostLines(rows, "labelLines"), mostLines(rows, "remarkLines")));
  return { rowHeight, barHeight: thickness(rowHeight), nameAt: rowHeight / 2, barAt: rowHeight / 2 };
}

function stackedRows(rows: Row[]): Rows {
  const names = mostLines(rows, "labelLines") * lineHeight(SIZE.label);
  const bars = Math.max(STACKED_BAR, mostLines(rows, "remarkLines") * lineHeight(SIZE.label) - 2);
  return { rowHeight: names + NAME_GAP + bars + STACKED_GAP, barHeight: STACKED_BAR, nameAt: names / 2, barAt: names + NAME_GAP + bars / 2 };
}

/** Both panels have bars of the same length; what is written at their ends takes what it needs. */
function makePanels(spec: ChartSpec, body: PairedBarsBody, rows: Row[], stacked: boolean, frame: Frame): Pick<Plan, "panels" | "remarkRight"> {
  const from = stacked ? frame.left : frame.left + widest(rows, "labelLines") + LABEL_GAP;
  const gap = stacked ? STACKED_PANEL_GAP : PANEL_GAP;
  const remark = widest(rows, "remarkLines") + REMARK_GAP;
  const room = frame.right - from - gap;
  const withRemark = longest(rows, room - remark);
  const kept = remark > REMARK_GAP && withRemark >= SHORTEST_PLOT;
  const length = Math.max(SHORTEST_PLOT, kept ? withRemark : longest(rows, room));
  const leftEdge = from + widthWith(length, rows, "left");
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
function longest(rows: Row[], room: number): number {
  let length = Math.max(0, Math.floor(room / 2));
  while (length > 0 && widthWith(length, rows, "left") + widthWith(length, rows, "right") > room) length--;
  return length;
}
