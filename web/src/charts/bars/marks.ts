// The words and rules around the bars.
import { COLOUR, SIZE } from "../../theme";
import { bar, line, text } from "../../draw";
import type { Mark } from "../../draw";
import { measure, tightHeight } from "../../text";
import type { BarBody, Row } from "./rows";
import type { Plan } from "./plan";
import { TEXT_GAP, VALUE_GAP } from "./scale";

/** `top` is where the header ends. */
export function barMarks(body: BarBody, rows: Row[], plan: Plan, top: number, tight: boolean): Mark[] {
  return [
    ...plan.head.marks(top),
    ...plan.scale.ticks.flatMap((tick) => tickMarks(tick, plan)),
    ...referenceRule(body, plan),
    ...rows.flatMap((row, index) => rowMarks(row, plan, plan.middles[index] ?? 0, tight)),
  ];
}

/** The bars, for a picture that ECharts does not draw. */
export function barShapes(rows: Row[], plan: Plan): Mark[] {
  const zero = plan.scale.x(0);
  return rows.flatMap((row, index) => {
    if (row.value === null) return [];
    const top = (plan.middles[index] ?? 0) - plan.barHeight / 2;
    const [fill, outline] = row.bar.flagged ? [COLOUR.paper, row.outline] : [row.colour];
    return [bar(zero, top, plan.scale.x(row.value) - zero, plan.barHeight, fill, outline)];
  });
}

function tickMarks(tick: { value: number; label: string }, plan: Plan): Mark[] {
  const zero = tick.value === 0;
  const at = plan.scale.x(tick.value);
  const x = Math.round(at) + (zero ? 0 : 0.5);
  return [
    line(x, plan.top, x, plan.bottom, zero ? { stroke: COLOUR.zero, width: 1.5, above: true } : { stroke: COLOUR.grid }),
    text(tick.label, at, plan.top - plan.ticksAt, { size: SIZE.tick, fill: COLOUR.quiet, align: "center", vertical: "middle" }),
  ];
}

/** A dashed line for an average or a total. */
function referenceRule(body: BarBody, plan: Plan): Mark[] {
  if (body.kind !== "ranking" || !body.reference) return [];
  const x = plan.scale.x(body.reference.value);
  return [line(x, plan.top - 24, x, plan.bottom, { stroke: COLOUR.ink, dash: [3, 3], above: true })];
}

function rowMarks(row: Row, plan: Plan, y: number, tight: boolean): Mark[] {
  const style = { weight: row.weight, vertical: "middle" } as const;
  const label = tight ? { ...style, leading: tightHeight(SIZE.label) } : style;
  const marks = [text(row.labelLines.join("\n"), plan.labelLeft, y, label), valueMark(row, plan, y), ...textMarks(row, plan, y)];
  if (row.bar.rank) {
    const fill = row.weight === "semibold" ? COLOUR.ink : COLOUR.quiet;
    marks.push(text(row.bar.rank, plan.rankRight, y, { ...style, fill, align: "right" }));
  }
  return marks;
}

/** The value at the far end of its bar, or the words for a missing one at zero. */
function valueMark(row: Row, plan: Plan, y: number): Mark {
  const negative = (row.value ?? 0) < 0;
  return text(row.valueText, plan.scale.x(row.value ?? 0) + (negative ? -VALUE_GAP : VALUE_GAP), y, {
    weight: row.weight,
    align: negative ? "right" : "left",
    vertical: "middle",
    paper: true,
    fill: row.value === null ? COLOUR.quiet : COLOUR.ink,
  });
}

/** The words after the value, on its far side from the bar. */
function textMarks(row: Row, plan: Plan, y: number): Mark[] {
  if (row.textLines.length === 0) return [];
  const way = (row.value ?? 0) < 0 ? -1 : 1;
  const away = VALUE_GAP + measure(row.valueText, SIZE.label, row.weight) + TEXT_GAP;
  const style = { size: SIZE.tick, fill: COLOUR.quiet, align: way < 0 ? "right" : "left", vertical: "middle", paper: true } as const;
  return [text(row.textLines.join("\n"), plan.scale.x(row.value ?? 0) + way * away, y, style)];
}
