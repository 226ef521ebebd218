import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "../src/build";
import type { Bar, ChartBody, ChartSpec } from "../src/spec";

const bar = (id: string, value: number | null, flagged = false): Bar => ({ id, label: id, value, flagged });
const spec = (body: ChartBody): ChartSpec => ({
  id: "chart", lang: "en", title: "Title", subtitle: "", unit: "", sourceLine: "", notes: [], alt: "Alt", width: 720, body,
});

interface Series {
  type: string;
  data: { value: number | "-"; symbol?: string; itemStyle?: { color: string } }[];
}

const seriesOf = (body: ChartBody) => (build(spec(body), 720).option as { series: Series[] }).series;

test("bars stand by value, a missing one last and empty", () => {
  const bars = [bar("a", -2), bar("none", null), bar("b", 5), bar("c", 0)];
  const built = build(spec({ kind: "divergingBars", bars, order: "byValue" }), 720);
  assert.deepEqual(built.readings.map((reading) => reading.title), ["b", "c", "a", "none"]);
  const data = seriesOf({ kind: "divergingBars", bars, order: "byValue" })[0]?.data;
  assert.deepEqual(data?.map((item) => item.value), [5, 0, -2, "-"]);
});

test("the order given is kept on demand", () => {
  const bars = [bar("a", 1), bar("b", 3), bar("c", 2)];
  const data = seriesOf({ kind: "bars", bars, order: "asGiven" })[0]?.data;
  assert.deepEqual(data?.map((item) => item.value), [1, 3, 2]);
});

test("a flagged bar is hollow", () => {
  const data = seriesOf({ kind: "bars", bars: [bar("a", 1, true), bar("b", 3)], order: "asGiven" })[0]?.data;
  assert.equal(data?.[0]?.itemStyle?.color, "#ffffff");
  assert(data?.[1]?.itemStyle?.color !== "#ffffff");
});

test("a line is cut at a break, and a missing year is no point", () => {
  const points = [2010, 2011, 2013, 2014].map((year) => ({ year, value: year - 2000, flagged: false }));
  const series = seriesOf({
    kind: "lines",
    series: [{ id: "a", label: "A", role: "main", points }],
    breaks: [{ year: 2014, label: "break" }],
    fromZero: true,
  });
  assert.deepEqual(series.map((one) => one.data.map((item) => item.value)), [[10, 11, "-", 13, "-"], ["-", "-", "-", "-", 14]]);
});

test("the picture grows with its bars", () => {
  const height = (count: number) => {
    const bars = Array.from({ length: count }, (_, index) => bar(`b${index}`, index));
    return build(spec({ kind: "bars", bars, order: "byValue" }), 720).height;
  };
  assert(height(27) > height(10));
  assert(height(10) > height(1));
});
