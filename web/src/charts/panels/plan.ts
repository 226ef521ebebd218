// Where everything is, in pixels.
import type { ChartSpec, TrendPanelsBody } from "../../spec";
import { SIZE } from "../../theme";
import type { Frame } from "../../frame";
import { linear } from "../../scale";
import { lineHeight, measure } from "../../text";
import { makeHead } from "../pairs/head";
import type { Head } from "../pairs/head";
import { SIDES } from "./cells";
import type { Cell, Row, Side, Years } from "./cells";

/** One column of panels. */
export interface Column {
  side: Side;
  years: Years;
  /** Where its heading begins. */
  left: number;
  plotLeft: number;
  plotRight: number;
  /** Where the last values end. */
  edge: number;
  /** The middle of a year, by its position from 0. */
  x: (index: number) => number;
  /** The width of a year. */
  pitch: number;
}

/** One panel in its place. */
export interface Panel {
  row: Row;
  cell: Cell;
  column: Column;
  top: number;
  bottom: number;
  y: (value: number) => number;
}

export interface Plan {
  head: Head;
  columns: [Column, Column];
  panels: Panel[];
  /** Names stand above their panels, where beside them they would leave too little room. */
  stacked: boolean;
  /** The middle of each row's name. */
  names: number[];
  /** Where the last row of panels ends. */
  bottom: number;
}

interface Sizes {
  rowHeight: number;
  panelHeight: number;
  /** From the top of a row to the middle of its name and to the top of its panels. */
  nameAt: number;
  panelAt: number;
}

const BESIDE_FROM = 540;
const LABEL_SHARE = 0.24;
const LABEL_GAP = 14;
const COLUMN_GAP = 26;
const STACKED_COLUMN_GAP = 14;
export const TICK_GAP = 5;
export const END_GAP = 7;
const NARROWEST_PLOT = 24;
const PANEL_APART = 18;
const NAME_GAP = 9;
/** Between the headings and the first name where names stand above their panels. */
const HEAD_GAP = 8;
/** Panels are lower among many rows, so that ten of them fit on a page. */
const HEIGHTS = [{ rows: 6, height: 68 }, { rows: 8, height: 58 }];
const LOWEST = 48;
/** On paper panels are as low as their course can still be read. */
const BARE_HEIGHTS = [{ rows: 8, height: 42 }];
const BARE_LOWEST = 32;
const BARE_PANEL_APART = 11;

export function isStacked(frame: Frame): boolean {
  return frame.width < BESIDE_FROM;
}

/** What names may take of the width before they wrap. */
export function nameRoom(frame: Frame): number {
  return isStacked(frame) ? frame.width : Math.floor(frame.width * LABEL_SHARE);
}

/** `top` is where the header ends. */
export function makePlan(spec: ChartSpec, body: TrendPanelsBody, rows: Row[], years: Record<Side, Years>, top: number, frame: Frame): Plan {
  const stacked = isStacked(frame);
  const columns = makeColumns(rows, years, stacked, frame);
  const spans = columns.map(({ left, plotLeft, edge }) => ({ left: stacked ? left : plotLeft, edge })) as [Column, Column];
  const head = makeHead(spec, body, spans, frame);
  const sizes = stacked ? stackedSizes(rows, frame.bare) : besideSizes(rows, frame.bare);
  const rowsTop = top + head.height + (stacked ? HEAD_GAP : 0);
  const rowTop = (index: number) => rowsTop + index * sizes.rowHeight;
  const panels = rows.flatMap((row, index) => columns.map((column) => makePanel(row, column, rowTop(index) + sizes.panelAt, sizes.panelHeight)));
  const bottom = Math.max(...panels.map((panel) => panel.bottom));
  return { head, columns, panels, stacked, bottom, names: rows.map((_, index) => rowTop(index) + sizes.nameAt) };
}

function makePanel(row: Row, column: Column, top: number, height: number): Panel {
  const cell = row.cells[column.side];
  const [high, low] = [Math.round(top), Math.round(top + height)];
  return { row, cell, column, top: high, bottom: low, y: linear(0, cell.axis.max, low, high) };
}

function heightAmong(count: number, bare: boolean): number {
  const [heights, lowest] = bare ? [BARE_HEIGHTS, BARE_LOWEST] : [HEIGHTS, LOWEST];
  return heights.find(({ rows }) => count <= rows)?.height ?? lowest;
}

function besideSizes(rows: Row[], bare: boolean): Sizes {
  const panelHeight = heightAmong(rows.length, bare);
  const rowHeight = Math.max(panelHeight + (bare ? BARE_PANEL_APART : PANEL_APART), mostLines(rows) * lineHeight(SIZE.label) + 6);
  return { rowHeight, panelHeight, nameAt: rowHeight / 2, panelAt: (rowHeight - panelHeight) / 2 };
}

function stackedSizes(rows: Row[], bare: boolean): Sizes {
  const panelHeight = heightAmong(rows.length, bare);
  const names = mostLines(rows) * lineHeight(SIZE.label);
  return { rowHeight: names + NAME_GAP + panelHeight + PANEL_APART, panelHeight, nameAt: names / 2, panelAt: names + NAME_GAP };
}

function mostLines(rows: Row[]): number {
  return Math.max(...rows.map((row) => row.labelLines.length));
}

/** Both columns have plots of the same width; what is written around them takes what it needs. */
function makeColumns(rows: Row[], years: Record<Side, Years>, stacked: boolean, frame: Frame): [Column, Column] {
  const widest = (texts: string[], size: number) => Math.ceil(Math.max(0, ...texts.map((part) => measure(part, size))));
  const names = widest(rows.flatMap((row) => row.labelLines), SIZE.label);
  const from = stacked ? frame.left : frame.left + names + LABEL_GAP;
  const gap = stacked ? STACKED_COLUMN_GAP : COLUMN_GAP;
  const ticks = (side: Side) => widest(rows.flatMap(({ cells }) => [cells[side].axis.topLabel, cells[side].axis.zeroLabel]), SIZE.tick) + TICK_GAP;
  const ends = (side: Side) => widest(rows.flatMap(({ cells }) => cells[side].endLines), SIZE.label) + END_GAP;
  const around = SIDES.reduce((sum, side) => sum + ticks(side) + ends(side), gap);
  const plot = Math.max(NARROWEST_PLOT, Math.floor((frame.right - from - around) / 2));
  const left = makeColumn("left", years.left, from, ticks("left"), plot, ends("left"));
  return [left, makeColumn("right", years.right, left.edge + gap, ticks("right"), plot, ends("right"))];
}

/** Every year has a width of its own, as wide as a band drawn in it. */
function makeColumn(side: Side, years: Years, left: number, ticks: number, plot: number, ends: number): Column {
  const plotLeft = left + ticks;
  const plotRight = plotLeft + plot;
  const pitch = plot / years.count;
  return { side, years, left, plotLeft, plotRight, edge: plotRight + ends, pitch, x: (index) => plotLeft + (index + 0.5) * pitch };
}

/** First and last year, and the round years between them that do not crowd. */
export function labelledYears({ years, pitch }: Column): number[] {
  const room = measure("2020", SIZE.tick) + 8;
  const last = years.count - 1;
  const chosen = last * pitch >= room ? [0, last] : [last];
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => candidate * pitch >= room) ?? 100;
  for (let index = 1; index < last; index++) {
    const apart = chosen.every((other) => Math.abs(other - index) * pitch >= room);
    if ((years.first + index) % step === 0 && apart) chosen.push(index);
  }
  return chosen.sort((a, b) => a - b);
}
