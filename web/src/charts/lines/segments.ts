// The strokes of a line: cut where its series breaks, dashed where its data are not complete.
import type { LinesBody, Point } from "../../spec";
import { COLOUR } from "../../theme";
import { curve, symbol } from "../../draw";
import type { Corner, Mark } from "../../draw";
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
/** Of the dots of flagged values. */
const HOLLOW = 7;
const HOLLOW_OUTLINE = 1.75;

/** Main lines lie above all others. */
const level = (track: Track) => (track.series.role === "main" ? 4 : 3);

/** No stroke crosses a break. */
function strokesOf(track: Track, body: LinesBody, plan: Plan): Stroke[] {
  const cuts = body.breaks
    .filter((entry) => !entry.series || entry.series === track.series.id)
    .map((entry) => entry.year - plan.years.first)
    .sort((a, b) => a - b);
  const edges = [0, ...cuts, plan.years.count];
  const open = openIndex(body, plan.years);
  return edges.slice(1).flatMap((end, index) => split({ start: edges[index] ?? 0, end }, open));
}

/** The strokes for ECharts. */
export function segments(track: Track, body: LinesBody, plan: Plan): object[] {
  return strokesOf(track, body, plan).map((stroke) => ({
    type: "line",
    name: track.series.label,
    lineStyle: { color: track.colour, width: track.width, join: "round", ...(stroke.dashed ? { cap: "butt", type: DASH } : { cap: "round" }) },
    itemStyle: { color: track.colour },
    showAllSymbol: true,
    clip: false,
    connectNulls: false,
    z: level(track),
    data: track.points.map((point, at) => item(track, point, at, stroke)),
  }));
}

/** The strokes for a picture that ECharts does not draw. */
export function strokeShapes(track: Track, body: LinesBody, plan: Plan): Mark[] {
  return strokesOf(track, body, plan).flatMap((stroke) => {
    const lines = runs(track, stroke).map((run) => {
      const points = run.map((at) => place(track, at, plan));
      return curve(points, track.colour, track.width, level(track), stroke.dashed ? DASH : undefined);
    });
    return [...lines, ...track.points.flatMap((point, at) => (point ? dotShape(track, point, at, stroke, plan) : []))];
  });
}

/** Years of a stroke that follow each other; a year alone is no line. */
function runs(track: Track, stroke: Stroke): number[][] {
  const found: number[][] = [];
  track.points.forEach((point, at) => {
    if (point === null || !within(at, stroke.line)) return;
    const run = found.at(-1);
    if (run?.at(-1) === at - 1) run.push(at);
    else found.push([at]);
  });
  return found.filter((run) => run.length > 1);
}

function place(track: Track, at: number, plan: Plan): Corner {
  return [plan.x(at), plan.y(track.points[at]?.value ?? 0)];
}

function dotShape(track: Track, point: Point, at: number, stroke: Stroke, plan: Plan): Mark[] {
  const kind = dotKind(track, point, at, stroke);
  if (kind === "none") return [];
  const [size, fill, outline] =
    kind === "hollow" ? ([HOLLOW, COLOUR.paper, { colour: track.colour, width: HOLLOW_OUTLINE }] as const) : ([track.width + 4, track.colour] as const);
  return [symbol(place(track, at, plan), size, level(track), fill, outline)];
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
function dotKind(track: Track, point: Point, at: number, stroke: Stroke): "none" | "full" | "hollow" {
  if (!within(at, stroke.line) || !within(at, stroke.dots)) return "none";
  if (point.flagged) return "hollow";
  const joined = (other: number) => within(other, stroke.whole) && Boolean(track.points[other]);
  return at === track.last?.index || (!joined(at - 1) && !joined(at + 1)) ? "full" : "none";
}

function item(track: Track, point: Point | null, at: number, stroke: Stroke): object {
  if (point === null || !within(at, stroke.line)) return { value: "-", symbol: "none" };
  const kind = dotKind(track, point, at, stroke);
  if (kind === "none") return { value: point.value, symbol: "none" };
  if (kind === "full") return { value: point.value, symbol: "circle", symbolSize: track.width + 4 };
  const itemStyle = { color: COLOUR.paper, borderColor: track.colour, borderWidth: HOLLOW_OUTLINE };
  return { value: point.value, symbol: "circle", symbolSize: HOLLOW, itemStyle };
}
