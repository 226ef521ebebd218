// Values that may be missing: a missing value is never zero, and stands after all others.
import type { Maybe } from "../spec";

interface Valued {
  value: Maybe<number>;
}

export function known(items: readonly Valued[]): number[] {
  return items.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
}

/** Largest first, missing values last, equal values in the order given. */
export function descending<T extends Valued>(items: readonly T[]): T[] {
  const key = ({ value }: T) => value ?? Number.NEGATIVE_INFINITY;
  return [...items].sort((a, b) => (key(a) === key(b) ? 0 : key(b) > key(a) ? 1 : -1));
}

/** Whether a value that is drawn carries a flag. */
export function anyFlagged(items: readonly (Valued & { flagged: boolean })[]): boolean {
  return items.some(({ value, flagged }) => flagged && typeof value === "number");
}
