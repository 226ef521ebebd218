// The strokes of a line: cut where its series breaks, dashed where its data are not complete.
import type { LinesBody, Point } from "../../spec";
import { COLOUR } from "../../theme";
import { openIndex } from "./open";
import type { Plan } from "./plan";
import type { Track } from "./tracks";

/** Positions of years from `start` up to, not including, `end`. */
interface Span {
  start: number;
  end: number;
}

/** A part of a line in one kind of stroke. */
interface Stroke {
  /** Where its line runs. */
  line: Span;
  /** Where its dots are its own. */
  dots: Span;
  /** All that it hangs together with. */
  whole: Span;
  dashed: boolean;
}

/** Longer than the gaps at every width of line, so that a dashed line is still seen as a line. */
const DASH = [6, 4];

/** No stroke crosses a break. */
export function segments(track: Track, body: LinesBody, plan: Plan): object[] {
  const cuts = body.breaks
    .filter((entry) => !entry.series || entry.series === track.series.id)
    .map((entry) => entry.year - plan.years.first)
    .sort((a, b) => a - b);
  const edges = [0, ...cuts, plan.years.count];
  const open = openIndex(body, plan.years);
  const strokes = edges.slice(1).flatMap((end, index) => split({ start: edges[index] ?? 0, end }, open));
  return strokes.map((stroke) => ({
    type: "line",
    name: track.series.label,
    lineStyle: { color: track.colour, width: track.width, join: "round", ...(stroke.dashed ? { cap: "butt", type: DASH } : { cap: "round" }) },
    itemStyle: { color: track.colour },
    showAllSymbol: true,
    clip: false,
    connectNulls: false,
    z: track.series.role === "main" ? 4 : 3,
    data: track.points.map((point, at) => item(track, point, at, stroke)),
  }));
}

/** What leads to a year that is not complete is dashed, from the last complete year on. */
function split(whole: Span, open: number): Stroke[] {
  const { start, end } = whole;
  if (open >= end) return [{ line: whole, dots: whole, whole, dashed: false }];
  if (open <= start) return [{ line: whole, dots: whole, whole, dashed: true }];
  const [before, after] = [{ start, end: open }, { start: open, end }];
  // The dashed one lies below, so that it does not run into the dot where both meet.
  return [
    { line: { start: open - 1, end }, dots: after, whole, dashed: true },
    { line: before, dots: before, whole, dashed: false },
  ];
}

function within(at: number, { start, end }: Span): boolean {
  return at >= start && at < end;
}

/** A dot where the reader needs one: a flagged value (hollow), a value alone between gaps, the line's end. */
function item(track: Track, point: Point | null, at: number, stroke: Stroke): object {
  if (point === null || !within(at, stroke.line)) return { value: "-", symbol: "none" };
  if (!within(at, stroke.dots)) return { value: point.value, symbol: "none" };
  if (point.flagged) {
    const itemStyle = { color: COLOUR.paper, borderColor: track.colour, borderWidth: 1.75 };
    return { value: point.value, symbol: "circle", symbolSize: 7, itemStyle };
  }
  const joined = (other: number) => within(other, stroke.whole) && Boolean(track.points[other]);
  const dot = at === track.last?.index || (!joined(at - 1) && !joined(at + 1));
  return dot ? { value: point.value, symbol: "circle", symbolSize: track.width + 4 } : { value: point.value, symbol: "none" };
}
