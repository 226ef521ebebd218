// Lines over years, named at their ends. A missing year is a gap; a break in series is a gap with a dashed mark.
import type { ChartSpec, LinesBody, Point } from "../../spec";
import type { Built } from "../../build";
import type { Reading } from "../../reading";
import { COLOUR } from "../../theme";
import { formatNumber } from "../../format";
import type { NumberStyle } from "../../format";
import type { Mark } from "../../draw";
import { footer, frameOf, header, unitBlock } from "../../frame";
import { words } from "../../words";
import { anyFlagged } from "../values";
import { breakBand } from "./breaks";
import { lineMarks } from "./marks";
import { makePlan } from "./plan";
import type { Plan } from "./plan";
import { lineNumbers, toTracks, yearsOf } from "./tracks";
import type { Track } from "./tracks";

const YEAR_ROW = 24;
/** The share of the width that names at line ends may take before they wrap. */
const END_SHARE = 0.3;

export function buildLines(spec: ChartSpec, body: LinesBody, width: number): Built {
  const frame = frameOf(width);
  const head = header(spec, frame);
  const style = lineNumbers(spec, body);
  const years = yearsOf(body);
  const tracks = toTracks(body, style, years, frame.width * END_SHARE);
  const unit = unitBlock(spec, frame, head.height);
  const planAt = (top: number) => makePlan(body, tracks, style, years, top, frame);
  const band = breakBand(body.breaks, planAt(0));
  const plan = planAt(head.height + unit.height + 6 + band);
  const foot = footer(spec, frame, plan.bottom + YEAR_ROW, anyFlagged(body.series.flatMap((series) => series.points)));
  const marks = [...head.marks, ...unit.marks, ...lineMarks(body, tracks, plan), ...foot.marks];
  const height = Math.round(plan.bottom + YEAR_ROW + foot.height);
  return {
    height,
    trigger: "axis",
    readings: readings(tracks, plan, style),
    option: option(tracks, body, plan, marks, { width, height }),
  };
}

function readings(tracks: Track[], plan: Plan, style: NumberStyle): Reading[] {
  return Array.from({ length: plan.years.count }, (_, index) => ({
    title: String(plan.years.first + index),
    at: { x: plan.x(index), y: (plan.top + plan.bottom) / 2 },
    lines: [...tracks]
      .sort((a, b) => height(b.points[index]) - height(a.points[index]))
      .map((track) => ({ colour: track.colour, text: pointText(track, index, style) })),
  }));
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

function option(tracks: Track[], body: LinesBody, plan: Plan, marks: Mark[], size: { width: number; height: number }): Built["option"] {
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

/** A line is cut where its series breaks, so that no stroke crosses the break. */
function segments(track: Track, body: LinesBody, plan: Plan): object[] {
  const cuts = body.breaks
    .filter((entry) => !entry.series || entry.series === track.series.id)
    .map((entry) => entry.year - plan.years.first)
    .sort((a, b) => a - b);
  const edges = [0, ...cuts, plan.years.count];
  return edges.slice(1).map((end, index) => ({
    type: "line",
    name: track.series.label,
    lineStyle: { color: track.colour, width: track.width, cap: "round", join: "round" },
    itemStyle: { color: track.colour },
    showAllSymbol: true,
    clip: false,
    connectNulls: false,
    z: track.series.role === "main" ? 4 : 3,
    data: track.points.map((point, at) => item(track, point, at, edges[index] ?? 0, end)),
  }));
}

/** A dot where the reader needs one: a flagged value (hollow), a value alone between gaps, the line's end. */
function item(track: Track, point: Point | null, at: number, start: number, end: number): object {
  if (point === null || at < start || at >= end) return { value: "-", symbol: "none" };
  if (point.flagged) {
    const itemStyle = { color: COLOUR.paper, borderColor: track.colour, borderWidth: 1.75 };
    return { value: point.value, symbol: "circle", symbolSize: 7, itemStyle };
  }
  const inside = (other: number) => other >= start && other < end && Boolean(track.points[other]);
  const dot = at === track.last?.index || (!inside(at - 1) && !inside(at + 1));
  return dot ? { value: point.value, symbol: "circle", symbolSize: track.width + 4 } : { value: point.value, symbol: "none" };
}
