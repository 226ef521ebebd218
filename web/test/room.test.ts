// In every example, at every width, no text leaves the picture and no two texts overlap.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { build } from "../src/build";
import type { ChartSpec } from "../src/spec";
import { measureCss } from "../src/text";

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface TextMark {
  type: string;
  style: { text: string; x: number; y: number; font: string; align: string; verticalAlign: string; lineHeight: number };
}

function boxOf({ style }: TextMark): Box {
  const lines = style.text.split("\n");
  const width = Math.max(...lines.map((line) => measureCss(line, style.font).width));
  const height = lines.length * style.lineHeight;
  const left = style.x - (style.align === "right" ? width : style.align === "center" ? width / 2 : 0);
  const top = style.y - (style.verticalAlign === "middle" ? height / 2 : 0);
  // Letters do not fill their line: what may touch is the leading.
  return { text: style.text, left, right: left + width, top: top + 2, bottom: top + height - 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
}

const DEFAULTS = { subtitle: "", unit: "", sourceLine: "", notes: [], width: 720 };
const ROW_DEFAULTS = { left: [], right: [], leftBreaks: [], rightBreaks: [] };
const BODY_DEFAULTS = { order: "byValue", breaks: [], fromZero: true, thresholds: [], leftUnit: "", rightUnit: "" };

function examples(): ChartSpec[] {
  const folder = process.env["SEXTANT_SPECS"] ?? "";
  return readdirSync(folder).map((name) => {
    const spec = JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as ChartSpec;
    const rows = "rows" in spec.body ? { rows: spec.body.rows.map((row) => ({ ...ROW_DEFAULTS, ...row })) } : {};
    return { ...DEFAULTS, ...spec, body: { ...BODY_DEFAULTS, ...spec.body, ...rows } } as ChartSpec;
  });
}

function check(spec: ChartSpec, width: number): void {
  const { option, height } = build(spec, width);
  const marks = (option as unknown as { graphic: TextMark[] }).graphic.filter((mark) => mark.type === "text" && mark.style.text !== "");
  const boxes = marks.map(boxOf);
  for (const box of boxes) {
    const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
    assert(inside, `${spec.id} at ${width}: "${box.text}" leaves the picture (${box.left} to ${box.right}, ${box.top} to ${box.bottom})`);
  }
  boxes.forEach((box, index) => {
    const other = boxes.slice(index + 1).find((candidate) => overlap(box, candidate));
    assert(!other, `${spec.id} at ${width}: "${box.text}" meets "${other?.text}"`);
  });
}

for (const spec of examples()) {
  for (const width of [320, 360, 480, 600, 720, 1000]) {
    test(`${spec.id} at ${width} pixels`, () => check(spec, width));
  }
  for (const width of [420, 860]) {
    test(`${spec.id} on paper at ${width} pixels`, () => check({ ...spec, bare: true }, width));
  }
}
