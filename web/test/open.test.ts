import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "../src/build";
import type { ChartSpec, LinesBody } from "../src/spec";

const points = [2010, 2011, 2012, 2013, 2014].map((year) => ({ year, value: year - 2000, flagged: false }));
const body = (more: Partial<LinesBody>): LinesBody => ({
  kind: "lines", series: [{ id: "a", label: "A", role: "main", points }], breaks: [], fromZero: true, ...more,
});
const spec = (lines: LinesBody): ChartSpec => ({
  id: "chart", lang: "en", title: "Title", subtitle: "", unit: "", sourceLine: "", notes: [], alt: "Alt", width: 720, body: lines,
});

interface Series {
  data: { value: number | "-"; symbol?: string }[];
  lineStyle: { type?: number[] };
}
interface Mark {
  type: string;
  shape?: { x: number; width: number };
  style: { text?: string; fill?: string };
}

const optionOf = (more: Partial<LinesBody>) => build(spec(body(more)), 720).option as unknown as { series: Series[]; graphic: Mark[] };
const strokes = (more: Partial<LinesBody>) => optionOf(more).series.map(({ data, lineStyle }) => [Boolean(lineStyle.type), ...data.map((item) => item.value)]);
const shades = (more: Partial<LinesBody>) => optionOf(more).graphic.filter((mark) => mark.style.fill === "#f1f3f5");
const OPEN = { openLabel: "not complete yet" };

test("complete data are one solid line on bare ground", () => {
  assert.deepEqual(strokes({}), [[false, 10, 11, 12, 13, 14]]);
  assert.equal(shades({}).length, 0);
});

test("a line is dashed from the last complete year on", () => {
  assert.deepEqual(strokes({ openFrom: 2013, ...OPEN }), [[true, "-", "-", 12, 13, 14], [false, 10, 11, 12, "-", "-"]]);
  assert.deepEqual(strokes({ openFrom: 2010, ...OPEN }), [[true, 10, 11, 12, 13, 14]]);
});

test("where both strokes meet stands no dot, at the end one", () => {
  const symbols = optionOf({ openFrom: 2013, ...OPEN }).series.map(({ data }) => data.map((item) => item.symbol === "circle"));
  assert.deepEqual(symbols, [[false, false, false, false, true], [false, false, false, false, false]]);
});

test("a break stays a gap among incomplete years", () => {
  const breaks = [{ year: 2013, label: "break" }];
  assert.deepEqual(strokes({ openFrom: 2013, ...OPEN, breaks }), [[false, 10, 11, 12, "-", "-"], [true, "-", "-", "-", 13, 14]]);
});

test("the shade reaches from between the years to the end, with its words", () => {
  const [shade] = shades({ openFrom: 2013, ...OPEN });
  const { graphic } = optionOf({ openFrom: 2013, ...OPEN });
  const year = (text: string) => (graphic.find((mark) => mark.style.text === text)?.style as { x?: number } | undefined)?.x ?? 0;
  const start = shade?.shape?.x ?? 0;
  assert(Math.abs(start - (year("2012") + year("2013")) / 2) <= 1);
  assert(start + (shade?.shape?.width ?? 0) >= year("2014"));
  assert(graphic.some((mark) => mark.style.text === "not complete yet"));
});

test("the tooltip of an incomplete year says so", () => {
  const last = (index: number) => build(spec(body({ openFrom: 2013, ...OPEN })), 720).readings[index]?.lines.at(-1)?.text;
  assert.deepEqual([2, 3, 4].map(last), ["A: 12.0", "not complete yet", "not complete yet"]);
});
