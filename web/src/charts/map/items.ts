// What each country shows.
import type { EuMapBody, MapValue } from "../../spec";
import { MAP } from "../../theme";
import { formatNumber, raised } from "../../format";
import type { NumberStyle } from "../../format";
import { words } from "../../words";
import { descending } from "../values";
import { classOf } from "./classes";
import type { Classes } from "./classes";

export interface Item {
  entry: MapValue;
  value: number | null;
  valueText: string;
  colour: string;
  highlighted: boolean;
}

export function toItems(body: EuMapBody, classes: Classes, style: NumberStyle): Item[] {
  return descending(body.values).map((entry) => {
    const value = entry.value ?? null;
    return {
      entry,
      value,
      valueText: (value === null ? words(style.lang).noData : formatNumber(value, style)) + raised(entry.note),
      colour: value === null ? MAP.missing : classOf(classes, value),
      highlighted: entry.geo === body.highlight,
    };
  });
}
