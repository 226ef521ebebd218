// The panels with the words and rules around them.
import { COLOUR, SIZE } from "../../theme";
import { line, text } from "../../draw";
import type { Mark } from "../../draw";
import type { Frame } from "../../frame";
import { lineHeight } from "../../text";
import { words } from "../../words";
import { bandMarks } from "./band";
import type { Row } from "./cells";
import { END_GAP, TICK_GAP, labelledYears } from "./plan";
import type { Column, Panel, Plan } from "./plan";
import { breakMarks, traceMarks } from "./trace";

/** What the years take below the panels. */
export const YEAR_ROW = 24;
/** What a number may reach beyond its panel without meeting those of its neighbours. */
const OVERHANG = 7;

/** `top` is where the header ends. */
export function panelMarks(rows: Row[], plan: Plan, frame: Frame, top: number): Mark[] {
  return [
    ...plan.head.marks(top),
    ...rows.map((row, index) => text(row.labelLines.join("\n"), frame.left, plan.names[index] ?? 0, { vertical: "middle" })),
    ...plan.panels.flatMap(onePanel),
    ...plan.columns.flatMap((column) => yearMarks(column, plan.bottom)),
  ];
}

function onePanel(panel: Panel): Mark[] {
  if (panel.cell.points.every((point) => point === null)) return [...baseline(panel), noData(panel)];
  return [...gridMarks(panel), ...baseline(panel), ...bandMarks(panel), ...traceMarks(panel), ...breakMarks(panel), ...endMarks(panel)];
}

function noData({ cell, column, top, bottom }: Panel): Mark {
  const style = { size: SIZE.tick, fill: COLOUR.quiet, vertical: "middle" } as const;
  return text(words(cell.style.lang).noData, column.plotLeft + 4, (top + bottom) / 2, style);
}

function baseline({ column, bottom }: Panel): Mark[] {
  return [line(column.plotLeft, bottom, column.plotRight, bottom, { stroke: COLOUR.zero })];
}

/** Rules at the ticks and at the years that are named; words at zero and at the top only. */
function gridMarks({ cell, column, top, bottom, y }: Panel): Mark[] {
  const { axis } = cell;
  const style = { size: SIZE.tick, fill: COLOUR.quiet, align: "right", vertical: "middle" } as const;
  const rules = axis.ticks.filter((value) => value > 0).map((value) => {
    const at = Math.round(y(value)) + 0.5;
    return line(column.plotLeft, at, column.plotRight, at, { stroke: COLOUR.grid });
  });
  const years = labelledYears(column).map((index) => line(column.x(index), top, column.x(index), bottom, { stroke: COLOUR.grid }));
  const labels = [[axis.topLabel, top], [axis.zeroLabel, bottom]] as const;
  return [...rules, ...years, ...labels.map(([content, at]) => text(content, column.plotLeft - TICK_GAP, at, style))];
}

/** The last value at the height of its dot, with its year below where that is not the column's last. */
function endMarks({ cell, column, top, bottom, y }: Panel): Mark[] {
  if (cell.last === null) return [];
  const [value = "", year = ""] = cell.endLines;
  const [valueHeight, yearHeight] = [lineHeight(SIZE.label), year === "" ? 0 : lineHeight(SIZE.tick) - 2];
  const wanted = y(cell.last.value) - valueHeight / 2;
  const from = Math.max(top - OVERHANG, Math.min(wanted, bottom + OVERHANG - valueHeight - yearHeight));
  const left = column.plotRight + END_GAP;
  const number = text(value, left, from + valueHeight / 2, { weight: "regular", vertical: "middle" });
  if (year === "") return [number];
  return [number, text(year, left, from + valueHeight + yearHeight / 2, { size: SIZE.tick, fill: COLOUR.quiet, vertical: "middle" })];
}

function yearMarks(column: Column, bottom: number): Mark[] {
  return labelledYears(column).flatMap((index) => {
    const x = column.x(index);
    const style = { size: SIZE.tick, fill: COLOUR.quiet, align: "center" } as const;
    return [line(x, bottom, x, bottom + 4, { stroke: COLOUR.mark }), text(String(column.years.first + index), x, bottom + 7, style)];
  });
}
