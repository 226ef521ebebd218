import assert from "node:assert/strict";
import { test } from "node:test";
import { spread } from "../src/charts/lines/ends";
import { classOf, classesOf } from "../src/charts/map/classes";
import { innerTicks, niceTicks, tickValues } from "../src/scale";
import { fit, measure, wrap, wrapEvenly } from "../src/text";

test("ticks are round and enclose the values", () => {
  assert.deepEqual(tickValues(niceTicks(-33.1, 31.4, 5)), [-40, -20, 0, 20, 40]);
  assert.deepEqual(tickValues(niceTicks(0, 0.07, 4)), [0, 0.02, 0.04, 0.06, 0.08]);
  assert.deepEqual(innerTicks(-33.1, 31.4, 5).ticks, [-20, 0, 20]);
});

test("widths are Inter's, and a bold word is wider", () => {
  assert.equal(measure("0", 1000), 631);
  assert(measure("Belgium", 12, "semibold") > measure("Belgium", 12));
  assert.equal(measure("国家", 12), 24);
});

test("lines fit their width, and lose no word", () => {
  const text = "Micro- and nanoelectronics, photonics and 能源密集型产业（化工、钢铁）";
  const lines = wrap(text, 120, 12);
  assert(lines.length > 2);
  assert(lines.every((line) => measure(line, 12) <= 120));
  assert.equal(lines.join("").replace(/ /g, ""), text.replace(/ /g, ""));
});

test("Chinese punctuation never begins a line", () => {
  const lines = wrap("能源、能源、能源、能源、能源、能源、", 40, 12);
  assert(lines.length > 3);
  assert(lines.every((line) => !line.startsWith("、")));
  assert(wrap("能源能源（能源）", 60, 12).every((line) => !line.endsWith("（")));
});

test("two lines are balanced", () => {
  assert.deepEqual(wrapEvenly("one two three four five six", measure("one two three four five", 12), 12), ["one two three", "four five six"]);
});

test("balancing breaks no word", () => {
  assert.deepEqual(wrapEvenly("Netherlands +4.0", measure("Netherlands +4", 12), 12), ["Netherlands", "+4.0"]);
});

test("what does not fit is cut with an ellipsis", () => {
  const cut = fit("Advanced manufacturing", 80, 12);
  assert(cut.endsWith("…"));
  assert(measure(cut, 12) <= 80);
});

test("names at line ends do not overlap and stay inside", () => {
  const boxes = [1, 2, 98, 99, 100].map((y) => ({ y, height: 10 }));
  const placed = spread(boxes, 0, 100);
  placed.slice(1).forEach((y, index) => assert(y - (placed[index] ?? 0) >= 10 - 1e-9));
  assert.equal(placed[4], 95);
  assert.equal(placed[0], 5);
});

test("names that have room stay where they are", () => {
  assert.deepEqual(spread([20, 60].map((y) => ({ y, height: 10 })), 0, 100), [20, 60]);
});

test("classes hold about as many countries each, or lie around zero", () => {
  const values = Array.from({ length: 25 }, (_, index) => index + 1);
  assert.deepEqual(classesOf(values, []).limits, [6, 11, 16, 21]);
  const around = classesOf([-30, 32.4], []);
  assert.deepEqual(around.limits, [-22, -11, 0, 11, 22]);
  assert.equal(around.colours.length, 6);
  assert.equal(classOf(around, 0), around.colours[3] ?? "");
  assert.equal(classOf(around, -0.1), around.colours[2] ?? "");
});
