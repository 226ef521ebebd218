// Classes of a choropleth: as many countries in each, or steps on both sides of zero.
import { NEGATIVE_CLASSES, NEGATIVE_SEQUENTIAL, POSITIVE_CLASSES, SEQUENTIAL } from "../../theme";

export interface Classes {
  /** Ascending; a value equal to a limit belongs to the class above it. */
  limits: number[];
  colours: string[];
}

export function classesOf(values: number[], given: number[]): Classes {
  const low = Math.min(...values, 0);
  const high = Math.max(...values, 0);
  const limits = given.length > 0 ? given : low < 0 && high > 0 ? aroundZero(Math.max(-low, high)) : quantiles(values);
  return { limits, colours: coloursFor(limits) };
}

/** Thirds of the largest distance from zero, at round numbers. */
function aroundZero(largest: number): number[] {
  const near = twoDigits(largest / 3);
  const far = twoDigits((2 * largest) / 3);
  return [-far, -near, 0, near, far];
}

function quantiles(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const limits = [0.2, 0.4, 0.6, 0.8].map((share) => twoDigits(sorted[Math.floor(share * sorted.length)] ?? 0));
  return limits.filter((limit, index) => limits.indexOf(limit) === index && limit > (sorted[0] ?? 0));
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

function coloursFor(limits: number[]): string[] {
  const zero = limits.indexOf(0);
  if (limits.length > 0 && limits.every((limit) => limit < 0)) return spreadOver(NEGATIVE_SEQUENTIAL, limits.length + 1);
  if (zero <= 0) return spreadOver(SEQUENTIAL, limits.length + 1);
  return [...spreadOver(NEGATIVE_CLASSES, zero + 1), ...spreadOver(POSITIVE_CLASSES, limits.length - zero)];
}

/** `count` colours taken evenly from a scheme. */
function spreadOver(scheme: readonly string[], count: number): string[] {
  if (count === 1) return [scheme[Math.floor(scheme.length / 2)] ?? ""];
  return Array.from({ length: count }, (_, index) => scheme[Math.round((index * (scheme.length - 1)) / (count - 1))] ?? "");
}

export function classOf(classes: Classes, value: number): string {
  const index = classes.limits.filter((limit) => value >= limit).length;
  return classes.colours[index] ?? "";
}
