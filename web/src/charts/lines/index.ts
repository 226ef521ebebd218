// Lines over years, named at their ends. A missing year is a gap; a break in series is a gap with a dashed mark.
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec, LinesBody, Point } from "../../spec";
import type { Laid } from "../../build";
import type { Reading } from "../../reading";
import { formatNumber } from "../../format";
import type { NumberStyle } from "../../format";
import type { Mark } from "../../draw";
import { footer, frameOf, header, unitBlock } from "../../frame";
import { words } from "../../words";
import { anyFlagged } from "../values";
import { bandHeight } from "./breaks";
import { lineMarks } from "./marks";
import { openIndex } from "./open";
import { makePlan } from "./plan";
import type { Plan } from "./plan";
import { segments, strokeShapes } from "./segments";
import { lineNumbers, toTracks, yearsOf } from "./tracks";
import type { Track } from "./tracks";

const YEAR_ROW = 24;
/** The share of the width that names at line ends may take before they wrap. */
const END_SHARE = 0.3;
const BARE_END_SHARE = 0.36;

export function buildLines(spec: ChartSpec, body: LinesBody, width: number): Laid {
  const frame = frameOf(spec, width);
  const head = header(spec, frame);
  const style = lineNumbers(spec, body);
  const years = yearsOf(body);
  const tracks = toTracks(body, style, years, frame.width * (frame.bare ? BARE_END_SHARE : END_SHARE), frame.bare);
  const unit = unitBlock(spec, frame, head.height);
  const planAt = (top: number) => makePlan(body, tracks, style, years, top, frame);
  const band = bandHeight(body, planAt(0));
  const plan = planAt(head.height + unit.height + 6 + band);
  const foot = footer(spec, frame, plan.bottom + YEAR_ROW, anyFlagged(body.series.flatMap((series) => series.points)));
  const marks = [...head.marks, ...unit.marks, ...lineMarks(body, tracks, plan), ...foot.marks];
  const height = Math.round(plan.bottom + YEAR_ROW + foot.height);
  return {
    height,
    trigger: "axis",
    readings: () => readings(body, tracks, plan, style),
    option: () => option(tracks, body, plan, marks, { width, height }),
    still: [...[...tracks].reverse().flatMap((track) => strokeShapes(track, body, plan)), ...marks],
  };
}

function readings(body: LinesBody, tracks: Track[], plan: Plan, style: NumberStyle): Reading[] {
  const open = openIndex(body, plan.years);
  return Array.from({ length: plan.years.count }, (_, index) => {
    const lines = [...tracks]
      .sort((a, b) => height(b.points[index]) - height(a.points[index]))
      .map((track) => ({ colour: track.colour, text: pointText(track, index, style) }));
    const remark = index >= open && body.openLabel ? [{ text: body.openLabel }] : [];
    return {
      title: String(plan.years.first + index),
      at: { x: plan.x(index), y: (plan.top + plan.bottom) / 2 },
      lines: [...lines, ...remark],
    };
  });
}

/** Missing values stand below all others. */
function height(point: Point | null | undefined): number {
  return point?.value ?? -Number.MAX_VALUE;
}

function pointText(track: Track, index: number, style: NumberStyle): string {
  const point = track.points[index];
  if (point?.tooltip) return point.tooltip;
  const value = typeof point?.value === "number" ? formatNumber(point.value, style) : words(style.lang).noData;
  return `${track.series.label}: ${value}`;
}

function option(tracks: Track[], body: LinesBody, plan: Plan, marks: Mark[], size: { width: number; height: number }): EChartsCoreOption {
  const { first, count } = plan.years;
  const single = count === 1;
  const [left, right] = single ? [plan.left, plan.right] : [plan.x(0), plan.x(count - 1)];
  return {
    grid: { left, right: size.width - right, top: plan.top, bottom: size.height - plan.bottom },
    xAxis: { type: "category", data: Array.from({ length: count }, (_, index) => String(first + index)), boundaryGap: single, show: false },
    yAxis: { type: "value", min: plan.min, max: plan.max, show: false },
    // The first series is the most important: drawn last, on top of the others.
    series: [...tracks].reverse().flatMap((track) => segments(track, body, plan)),
    graphic: marks,
  };
}
