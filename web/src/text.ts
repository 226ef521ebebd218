// Measuring and breaking text with Inter's own widths, so that a picture made without a screen
// is laid out exactly as one made with it.
import widths from "sextant:widths";
import type { Weight } from "./theme";
import { LEADING } from "./theme";

/** Widths that Inter's table does not hold: an ideograph fills its square, anything else is average. */
const OTHER_WIDTH = 600;
const IDEOGRAPH_WIDTH = 1000;

/** By UTF-16 unit; both halves of a pair of units take one width, the second none. */
const advances: Record<Weight, Uint16Array> = { regular: advancesOf(widths.regular), semibold: advancesOf(widths.semibold) };

function advancesOf(inter: number[]): Uint16Array {
  const table = new Uint16Array(0x10000).fill(OTHER_WIDTH).fill(IDEOGRAPH_WIDTH, 0x2e80, 0xfff0).fill(OTHER_WIDTH, 0xd800, 0xdc00).fill(0, 0xdc00, 0xe000);
  let filled = 0;
  for (const [first, last] of widths.ranges) {
    for (let code = first; code <= last; code++) table[code] = inter[filled++] ?? OTHER_WIDTH;
  }
  return table;
}

/** Width in pixels of one line of text. */
export function measure(text: string, size: number, weight: Weight = "regular"): number {
  let total = 0;
  const table = advances[weight];
  for (let index = 0; index < text.length; index++) total += table[text.charCodeAt(index)] ?? OTHER_WIDTH;
  return (total * size) / 1000;
}

/** What ECharts asks for when there is no canvas: a CSS font shorthand gives size and weight. */
export function measureCss(text: string, css: string): { width: number } {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(css)?.[1] ?? 12);
  const weight = /\b(?:600|700|800|900|bold)\b/.test(css) ? "semibold" : "regular";
  return { width: measure(text, size, weight) };
}

export function lineHeight(size: number): number {
  return Math.round(size * LEADING);
}

/** Where room is dear, on paper. */
export function tightHeight(size: number): number {
  return size + 1;
}

/** Breaks text into lines no wider than `width`; Chinese breaks between characters. */
export function wrap(text: string, width: number, size: number, weight: Weight = "regular"): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text, width, size, weight)) {
    if (line !== "" && measure((line + piece).trimEnd(), size, weight) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  }
  if (line.trimEnd() !== "") lines.push(line.trimEnd());
  return lines;
}

/** As `wrap`, but two lines are made about as long as each other: no word is left alone. */
export function wrapEvenly(text: string, width: number, size: number, weight: Weight = "regular"): string[] {
  let best = wrap(text, width, size, weight);
  const widest = Math.max(0, ...pieces(text, width, size, weight).map((piece) => measure(piece.trimEnd(), size, weight)));
  let [low, high] = [Math.max(width / 2, widest), width];
  while (best.length === 2 && high - low > 2) {
    const middle = (low + high) / 2;
    const lines = wrap(text, middle, size, weight);
    if (lines.length > 2) low = middle;
    else [high, best] = [middle, lines];
  }
  return best;
}

/** A word with its spaces, or one ideograph with the brackets and stops that belong to it. */
const PIECE = new RegExp(
  [
    "[（《「『【]*[\\u2e80-\\u3000\\u3012-\\u9fff\\uf900-\\ufaff][、。〉》」』】！％），．：；？]*",
    "[（《「『【]*[^\\s\\u2e80-\\u9fff\\uf900-\\ufaff（《「『【、。，；]+[、。〉》」』】！％），．：；？]*\\s*",
    "[^]",
  ].join("|"),
  "g",
);

/** Pieces that are not broken, save where one alone is too wide. */
function pieces(text: string, width: number, size: number, weight: Weight): string[] {
  const found = text.match(PIECE) ?? [];
  return found.flatMap((piece) => (measure(piece.trimEnd(), size, weight) > width ? [...piece] : [piece]));
}

/** One line, cut with an ellipsis where it does not fit. */
export function fit(text: string, width: number, size: number, weight: Weight = "regular"): string {
  if (measure(text, size, weight) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (measure(kept + character + "…", size, weight) > width) break;
    kept += character;
  }
  return kept.trimEnd() + "…";
}
