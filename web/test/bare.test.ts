import assert from "node:assert/strict";
import { test } from "node:test";
import { build, lay } from "../src/build";
import type { Bar, ChartBody, ChartSpec, PairedBar } from "../src/spec";
import { svg } from "../src/svg";

const SPEC = { id: "chart", lang: "en", title: "TITLE", subtitle: "SUBTITLE", unit: "UNIT", sourceLine: "SOURCE", notes: ["NOTE"], flaggedNote: "HOLLOW", demo: "DEMO", alt: "Alt", width: 420 } as const;
const spec = (body: ChartBody, bare = true): ChartSpec => ({ ...SPEC, notes: [...SPEC.notes], bare, body });
const names = ["Health", "Energy-intensive industries", "Mobility, transport and automotive", "Proximity and social economy"];
const pairs = (count: number, labels = names.slice(0, 3)): ChartBody => ({
  kind: "pairedBars", leftLabel: "Left", rightLabel: "Right", leftUnit: "", rightUnit: "", order: "asGiven",
  bars: Array.from({ length: count }, (_, index): PairedBar => ({ id: `b${index}`, label: labels[index % labels.length] ?? "", left: index, leftFlagged: false, right: index + 1, rightFlagged: index === 0 })),
});
const bars = (values: (number | null)[]): ChartBody => ({
  kind: "divergingBars", order: "asGiven",
  bars: values.map((value, index): Bar => ({ id: `b${index}`, label: names[index % 4] ?? "", value, flagged: index === 1 })),
});
const lines: ChartBody = {
  kind: "lines", breaks: [], fromZero: true,
  series: [{ id: "a", label: "A", role: "main", points: [2010, 2011, 2013].map((year) => ({ year, value: 1, flagged: year === 2011 })) }],
};
const textsOf = (drawn: string) => [...drawn.matchAll(/<text [^>]*>([^<]*)</g)].map((match) => match[1]);

test("a bare chart leaves to the page what the page says", () => {
  for (const body of [pairs(3), bars([1, 2]), lines]) {
    const texts = textsOf(svg(JSON.stringify(spec(body))));
    for (const word of ["TITLE", "SUBTITLE", "SOURCE", "NOTE", "HOLLOW", "DEMO"]) assert(!texts.includes(word), `${word} in ${body.kind}`);
    assert(texts.includes("UNIT"), body.kind);
    assert(textsOf(svg(JSON.stringify(spec(body, false)))).includes("TITLE"));
  }
});

test("fourteen rows take a third of a page", () => {
  const [short, long] = [pairs(14, ["Health"]), pairs(14)];
  assert(build(spec(short), 420).height <= 330);
  assert(build(spec(long), 420).height <= 430);
});

test("a row is as high as its name needs", () => {
  const height = (names: string[]) => build(spec({ ...bars([1, 2]), bars: names.map((label, index) => ({ id: `b${index}`, label, value: 1, flagged: false })) } as ChartBody), 420).height;
  assert(height(["Health", names[2] ?? ""]) < height([names[2] ?? "", names[2] ?? ""]));
  assert(height(["Health", "Health"]) < height(["Health", names[2] ?? ""]));
});

test("the picture holds the bars and lines that a page would draw", () => {
  const drawn = (body: ChartBody) => svg(JSON.stringify(spec(body, false)));
  // One full bar, one hollow one, none for a missing value.
  assert.equal(drawn(bars([5, 3, null])).match(/fill="#1f4e8c"\/>/g)?.length, 1);
  assert.equal(drawn(bars([5, 3, null])).match(/fill="#ffffff" stroke="#1f4e8c"/g)?.length, 1);
  // Two years joined, a hollow dot, and a dot alone after the gap.
  assert.equal(drawn(lines).match(/<polyline [^>]*stroke="#1f4e8c" stroke-width="3"/g)?.length, 1);
  assert.equal(drawn(lines).match(/<circle /g)?.length, 2);
  for (const body of [bars([5, 3, null]), lines, pairs(3)]) assert(lay(spec(body, false), 720).still, "no chart library is needed");
});

test("ends that fade are defined once", () => {
  const open = { year: 2011, value: null, lower: 1, flagged: false };
  const row = (id: string) => ({ id, label: id, left: [{ year: 2010, value: 2, flagged: false }, open], right: [], leftBreaks: [], rightBreaks: [] });
  const legend = { value: "V", interval: "I", openInterval: "O", flagged: "F", broken: "B" };
  const drawn = svg(JSON.stringify(spec({ kind: "trendPanels", rows: [row("a"), row("b")], leftLabel: "L", rightLabel: "R", leftUnit: "", rightUnit: "", legend })));
  const used = new Set([...drawn.matchAll(/url\(#([^)]*)\)/g)].map((match) => match[1]));
  const defined = [...drawn.matchAll(/<linearGradient [^>]*id="([^"]*)"/g)].map((match) => match[1]);
  assert.deepEqual([...used].sort(), [...defined].sort());
});
