import assert from "node:assert/strict";
import { test } from "node:test";
import { autoDecimals, formatNumber, raised, tickLabel } from "../src/format";
import type { Lang } from "../src/spec";

const write = (value: number, lang: Lang, signed = false) => formatNumber(value, { lang, decimals: 1, signed });

test("each language writes numbers its own way", () => {
  assert.equal(write(1234.5, "en"), "1,234.5");
  assert.equal(write(1234.5, "nl"), "1.234,5");
  assert.equal(write(1234.5, "fr"), "1\u202f234,5");
  assert.equal(write(1234567.89, "zh"), "1,234,567.9");
});

test("the minus is a true minus, the plus only on demand", () => {
  assert.equal(write(-8.8983, "en"), "\u22128.9");
  assert.equal(write(0.902, "en", true), "+0.9");
  assert.equal(write(0.902, "en"), "0.9");
});

test("what rounds to zero has no sign", () => {
  assert.equal(write(-0.04, "en", true), "0.0");
  assert.equal(write(0.04, "en", true), "0.0");
  assert.equal(tickLabel(0, { lang: "nl", decimals: 2, signed: true }), "0");
});

test("decimals follow the largest value", () => {
  assert.deepEqual([[12345], [120], [-45.2, 3], [2.2], [0.4], [0.04], [0.0013], []].map(autoDecimals), [0, 1, 1, 2, 3, 4, 5, 1]);
});

test("a note marker is raised", () => {
  assert.equal(raised("12"), "\u200a¹²");
  assert.equal(raised("†"), "\u200a†");
  assert.equal(raised(null), "");
});
