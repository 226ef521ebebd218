// Two panels of bars side by side: what a subject weighs in one whole and in another.
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec, PairedBarsBody } from "../../spec";
import type { Laid } from "../../build";
import { valueLines } from "../../reading";
import type { Reading } from "../../reading";
import type { Mark } from "../../draw";
import { footer, frameOf, header } from "../../frame";
import type { Frame } from "../../frame";
import { anyFlagged } from "../values";
import { pairMarks } from "./marks";
import { makePlan, textRoom } from "./plan";
import type { Plan } from "./plan";
import { toRows } from "./rows";
import type { Cell, Row } from "./rows";

export function buildPairs(spec: ChartSpec, body: PairedBarsBody, width: number): Laid {
  const frame = frameOf(spec, width);
  const head = header(spec, frame);
  const rows = toRows(spec, body, textRoom(frame));
  const plan = makePlan(spec, body, rows, head.height, frame);
  const foot = footer(spec, frame, plan.bottom + 2, anyFlagged(rows.flatMap((row) => [row.left, row.right])));
  const marks = [...head.marks, ...pairMarks(rows, plan, frame, head.height), ...foot.marks];
  const height = Math.round(plan.bottom + 2 + foot.height);
  return {
    height,
    trigger: "axis",
    readings: () => rows.map((row, index) => reading(spec, body, row, plan, index)),
    option: () => option(rows, plan, frame, marks, { width, height }),
    still: marks,
  };
}

function reading(spec: ChartSpec, body: PairedBarsBody, row: Row, plan: Plan, index: number): Reading {
  const left = sentence(body.leftLabel, body.leftUnit || spec.unit, row.left);
  const right = sentence(body.rightLabel, body.rightUnit || spec.unit, row.right);
  const remark = row.bar.rightText ? `, ${row.bar.rightText}` : "";
  return {
    title: row.bar.label,
    lines: valueLines(row.bar.tooltip || `${left}\n${right}${remark}`, "", ""),
    at: { x: plan.panels[0].left + 1, y: plan.top + (index + 0.5) * plan.pitch },
  };
}

function sentence(label: string, unit: string, cell: Cell): string {
  return `${label}${unit && cell.value !== null ? ` (${unit})` : ""}: ${cell.text}`;
}

/** The bars are marks: one axis over names and both panels makes a row one place for pointer and keys. */
function option(rows: Row[], plan: Plan, frame: Frame, marks: Mark[], size: { width: number; height: number }): EChartsCoreOption {
  const bottom = plan.top + rows.length * plan.pitch;
  return {
    grid: { left: frame.left, right: size.width - frame.right, top: plan.top, bottom: size.height - bottom },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: { type: "category", inverse: true, show: false, data: rows.map((row) => row.bar.id) },
    series: [{ type: "bar", data: rows.map(() => ({ value: "-" })) }],
    graphic: marks,
  };
}
