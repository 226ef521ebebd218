// What is drawn for each line, before anything has a place.
import type { ChartSpec, LinesBody, Point, Series } from "../../spec";
import { CONTEXT_LINE, LINES, SIZE } from "../../theme";
import type { Weight } from "../../theme";
import { decimalsFor, formatNumber } from "../../format";
import type { NumberStyle } from "../../format";
import { lineHeight, measure, tightHeight, wrapEvenly } from "../../text";
import { words } from "../../words";
import { known } from "../values";

export interface Track {
  series: Series;
  colour: string;
  /** The colour of its name. */
  ink: string;
  width: number;
  weight: Weight;
  labelLines: string[];
  labelWidth: number;
  /** From line to line of the name. */
  leading: number;
  /** One point a year from the chart's first year, null where there is no value. */
  points: (Point | null)[];
  last: { index: number; value: number } | null;
}

export interface Years {
  first: number;
  count: number;
}

/** What the name at the end of a line takes of the height. */
export function labelHeight(track: Track): number {
  return track.labelLines.length * track.leading;
}

export function allValues(body: LinesBody): number[] {
  return body.series.flatMap((series) => known(series.points));
}

export function lineNumbers(spec: ChartSpec, body: LinesBody): NumberStyle {
  const values = allValues(body);
  return { lang: spec.lang, decimals: decimalsFor(spec.decimals, values), signed: values.some((value) => value < 0) };
}

export function yearsOf(body: LinesBody): Years {
  const years = body.series.flatMap((series) => series.points.map((point) => point.year));
  const first = Math.min(...years);
  return { first, count: Math.max(...years) - first + 1 };
}

export function toTracks(body: LinesBody, style: NumberStyle, years: Years, labelRoom: number, tight: boolean): Track[] {
  let next = 0;
  return body.series.map((series) => {
    const colours = series.role === "context" ? CONTEXT_LINE : (LINES[next++ % LINES.length] ?? LINES[0]);
    const points = Array.from({ length: years.count }, (_, index) => pointAt(series, years.first + index));
    const last = lastValue(points);
    const weight = series.role === "main" ? "semibold" : "regular";
    const labelLines = endLabel(series, last, style, labelRoom, weight);
    return {
      series,
      colour: colours.line,
      ink: colours.ink,
      width: series.role === "main" ? 3 : series.role === "other" ? 2 : 1.25,
      weight,
      labelLines,
      labelWidth: Math.max(...labelLines.map((part) => measure(part, SIZE.label, weight))),
      leading: tight ? tightHeight(SIZE.label) : lineHeight(SIZE.label),
      points,
      last,
    };
  });
}

function pointAt(series: Series, year: number): Point | null {
  const point = series.points.find((candidate) => candidate.year === year);
  return point && typeof point.value === "number" ? point : null;
}

function lastValue(points: (Point | null)[]): Track["last"] {
  for (let index = points.length - 1; index >= 0; index--) {
    const value = points[index]?.value;
    if (typeof value === "number") return { index, value };
  }
  return null;
}

/** The name with the last value, which never stands on a line of its own without need. */
function endLabel(series: Series, last: Track["last"], style: NumberStyle, room: number, weight: Weight): string[] {
  const number = last ? formatNumber(last.value, style) : words(style.lang).noData;
  return wrapEvenly(`${series.label} ${number}`, room, SIZE.label, weight);
}
