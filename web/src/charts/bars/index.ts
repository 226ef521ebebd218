// Horizontal bars: diverging around zero, plain, and as a ranking with one bar highlighted.
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec } from "../../spec";
import type { Laid } from "../../build";
import { valueLines } from "../../reading";
import type { Reading } from "../../reading";
import type { Mark } from "../../draw";
import { footer, frameOf, header } from "../../frame";
import { anyFlagged } from "../values";
import { barMarks, barShapes } from "./marks";
import { LABEL_SHARE, makePlan } from "./plan";
import type { Plan } from "./plan";
import { barItem, toRows } from "./rows";
import type { BarBody, Row } from "./rows";

export function buildBars(spec: ChartSpec, body: BarBody, width: number): Laid {
  const frame = frameOf(spec, width);
  const head = header(spec, frame);
  const rows = toRows(spec, body, { labels: Math.floor(frame.width * LABEL_SHARE), whole: frame.width });
  const plan = makePlan(spec, body, rows, head.height, frame);
  const foot = footer(spec, frame, plan.bottom + 2, anyFlagged(body.bars));
  const marks = [...head.marks, ...barMarks(body, rows, plan, head.height, frame.bare), ...foot.marks];
  const still = [...barShapes(rows, plan), ...marks];
  const height = Math.round(plan.bottom + 2 + foot.height);
  return {
    height,
    trigger: "axis",
    readings: () => rows.map((row, index) => reading(spec, row, plan, index)),
    // Rows of different heights are no axis: on paper the bars are marks, and nothing answers to a pointer.
    option: () => (frame.bare ? { graphic: still } : option(rows, plan, marks, { width, height })),
    still,
  };
}

function reading(spec: ChartSpec, row: Row, plan: Plan, index: number): Reading {
  const unit = row.value === null ? "" : spec.unit;
  return {
    title: row.bar.label,
    lines: valueLines(row.bar.tooltip || `${row.valueText}\n${unit}\n${row.bar.text ?? ""}`, "", ""),
    at: { x: plan.scale.x(0) + 1, y: plan.middles[index] ?? 0 },
  };
}

function option(rows: Row[], plan: Plan, marks: Mark[], size: { width: number; height: number }): EChartsCoreOption {
  const { scale } = plan;
  return {
    grid: { left: scale.left, right: size.width - scale.right, top: plan.top, bottom: size.height - plan.bottom },
    xAxis: { type: "value", min: scale.min, max: scale.max, show: false },
    yAxis: { type: "category", inverse: true, show: false, data: rows.map((row) => row.bar.id) },
    series: [{ type: "bar", barWidth: plan.barHeight, clip: false, data: rows.map(barItem) }],
    graphic: marks,
  };
}
