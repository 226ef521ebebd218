// What a reader learns at one place of a chart: the tooltip, and the text read out.
import type { Maybe } from "./spec";

export interface Reading {
  title: string;
  lines: ReadingLine[];
  /** The pixel that shows this reading. */
  at: { x: number; y: number };
}

export interface ReadingLine {
  text: string;
  colour?: string;
}

/** The lines given, or the value with its unit below. */
export function valueLines(given: Maybe<string>, value: string, unit: string): ReadingLine[] {
  const lines = given ? given.split("\n") : [value, unit];
  return lines.filter((line) => line !== "").map((line) => ({ text: line }));
}
