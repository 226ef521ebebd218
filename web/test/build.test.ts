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

test("words after the value are written on its far side, and give way where there is no room", () => {
  const bars = [{ ...bar("a", 40), text: "6th of 27, 47 rounds" }, { ...bar("b", -30), text: "1 round" }, { ...bar("c", null), text: "0 rounds" }];
  const marks = (width: number) => (build(spec({ kind: "bars", bars, order: "byValue" }), width).option as unknown as { graphic: { style: { text?: string; x: number; align: string } }[] }).graphic;
  const find = (text: string) => marks(720).find((mark) => mark.style.text === text)?.style;
  assert((find("6th of 27, 47 rounds")?.x ?? 0) > (find("+40.0")?.x ?? Infinity));
  assert.equal(find("1 round")?.align, "right");
  assert((find("1 round")?.x ?? Infinity) < (find("\u221230.0")?.x ?? 0));
  assert(find("0 rounds") !== undefined);
  assert(marks(400).every((mark) => mark.style.text !== "1 round"));
});

test("the tooltip of a bar says the words after its value", () => {
  const lines = (one: Bar) => build({ ...spec({ kind: "bars", bars: [one], order: "byValue" }), unit: "Million euro" }, 400).readings[0]?.lines.map((line) => line.text);
  assert.deepEqual(lines({ ...bar("a", 40), text: "47 rounds" }), ["40.0", "Million euro", "47 rounds"]);
  assert.deepEqual(lines(bar("a", 40)), ["40.0", "Million euro"]);
  assert.deepEqual(lines({ ...bar("a", 40), text: "47 rounds", tooltip: "own" }), ["own"]);
});
