// Round axis ticks and a linear scale in pixels.

export interface Ticks {
  min: number;
  max: number;
  step: number;
  decimals: number;
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10];

/** Ticks at round numbers around the values, about `wanted` of them. */
export function niceTicks(low: number, high: number, wanted: number): Ticks {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const step = niceStep(span / Math.max(1, wanted));
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.ceil((high > low ? high : low + span) / step - 1e-9) * step;
  return { min: clean(min), max: clean(max), step, decimals: decimalsNeeded(step) };
}

function niceStep(raw: number): number {
  let power = 1;
  while (power * 10 <= raw) power *= 10;
  while (power > raw) power /= 10;
  const factor = ROUND_STEPS.find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return clean(factor * power);
}

/** The fewest decimals that show a round number as it is. */
export function decimalsNeeded(value: number): number {
  for (let decimals = 0; decimals < 9; decimals++) {
    if (Math.abs(Number(value.toFixed(decimals)) - value) <= Math.abs(value) * 1e-6) return decimals;
  }
  return 9;
}

/** Takes the noise of repeated multiplication out of a number that is meant to be round. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

export function tickValues(ticks: Ticks): number[] {
  const count = Math.round((ticks.max - ticks.min) / ticks.step);
  return Array.from({ length: count + 1 }, (_, index) => clean(ticks.min + index * ticks.step));
}

/** The same round ticks, but an axis that ends where the values end. */
export function innerTicks(low: number, high: number, wanted: number): { ticks: number[]; decimals: number } {
  const nice = niceTicks(low, high, wanted);
  return { ticks: tickValues(nice).filter((value) => value >= low && value <= high), decimals: nice.decimals };
}

/** Maps [min, max] to pixels [from, to]. */
export function linear(min: number, max: number, from: number, to: number): (value: number) => number {
  const factor = max === min ? 0 : (to - from) / (max - min);
  return (value) => from + (value - min) * factor;
}
