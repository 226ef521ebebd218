// The classes as a strip of colours with their limits between them.
import { COLOUR, MAP, SIZE } from "../../theme";
import { formatNumber } from "../../format";
import type { NumberStyle } from "../../format";
import { rect, text } from "../../draw";
import type { Mark } from "../../draw";
import { decimalsNeeded } from "../../scale";
import type { Frame } from "../../frame";
import { measure } from "../../text";
import { words } from "../../words";
import type { Classes } from "./classes";

export const LEGEND_HEIGHT = 48;
const SWATCH_HEIGHT = 12;
const WIDEST_SWATCH = 46;
const MISSING = { gap: 16, swatch: 20, label: 26 } as const;

export function legend(classes: Classes, style: NumberStyle, missing: boolean, frame: Frame, top: number): Mark[] {
  const missingWidth = missing ? MISSING.gap + MISSING.label + Math.ceil(measure(words(style.lang).noData, SIZE.tick)) : 0;
  const swatch = Math.min(WIDEST_SWATCH, Math.floor((frame.width - missingWidth) / classes.colours.length));
  const x = (index: number) => frame.left + index * swatch;
  const strip = classes.colours.map((fill, index) => rect(x(index), top, swatch, SWATCH_HEIGHT, { fill }));
  const limits = classes.limits.map((limit, index) => {
    const label = formatNumber(limit, { ...style, decimals: decimalsNeeded(limit) });
    const at = { size: SIZE.tick, fill: COLOUR.quiet, align: "center" } as const;
    return text(label, x(index + 1), top + SWATCH_HEIGHT + 3, at);
  });
  return [...strip, ...limits, ...(missing ? missingSwatch(style, x(classes.colours.length) + MISSING.gap, top) : [])];
}

function missingSwatch(style: NumberStyle, left: number, top: number): Mark[] {
  const label = { size: SIZE.tick, fill: COLOUR.quiet, vertical: "middle" } as const;
  return [
    rect(left, top, MISSING.swatch, SWATCH_HEIGHT, { fill: MAP.missing }),
    text(words(style.lang).noData, left + MISSING.label, top + SWATCH_HEIGHT / 2, label),
  ];
}
