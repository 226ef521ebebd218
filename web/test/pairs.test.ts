import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "../src/build";
import type { ChartSpec, PairedBar, PairedBarsBody } from "../src/spec";

const pair = (id: string, left: number | null, right: number | null, more: Partial<PairedBar> = {}): PairedBar => ({
  id, label: id, left, leftFlagged: false, right, rightFlagged: false, ...more,
});
const body = (bars: PairedBar[], more: Partial<PairedBarsBody> = {}): PairedBarsBody => ({
  kind: "pairedBars", bars, leftLabel: "Left", rightLabel: "Right", leftUnit: "", rightUnit: "", order: "byValue", ...more,
});
const spec = (pairs: PairedBarsBody): ChartSpec => ({
  id: "chart", lang: "en", title: "Title", subtitle: "", unit: "", sourceLine: "", notes: [], alt: "Alt", width: 720, body: pairs,
});

interface Mark {
  type: string;
  shape?: { x: number; y: number; width: number; x1?: number };
  style: { text?: string; fill?: string; x?: number };
}

const marksOf = (pairs: PairedBarsBody, width = 720) => (build(spec(pairs), width).option as unknown as { graphic: Mark[] }).graphic;
const textsOf = (pairs: PairedBarsBody, width = 720) => marksOf(pairs, width).flatMap(({ style }) => (style.text ? [style.text] : []));
const barsOf = (pairs: PairedBarsBody, fill: string) => marksOf(pairs).filter((mark) => mark.type === "rect" && mark.style.fill === fill);
const LEFT = "#6f93bd";
const RIGHT = "#1f4e8c";

test("pairs stand by their right value, a missing one last", () => {
  const bars = [pair("a", 9, 1), pair("none", 99, null), pair("b", 1, 5), pair("c", 5, 0)];
  const titles = (pairs: PairedBarsBody) => build(spec(pairs), 720).readings.map((reading) => reading.title);
  assert.deepEqual(titles(body(bars)), ["b", "a", "c", "none"]);
  assert.deepEqual(titles(body(bars, { order: "asGiven" })), ["a", "none", "b", "c"]);
});

test("each panel has a scale of its own, and the longest bars are as long as each other", () => {
  const pairs = body([pair("a", 40, 1), pair("b", 20, 2)]);
  const widths = (fill: string) => barsOf(pairs, fill).map((bar) => bar.shape?.width ?? 0);
  const [left, right] = [widths(LEFT), widths(RIGHT)];
  assert.equal(Math.max(...left), Math.max(...right));
  // b comes first: half of the longest at the left, the longest at the right.
  assert(Math.abs((left[0] ?? 0) * 2 - (right[0] ?? 0)) <= 1);
});

test("a missing value has words and no bar, zero has a number and no bar", () => {
  const pairs = body([pair("a", 4, 1), pair("b", null, 0)]);
  assert.deepEqual([barsOf(pairs, LEFT).length, barsOf(pairs, RIGHT).length], [1, 1]);
  const texts = textsOf(pairs);
  assert(texts.includes("no data"));
  assert(texts.includes("0.00"));
});

test("a tiny value still shows", () => {
  const pairs = body([pair("a", 1, 1000), pair("b", 1, 0.001)]);
  assert.deepEqual(barsOf(pairs, RIGHT).map((bar) => (bar.shape?.width ?? 0) >= 1), [true, true]);
});

test("only the flagged side is hollow", () => {
  const pairs = body([pair("a", 4, 1, { rightFlagged: true })]);
  assert.deepEqual([barsOf(pairs, LEFT).length, barsOf(pairs, RIGHT).length, barsOf(pairs, "#ffffff").length], [1, 0, 1]);
});

test("a panel without values has no scale but zero", () => {
  const texts = textsOf(body([pair("a", null, 3), pair("b", null, 1)]));
  assert.equal(texts.filter((text) => text === "0").length, 2);
  assert.equal(texts.filter((text) => text === "no data").length, 2);
  assert(!texts.includes("0.5"));
});

test("the rank and the marker of the note are written", () => {
  const texts = textsOf(body([pair("Health", 4, 1, { rightText: "6 of 27", note: "1" })]));
  assert(texts.includes("6 of 27"));
  assert(texts.includes("Health¹"));
});

test("the decimals of a panel are the same throughout", () => {
  const texts = textsOf(body([pair("a", 31.4, 2), pair("b", 2, 0.5)]));
  for (const wanted of ["31.4", "2.0", "2.00", "0.50"]) assert(texts.includes(wanted), `no ${wanted} in ${texts.join(" ")}`);
});

test("the tooltip says both values with their units, or what it is given", () => {
  const lines = (pairs: PairedBarsBody) => build(spec(pairs), 720).readings[0]?.lines.map((line) => line.text);
  assert.deepEqual(lines(body([pair("a", 4, 1.5, { rightText: "6 of 27" })], { leftUnit: "percent" })), ["Left (percent): 4.00", "Right: 1.50, 6 of 27"]);
  assert.deepEqual(lines(body([pair("a", null, 1.5)], { leftUnit: "percent" })), ["Left: no data", "Right: 1.50"]);
  assert.deepEqual(lines(body([pair("a", 4, 1, { tooltip: "one\ntwo" })])), ["one", "two"]);
});

test("in a narrow page names stand above their bars", () => {
  const pairs = body([pair("a", 4, 1), pair("b", 2, 3)]);
  const firstBar = (width: number) => Math.min(...marksOf(pairs, width).filter((mark) => mark.type === "rect").map((mark) => mark.shape?.x ?? 0));
  assert.equal(firstBar(420), 16);
  assert(firstBar(700) > 16);
  assert(build(spec(pairs), 420).height > build(spec(pairs), 700).height);
});
