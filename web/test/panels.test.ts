import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "../src/build";
import type { ChartSpec, PanelPoint, PanelRow, TrendPanelsBody } from "../src/spec";

const value = (year: number, value: number | null, more: Partial<PanelPoint> = {}): PanelPoint => ({ year, value, flagged: false, ...more });
const interval = (year: number, lower: number, upper?: number): PanelPoint => value(year, null, { lower, ...(upper === undefined ? {} : { upper }) });
const row = (left: PanelPoint[], more: Partial<PanelRow> = {}): PanelRow => ({ id: "a", label: "Robotics", left, right: [value(2010, 1)], leftBreaks: [], rightBreaks: [], ...more });
const LEGEND = { value: "VALUE", interval: "INTERVAL", openInterval: "OPEN", flagged: "FLAGGED", broken: "BROKEN" };
const body = (rows: PanelRow[], more: Partial<TrendPanelsBody> = {}): TrendPanelsBody => ({
  kind: "trendPanels", rows, leftLabel: "Left", rightLabel: "Right", leftUnit: "", rightUnit: "", legend: LEGEND, ...more,
});
const spec = (panels: TrendPanelsBody): ChartSpec => ({
  id: "chart", lang: "en", title: "Title", subtitle: "", unit: "", sourceLine: "", notes: [], alt: "Alt", width: 720, body: panels,
});

interface Mark {
  type: string;
  shape: { points?: [number, number][]; cx?: number; cy?: number; x1?: number; y1?: number; y2?: number };
  style: { text?: string; fill?: string | { type: string }; stroke?: string | { type: string }; lineDash?: number[]; x?: number };
}

const LINE = "#1f4e8c";
const BAND = "#c3d4e8";
const built = (...rows: PanelRow[]) => build(spec(body(rows)), 720);
const marksOf = (...rows: PanelRow[]) => (built(...rows).option as unknown as { graphic: Mark[] }).graphic;
const textsOf = (...rows: PanelRow[]) => marksOf(...rows).flatMap(({ style }) => (style.text ? [style.text] : []));
/** The legend's own mark for values lies among the lines, behind them. */
const linesOf = (...rows: PanelRow[]) => marksOf(...rows).filter((mark) => mark.type === "polyline" && mark.style.stroke === LINE);
const pointsPerLine = (...rows: PanelRow[]) => linesOf(...rows).slice(0, -1).map((mark) => mark.shape.points?.length);
const bandsOf = (...rows: PanelRow[]) => marksOf(...rows).filter((mark) => mark.type === "polygon" && mark.style.fill === BAND);
const fading = (...rows: PanelRow[]) => marksOf(...rows).filter((mark) => mark.type === "polygon" && typeof mark.style.fill === "object");
const cuts = (...rows: PanelRow[]) => marksOf(...rows).filter((mark) => mark.style.lineDash);

test("a missing year is a gap in the line, and a value alone is a dot", () => {
  assert.deepEqual(pointsPerLine(row([2010, 2011, 2012, 2013].map((year) => value(year, 1)))), [4]);
  assert.deepEqual(pointsPerLine(row([value(2010, 1), value(2011, 1), value(2012, null), value(2013, 1), value(2014, 1)])), [2, 2]);
  assert.deepEqual(pointsPerLine(row([value(2010, 1), value(2011, 1), value(2014, 1), value(2015, 1), value(2016, 1)])), [2, 3]);
  assert.deepEqual(pointsPerLine(row([value(2010, 1), value(2012, 1)])), []);
});

test("a break cuts line and band, and is marked between the years", () => {
  const whole = [2010, 2011, 2012, 2013].map((year) => value(year, 2, { lower: 1, upper: 3 }));
  const [plain, broken] = [row(whole), row(whole, { leftBreaks: [2012] })];
  assert.deepEqual([pointsPerLine(plain), bandsOf(plain).length, cuts(plain).length], [[4], 1, 0]);
  // The second dashed rule is the legend's.
  assert.deepEqual([pointsPerLine(broken), bandsOf(broken).length, cuts(broken).length], [[2, 2], 2, 2]);
  const [before, after] = linesOf(broken).map((mark) => mark.shape.points ?? []);
  const middle = ((before?.at(-1)?.[0] ?? 0) + (after?.[0]?.[0] ?? 0)) / 2;
  assert(Math.abs((cuts(broken)[0]?.shape.x1 ?? 0) - middle) <= 0.5);
});

test("a break in the first year stands at the left edge and cuts nothing", () => {
  const broken = row([value(2010, 1), value(2011, 1)], { leftBreaks: [2010] });
  assert.deepEqual(pointsPerLine(broken), [2]);
  const baseline = marksOf(broken).find((mark) => mark.type === "line" && mark.style.stroke === "#3c434b" && !mark.style.lineDash);
  assert.equal(cuts(broken)[0]?.shape.x1, baseline?.shape.x1);
});

