// Marks as an SVG document: the same picture that ECharts makes of them, without its machinery.
import type { Mark } from "./draw";
import { COLOUR, FONT_FAMILY } from "./theme";
import { measureCss } from "./text";

/** From the middle of a line of Inter down to its baseline, in font sizes: half the height of a capital. */
export const MIDDLE_TO_BASELINE = 0.364;

interface Style {
  text?: string;
  x: number;
  y: number;
  font: string;
  align: "left" | "center" | "right";
  verticalAlign: "top" | "middle";
  lineHeight: number;
  fill?: string | Gradient;
  stroke?: string | Gradient;
  lineWidth?: number;
  lineDash?: number[];
  lineCap?: string;
  lineJoin?: string;
  backgroundColor?: string;
  padding?: [number, number];
}

interface Gradient {
  x: number;
  y: number;
  x2: number;
  y2: number;
  colorStops: { offset: number; color: string }[];
}

interface Shape {
  x: number;
  y: number;
  width: number;
  height: number;
  r: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  cx: number;
  cy: number;
  points: [number, number][];
}

/** As `draw.ts` makes them. */
interface Drawn {
  type: "text" | "line" | "rect" | "polygon" | "polyline" | "circle";
  z: number;
  shape: Shape;
  style: Style;
}

/** Paints with an end are defined once and named by their number. */
type Paint = (given: string | Gradient) => string;

const ANCHOR = { left: "", center: 'text-anchor="middle" ', right: 'text-anchor="end" ' } as const;

/** The whole document; `id` begins the names of what is defined in it. */
export function still(marks: Mark[], id: string, width: number, height: number): string {
  const defined = new Map<string, string>();
  const paint: Paint = (given) => (typeof given === "string" ? given : `url(#${gradient(given, id, defined)})`);
  const drawn = (marks as unknown as Drawn[]).map((mark, index) => ({ mark, index })).sort((a, b) => a.mark.z - b.mark.z || a.index - b.index);
  const size = `width="${width}" height="${height}"`;
  const spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" baseProfile="full"';
  return [
    `<svg font-family="${FONT_FAMILY}" ${size} ${spaces} viewBox="0 0 ${width} ${height}">`,
    `<rect ${size} x="0" y="0" fill="${COLOUR.paper}"/>`,
    ...drawn.flatMap(({ mark }) => element(mark, paint)),
    ...(defined.size > 0 ? ["<defs >", ...defined.values(), "</defs>"] : []),
    "</svg>",
  ].join("\n");
}

function gradient(given: Gradient, id: string, defined: Map<string, string>): string {
  const { x, y, x2, y2, colorStops } = given;
  const key = JSON.stringify(given);
  const found = [...defined.keys()].indexOf(key);
  const name = `${id}-g${found < 0 ? defined.size : found}`;
  const stops = colorStops.map(({ offset, color }) => `<stop offset="${offset * 100}%" stop-color="${color}"></stop>\n`).join("");
  const ends = `x1="${x}" y1="${y}" x2="${x2}" y2="${y2}"`;
  if (found < 0) defined.set(key, `<linearGradient gradientUnits="userSpaceOnUse" ${ends} id="${name}">\n${stops}</linearGradient>`);
  return name;
}

function element({ type, shape, style }: Drawn, paint: Paint): string[] {
  switch (type) {
    case "text":
      return letters(style);
    case "line":
      return [`<path d="M${tenths(shape.x1)} ${tenths(shape.y1)}L${tenths(shape.x2)} ${tenths(shape.y2)}" ${brush({ ...style, fill: "none" }, paint)}/>`];
    case "rect":
      return [`<path d="${outline(shape)}" ${brush(style, paint)}/>`];
    case "circle":
      return [`<circle cx="${tenths(shape.cx)}" cy="${tenths(shape.cy)}" r="${tenths(shape.r)}" ${brush(style, paint)}/>`];
    default:
      return [`<${type} points="${shape.points.map(([x, y]) => `${tenths(x)} ${tenths(y)}`).join(" ")}" ${brush(style, paint)}/>`];
  }
}

function brush({ fill, stroke, lineWidth = 1, lineDash, lineCap = "butt", lineJoin = "miter" }: Style, paint: Paint): string {
  const filled = `fill="${paint(fill ?? "none")}"`;
  if (stroke === undefined) return filled;
  const width = lineWidth === 1 ? "" : ` stroke-width="${lineWidth}"`;
  const dash = lineDash ? ` stroke-dasharray="${lineDash.join(",")}"` : "";
  const cap = lineCap === "butt" ? "" : ` stroke-linecap="${lineCap}"`;
  const join = lineJoin === "miter" ? "" : ` stroke-linejoin="${lineJoin}"`;
  return `${filled} stroke="${paint(stroke)}"${width}${dash}${cap}${join}`;
}

function outline({ x, y, width, height, r }: Shape): string {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(tenths);
  if (!r) return `M${left} ${top}l${tenths(width)} 0l0 ${tenths(height)}l${tenths(-width)} 0Z`;
  const arc = (toX: number, toY: number) => `A${r} ${r} 0 0 1 ${tenths(toX)} ${tenths(toY)}`;
  const [inLeft, inTop, inRight, inBottom] = [x + r, y + r, x + width - r, y + height - r].map(tenths);
  return [
    `M${inLeft} ${top}L${inRight} ${top}${arc(x + width, y + r)}L${right} ${inBottom}${arc(x + width - r, y + height)}`,
    `L${inLeft} ${bottom}${arc(x, y + height - r)}L${left} ${inTop}${arc(x + r, y)}Z`,
  ].join("");
}

/** A line of text an element, on the paper behind them. */
function letters(style: Style): string[] {
  const { x, y, font, align, verticalAlign, lineHeight, fill, backgroundColor, padding } = style;
  if (!style.text) return [];
  const lines = style.text.split("\n");
  const [across, along] = padding ?? [0, 0];
  const height = lines.length * lineHeight;
  const up = verticalAlign === "middle" ? 0.5 : 0;
  const back = align === "right" ? 1 : align === "center" ? 0.5 : 0;
  const paper = [];
  if (backgroundColor) {
    const width = Math.max(...lines.map((line) => measureCss(line, font).width)) + 2 * along;
    const box = { x: x - back * width, y: y - up * (height + 2 * across), width, height: height + 2 * across, r: 0 };
    paper.push(`<path d="${outline(box as Shape)}" fill="${backgroundColor}"/>`);
  }
  const [, weight = "400", size = "12"] = /^(\d+) ([\d.]+)px/.exec(font) ?? [];
  const left = x + (1 - 2 * back) * along;
  const top = y - up * height + lineHeight / 2 + (verticalAlign === "top" ? across : 0);
  const attributes = `${ANCHOR[align]}font-size="${size}"${weight === "400" ? "" : ` font-weight="${weight}"`}`;
  const words = lines.flatMap((line, index) => {
    if (line === "") return [];
    const space = /\s/.test(line) ? ' xml:space="preserve"' : "";
    const baseline = tenths(top + index * lineHeight + Number(size) * MIDDLE_TO_BASELINE);
    return [`<text ${attributes}${space}${left ? ` x="${left}"` : ""} y="${baseline}" fill="${fill as string}">${escape(line)}</text>`];
  });
  return [...paper, ...words];
}

/** Tenths of a pixel, as many as ECharts keeps. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}
