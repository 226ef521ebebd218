// What a reader learns at one year of one panel.
import type { ChartSpec, PanelPoint, TrendPanelsBody } from "../../spec";
import { formatNumber } from "../../format";
import type { NumberStyle } from "../../format";
import { valueLines } from "../../reading";
import type { Reading, ReadingLine } from "../../reading";
import { words } from "../../words";
import { isOpen } from "./cells";
import type { Panel } from "./plan";

/** A reading with the area that answers to the pointer. */
export interface Area {
  reading: Reading;
  width: number;
  height: number;
}

/** One for every year; one for a whole panel without data. */
export function areas(spec: ChartSpec, body: TrendPanelsBody, panel: Panel): Area[] {
  const { cell, column, row, top, bottom } = panel;
  const [height, y] = [bottom - top, (top + bottom) / 2];
  if (cell.points.every((point) => point === null)) {
    const lines = [{ text: `${heading(spec, body, panel, false)}: ${words(spec.lang).noData}` }];
    const at = { x: (column.plotLeft + column.plotRight) / 2, y };
    return [{ reading: { title: row.row.label, lines, at }, width: column.plotRight - column.plotLeft, height }];
  }
  return cell.points.map((point, index) => {
    const title = `${row.row.label}, ${column.years.first + index}`;
    return { reading: { title, lines: yearLines(spec, body, panel, point, index), at: { x: column.x(index), y } }, width: column.pitch, height };
  });
}

function yearLines(spec: ChartSpec, body: TrendPanelsBody, panel: Panel, point: PanelPoint | null, index: number): ReadingLine[] {
  const cut = panel.cell.breaks.includes(index) ? [{ text: body.legend.broken }] : [];
  const given = panel.cell.tooltips[index];
  if (given) return [...valueLines(given, "", ""), ...cut];
  const { style } = panel.cell;
  const value = typeof point?.value === "number" ? formatNumber(point.value, style) : null;
  const band = point ? interval(body, point, style) : null;
  const first = value ?? (band === null ? words(spec.lang).noData : null);
  const head = heading(spec, body, panel, value !== null || band !== null);
  const lines = first === null ? [head] : [`${head}: ${first}`];
  return [...[...lines, ...(band === null ? [] : [band])].map((text) => ({ text })), ...cut];
}

function heading(spec: ChartSpec, body: TrendPanelsBody, { column }: Panel, measured: boolean): string {
  const [label, own] = column.side === "left" ? [body.leftLabel, body.leftUnit] : [body.rightLabel, body.rightUnit];
  const unit = own || spec.unit;
  return measured && unit ? `${label} (${unit})` : label;
}

function interval(body: TrendPanelsBody, point: PanelPoint, style: NumberStyle): string | null {
  if (typeof point.lower !== "number") return null;
  const lower = formatNumber(point.lower, style);
  if (isOpen(point)) return `${body.legend.openInterval}: ≥ ${lower}`;
  return `${body.legend.interval}: ${lower}–${formatNumber(point.upper ?? 0, style)}`;
}
