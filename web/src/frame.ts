// The frame of a figure: title, subtitle and demo label above, notes and source below.
import type { ChartSpec } from "./spec";
import { COLOUR, PAD, SIZE } from "./theme";
import type { Weight } from "./theme";
import { lineHeight, measure, wrap, wrapEvenly } from "./text";
import { rect, text } from "./draw";
import type { Mark } from "./draw";
import { words } from "./words";

/** Marks and the vertical room they take. */
export interface Block {
  marks: Mark[];
  height: number;
}

/** The left and right edge of what a chart may draw on. */
export interface Frame {
  left: number;
  right: number;
  width: number;
  /** For paper: nothing but the chart, from edge to edge, in close rows. */
  bare: boolean;
}

export function frameOf({ bare }: ChartSpec, width: number): Frame {
  const [left, right] = bare ? [0, width - BARE_PAD.right] : [PAD, width - PAD];
  return { left, right, width: right - left, bare: bare ?? false };
}

/** What numbers at the end of an axis may reach beyond it; names begin where the text of the page does. */
const BARE_PAD = { right: 8, above: 2, below: 2 };

/** Title and subtitle, with the demo label at their right; starts at the top of the picture. */
export function header(spec: ChartSpec, frame: Frame): Block {
  if (frame.bare) return { marks: [], height: BARE_PAD.above };
  const demo = demoLabel(spec, frame);
  const room = frame.width - (demo.width > 0 ? demo.width + 16 : 0);
  const title = paragraph(spec.title, frame.left, PAD, room, SIZE.title, COLOUR.ink, "semibold");
  const top = PAD + title.height + 3;
  const subtitle = paragraph(spec.subtitle, frame.left, top, frame.width, SIZE.subtitle, COLOUR.quiet);
  const height = Math.max(top + subtitle.height, PAD + demo.height);
  return { marks: [...title.marks, ...subtitle.marks, ...demo.marks], height: height + 14 };
}

function demoLabel(spec: ChartSpec, frame: Frame): Block & { width: number } {
  if (!spec.demo) return { marks: [], height: 0, width: 0 };
  const width = Math.ceil(measure(spec.demo, SIZE.demo, "semibold")) + 20;
  const height = 24;
  const left = frame.right - width;
  return {
    marks: [
      rect(left, PAD - 1, width, height, { fill: COLOUR.demoPaper, stroke: COLOUR.demoInk, lineWidth: 1.5, radius: 4 }),
      text(spec.demo, left + width / 2, PAD - 1 + height / 2, {
        size: SIZE.demo,
        weight: "semibold",
        fill: COLOUR.demoInk,
        align: "center",
        vertical: "middle",
      }),
    ],
    height,
    width,
  };
}

/** Notes and the source line; `top` is where the chart above ends. */
export function footer(spec: ChartSpec, frame: Frame, top: number, flagged: boolean): Block {
  if (frame.bare) return { marks: [], height: BARE_PAD.below };
  const lines = [...spec.notes];
  if (flagged && spec.flaggedNote) lines.unshift(spec.flaggedNote);
  lines.push(sourceLine(spec));
  const marks: Mark[] = [];
  let y = top + 14;
  for (const content of lines.filter((entry) => entry !== "")) {
    const block = paragraph(content, frame.left, y, frame.width, SIZE.note, COLOUR.quiet);
    marks.push(...block.marks);
    y += block.height + 3;
  }
  return { marks, height: y + PAD - 5 - top };
}

function sourceLine(spec: ChartSpec): string {
  if (spec.body.kind !== "euMap") return spec.sourceLine;
  const joint = spec.lang === "zh" ? "" : " ";
  return [spec.sourceLine, words(spec.lang).mapCredit].filter(Boolean).join(joint);
}

/** What the numbers are, above the axis or the legend; no height where there is nothing to say. */
export function unitBlock(spec: ChartSpec, frame: Frame, top: number): Block {
  const block = paragraph(spec.unit, frame.left, top, frame.width, SIZE.tick, COLOUR.quiet);
  return { marks: block.marks, height: block.height > 0 ? block.height + 5 : 0 };
}

/** Wrapped text with its height; a heading of two lines is broken in its middle. */
export function paragraph(
  content: string,
  x: number,
  y: number,
  width: number,
  size: number,
  fill: string,
  weight: Weight = "regular",
): Block {
  if (content === "") return { marks: [], height: 0 };
  const lines = (weight === "semibold" ? wrapEvenly : wrap)(content, width, size, weight);
  const mark = text(lines.join("\n"), x, y, { size, weight, fill });
  return { marks: [mark], height: lines.length * lineHeight(size) };
}
