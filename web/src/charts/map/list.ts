// The countries by value: exact numbers for those who cannot tell the shades apart, and for small countries.
import { COLOUR, SIZE } from "../../theme";
import { rect, text } from "../../draw";
import type { Mark } from "../../draw";
import { fit, measure } from "../../text";
import type { Item } from "./items";

export const LIST_WIDTH = 180;
const ROW = 17;
const RANK_RIGHT = 32;
const NAME_LEFT = 39;
/** A missing value in the list; the legend says what its colour means. */
const MISSING = "–";

export interface ListPlace {
  left: number;
  top: number;
  width: number;
  columns: number;
  gap: number;
}

export function listHeight(items: Item[], columns: number): number {
  return Math.ceil(items.length / columns) * ROW;
}

/** Column by column, from the largest value down. */
export function list(items: Item[], place: ListPlace): Mark[] {
  const perColumn = Math.ceil(items.length / place.columns);
  const width = (place.width - (place.columns - 1) * place.gap) / place.columns;
  return items.flatMap((item, index) => {
    const left = place.left + Math.floor(index / perColumn) * (width + place.gap);
    return row(item, left, place.top + ((index % perColumn) + 0.5) * ROW, width);
  });
}

function row(item: Item, left: number, y: number, width: number): Mark[] {
  const weight = item.highlighted ? "semibold" : "regular";
  const fill = item.value === null ? COLOUR.quiet : COLOUR.ink;
  const style = { size: SIZE.tick, weight, vertical: "middle" } as const;
  const value = item.value === null ? MISSING : item.valueText;
  const room = width - NAME_LEFT - measure(value, SIZE.tick, weight) - 8;
  return [
    swatch(item, left, y),
    text(item.entry.rank ?? "", left + RANK_RIGHT, y, { ...style, align: "right", fill: COLOUR.quiet }),
    text(fit(item.entry.label, room, SIZE.tick, weight), left + NAME_LEFT, y, { ...style, fill }),
    text(value, left + width, y, { ...style, align: "right", fill }),
  ];
}

function swatch(item: Item, left: number, y: number): Mark {
  const hollow = item.entry.flagged && item.value !== null;
  if (!hollow) return rect(left, y - 5, 10, 10, { fill: item.colour });
  return rect(left + 1, y - 4, 8, 8, { fill: COLOUR.paper, stroke: item.colour, lineWidth: 2 });
}
