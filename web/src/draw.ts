// Plain marks placed at exact pixels: the text and rules around a chart.
import type { GraphicComponentLooseOption } from "echarts/types/dist/shared";
import { COLOUR, SIZE, font } from "./theme";
import type { Weight } from "./theme";
import { lineHeight } from "./text";

export type Mark = Extract<GraphicComponentLooseOption, object>;

export interface TextStyle {
  size?: number;
  weight?: Weight;
  fill?: string;
  align?: "left" | "center" | "right";
  vertical?: "top" | "middle";
  /** Paper behind the letters, or another ground, where rules would run through them. */
  paper?: boolean | string;
  /** From line to line; by the size of the letters without it. */
  leading?: number;
}

/** Draws above the series: their z is 2. */
const ABOVE = 10;
/** Draws below the series and above the grid. */
const BELOW = 1;
/** Draws below the grid. */
const GROUND = 0;

const PAPER_MARGIN = 2;

/** Text at a point; several lines are joined by line feeds. */
export function text(content: string, x: number, y: number, style: TextStyle = {}): Mark {
  const size = style.size ?? SIZE.label;
  // The paper begins at the point given; the letters must.
  const margin = style.paper ? (style.align === "right" ? PAPER_MARGIN : -PAPER_MARGIN) : 0;
  return {
    type: "text",
    silent: true,
    z: ABOVE,
    style: {
      text: content,
      x: round(x + margin),
      y: round(y),
      fill: style.fill ?? COLOUR.ink,
      font: font(size, style.weight ?? "regular"),
      lineHeight: style.leading ?? lineHeight(size),
      align: style.align ?? "left",
      verticalAlign: style.vertical ?? "top",
      ...(style.paper ? { backgroundColor: style.paper === true ? COLOUR.paper : style.paper, padding: [-1, PAPER_MARGIN] } : {}),
    },
  } as Mark;
}

export interface LineStyle {
  stroke: string;
  width?: number;
  dash?: number[];
  above?: boolean;
}

export function line(x1: number, y1: number, x2: number, y2: number, style: LineStyle): Mark {
  return {
    type: "line",
    silent: true,
    z: style.above ? ABOVE : BELOW,
    shape: { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) },
    style: { stroke: style.stroke, lineWidth: style.width ?? 1, ...(style.dash ? { lineDash: style.dash } : {}) },
  } as Mark;
}

export interface RectStyle {
  fill: string;
  stroke?: string;
  lineWidth?: number;
  radius?: number;
  ground?: boolean;
}

export function rect(x: number, y: number, width: number, height: number, style: RectStyle): Mark {
  return {
    type: "rect",
    silent: true,
    z: style.ground ? GROUND : ABOVE - 1,
    shape: { x: round(x), y: round(y), width: round(width), height: round(height), r: style.radius ?? 0 },
    style: {
      fill: style.fill,
      ...(style.stroke ? { stroke: style.stroke, lineWidth: style.lineWidth ?? 1 } : {}),
    },
  } as Mark;
}

/** Where ECharts draws the data of a chart. */
const DATA = 2;

/** A bar as ECharts draws it: a negative width reaches to the left, an outline lies inside. */
export function bar(x: number, y: number, width: number, height: number, fill: string, outline: string | undefined): Mark {
  const line = outline === undefined ? 0 : Math.min(OUTLINE, Math.abs(width), height);
  const inset = (line / 2) * Math.sign(width);
  const shape = { x: x + inset, y: y + line / 2, width: width - 2 * inset, height: height - line };
  return { type: "rect", z: DATA, shape, style: { fill, ...(outline === undefined ? {} : { stroke: outline, lineWidth: OUTLINE }) } } as Mark;
}

/** Of a hollow bar. */
export const OUTLINE = 1.5;

/** Colours from the top down, in pixels of the picture. */
export interface Fade {
  top: number;
  bottom: number;
  stops: [string, string];
}

type Paint = string | Fade;
export type Corner = [number, number];

/** Draws above the grid and below the series. */
const BAND = BELOW + 0.25;
/** Draws above bands. */
const STROKE = BELOW + 0.5;

/** A filled shape between grid and lines. */
export function polygon(points: Corner[], fill: Paint): Mark {
  return { type: "polygon", silent: true, z: BAND, shape: { points: points.map(fine) }, style: { fill: paint(fill) } } as Mark;
}

/** A line through several points; `band` draws it with the shapes, below all other lines. */
export function polyline(points: Corner[], stroke: Paint, width: number, band = false): Mark {
  const style = { fill: "none", stroke: paint(stroke), lineWidth: width, lineJoin: "round", lineCap: band ? "butt" : "round" };
  return { type: "polyline", silent: true, z: band ? BAND : STROKE, shape: { points: points.map(fine) }, style } as Mark;
}

/** A line of a chart as ECharts draws it; `z` as in the option. */
export function curve(points: Corner[], stroke: string, width: number, z: number, dash?: number[]): Mark {
  const ends = dash ? { lineDash: dash } : { lineCap: "round" };
  return { type: "polyline", z, shape: { points }, style: { fill: "none", stroke, lineWidth: width, lineJoin: "round", ...ends } } as Mark;
}

/** A symbol of a chart as ECharts draws it, above all lines of its `z`. */
export function symbol([cx, cy]: Corner, size: number, z: number, fill: string, outline?: { colour: string; width: number }): Mark {
  const style = outline ? { fill, stroke: outline.colour, lineWidth: outline.width } : { fill };
  return { type: "circle", z: z + 0.5, shape: { cx, cy, r: size / 2 }, style } as Mark;
}

/** A dot on a line: full, or hollow with an outline in its colour. */
export function dot(x: number, y: number, radius: number, colour: string, hollow: boolean): Mark {
  const [cx, cy] = fine([x, y]);
  const style = hollow ? { fill: COLOUR.paper, stroke: colour, lineWidth: 1.5 } : { fill: colour };
  return { type: "circle", silent: true, z: STROKE, shape: { cx, cy, r: radius }, style } as Mark;
}

function paint(given: Paint): string | object {
  if (typeof given === "string") return given;
  const colorStops = given.stops.map((color, offset) => ({ offset, color }));
  return { type: "linear", global: true, x: 0, y: given.top, x2: 0, y2: given.bottom, colorStops };
}

/** Tenths of a pixel: smooth slopes, and the same digits on every machine. */
function fine([x, y]: Corner): Corner {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

/** Half pixels at most: crisp rules, and the same digits on every machine. */
export function round(value: number): number {
  return Math.round(value * 2) / 2;
}
