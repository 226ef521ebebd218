// Numbers as each language writes them. The one place where a number becomes text.
import type { Lang, Maybe } from "./spec";

const MINUS = "\u2212";
const SEPARATORS: Record<Lang, { group: string; decimal: string }> = {
  en: { group: ",", decimal: "." },
  nl: { group: ".", decimal: "," },
  fr: { group: "\u202f", decimal: "," },
  zh: { group: ",", decimal: "." },
};

export interface NumberStyle {
  lang: Lang;
  decimals: number;
  /** Whether positive numbers carry a plus sign. Zero never carries a sign. */
  signed: boolean;
}

export function formatNumber(value: number, style: NumberStyle): string {
  const { group, decimal } = SEPARATORS[style.lang];
  const digits = Math.abs(value).toFixed(style.decimals);
  const [whole = "0", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const text = fraction === undefined ? grouped : grouped + decimal + fraction;
  return sign(value, Number(digits) === 0, style.signed) + text;
}

/** As `formatNumber`, but zero is a plain 0. */
export function tickLabel(value: number, style: NumberStyle): string {
  return formatNumber(value, value === 0 ? { ...style, decimals: 0 } : style);
}

function sign(value: number, roundsToZero: boolean, signed: boolean): string {
  if (roundsToZero) return "";
  if (value < 0) return MINUS;
  return signed ? "+" : "";
}

const MOST_DECIMALS = 9;

/** Decimals that keep about three significant digits in the largest of these values. */
export function autoDecimals(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest >= 1000) return 0;
  if (largest >= 10 || largest === 0) return 1;
  if (largest >= 1) return 2;
  let decimals = 3;
  for (let unit = 0.1; largest < unit && decimals < MOST_DECIMALS; unit /= 10) decimals++;
  return decimals;
}

/** The specification's decimals, or those that suit the values. */
export function decimalsFor(given: Maybe<number>, values: readonly number[]): number {
  return given ?? autoDecimals(values);
}

/** A note marker set small and high: digits have such a form in every font, other marks stay. */
export function raised(marker: Maybe<string>): string {
  if (!marker) return "";
  return "\u200a" + marker.replace(/[0-9]/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}