test("an interval is a step from its lower to its upper end, without a line", () => {
  const given = row([interval(2010, 1, 3), interval(2011, 0, 4)]);
  const points = bandsOf(given)[0]?.shape.points ?? [];
  assert.equal(points.length, 8);
  const ys = points.map(([, y]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  // The axis ends at 4: the first step covers its middle half.
  assert.deepEqual(ys.slice(0, 2).map((y) => (bottom - y) / (bottom - top)), [0.75, 0.75]);
  assert.equal(pointsPerLine(given).length, 0);
});

test("an open interval has no upper end of its own: it fades out at the top of the panel", () => {
  const given = row([value(2010, 2), interval(2011, 2), value(2012, 1)]);
  const [shape] = fading(given);
  assert.equal(bandsOf(given).length, 0);
  const ys = (shape?.shape.points ?? []).map(([, y]) => y);
  const label = marksOf(given).find((mark) => mark.style.text === "3");
  assert.equal(Math.min(...ys), (label?.style as unknown as { y: number } | undefined)?.y);
  assert(Math.max(...ys) - Math.min(...ys) > 10);
});

test("all-open intervals from zero have no scale, and a panel without points says so", () => {
  const texts = textsOf(row([interval(2010, 0), interval(2011, 0)], { right: [] }));
  assert(texts.includes("no data"));
  assert.equal(texts.filter((text) => text === "0").length, 1);
  const label = built(row([], { right: [value(2011, 1)] })).readings[0];
  assert.deepEqual([label?.title, label?.lines[0]?.text], ["Robotics", "Left: no data"]);
});

test("only flagged values are hollow, and only with a value", () => {
  const hollow = (...points: PanelPoint[]) => marksOf(row(points)).filter((mark) => mark.type === "circle" && mark.style.fill === "#ffffff").length;
  assert.equal(hollow(value(2010, 1), value(2011, 1)), 0);
  // One on the line, one in the legend.
  assert.equal(hollow(value(2010, 1, { flagged: true }), value(2011, 1)), 2);
  assert.equal(hollow({ ...interval(2010, 1, 2), flagged: true }, value(2011, 1)), 0);
});

test("the legend explains what occurs and nothing else", () => {
  const words = (...points: PanelPoint[]) => textsOf(row(points)).filter((text) => Object.values(LEGEND).includes(text));
  assert.deepEqual(words(value(2010, 1)), ["VALUE"]);
  assert.deepEqual(words(interval(2010, 1, 2)), ["VALUE", "INTERVAL"]);
  assert.deepEqual(words(interval(2010, 1), value(2011, 1, { flagged: true })), ["VALUE", "FLAGGED", "OPEN"]);
  assert(textsOf(row([value(2010, 1), value(2011, 1)], { leftBreaks: [2011] })).includes("BROKEN"));
  const noValue = row([interval(2010, 1, 2)], { right: [] });
  assert(!textsOf(noValue).includes("VALUE"));
});

test("each panel has an axis of its own", () => {
  const rows = [row([value(2010, 0.013)]), { ...row([value(2010, 12)]), id: "b" }];
  const top = (label: string) => (marksOf(...rows).find((mark) => mark.style.text === label)?.style as unknown as { y: number } | undefined)?.y ?? 0;
  const dots = marksOf(...rows).filter((mark) => mark.type === "circle").map((mark) => mark.shape.cy ?? 0);
  const texts = textsOf(...rows);
  for (const wanted of ["0.015", "15", "0.0130", "12.0"]) assert(texts.includes(wanted), `no ${wanted} in ${texts.join(" ")}`);
  // Both values are near the top of their panels, though one is a thousand times the other.
  for (const label of ["0.015", "15"]) assert(dots.some((y) => y > top(label) && y - top(label) < 16), `no dot below ${label}`);
});

test("the years are common to a column, and the last value says its year where others go on", () => {
  const rows = [row([value(2010, 1), value(2020, 3)]), { ...row([value(2012, 2), interval(2014, 1, 2)]), id: "b" }];
  const texts = textsOf(...rows);
  assert.equal(texts.filter((text) => text === "2020").length, 1);
  assert(texts.indexOf("2012") > texts.indexOf("2.00"));
});

test("the tooltip says value, interval, break and gap, or what it is given", () => {
  const points = [value(2010, 2, { lower: 1, upper: 3 }), interval(2011, 1), value(2012, null), value(2013, null, { tooltip: "one\ntwo" }), value(2014, 1)];
  const { readings, trigger } = build({ ...spec(body([row(points, { leftBreaks: [2014] })])), unit: "percent" }, 720);
  assert.equal(trigger, "item");
  assert.equal(readings[0]?.title, "Robotics, 2010");
  assert.deepEqual(readings.slice(0, 5).map((reading) => reading.lines.map((line) => line.text)), [
    ["Left (percent): 2.00", "INTERVAL: 1.00–3.00"],
    ["Left (percent)", "OPEN: ≥ 1.00"],
    ["Left: no data"],
    ["one", "two"],
    ["Left (percent): 1.00", "BROKEN"],
  ]);
});

test("an area answers for every reading, over the year it tells of", () => {
  const { option, readings } = built(row([value(2010, 1), value(2011, 2)]));
  const [series] = (option as unknown as { series: { data: { value: number[] }[] }[] }).series;
  assert.deepEqual(series?.data.map((item) => item.value), readings.map(({ at }) => [at.x, at.y]));
  const [line] = linesOf(row([value(2010, 1), value(2011, 2)]));
  assert.deepEqual(line?.shape.points?.map(([x]) => x), readings.slice(0, 2).map(({ at }) => Math.round(at.x * 10) / 10));
});

test("ten rows fit on a page of A4", () => {
  const rows = Array.from({ length: 10 }, (_, index) => ({ ...row([value(2010, 1)]), id: `r${index}`, label: "A name that takes two lines beside" }));
  assert(built(...rows).height < 1000);
  assert(build(spec(body(rows)), 400).height > built(...rows).height);
});
