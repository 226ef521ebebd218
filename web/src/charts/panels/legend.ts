// What the marks mean: only those that occur.
import type { TrendPanelsBody } from "../../spec";
import { COLOUR, SIZE, TREND } from "../../theme";
import { dot, line, polyline, rect, text } from "../../draw";
import type { Mark } from "../../draw";
import type { Block, Frame } from "../../frame";
import { lineHeight, measure, wrap } from "../../text";
import { openMarks } from "./band";
import { SIDES, isOpen } from "./cells";
import type { Cell, Row } from "./cells";

/** Words with their mark, drawn around the middle of a line; `x` is the left edge. */
interface Entry {
  words: string;
  mark: (x: number, y: number) => Mark[];
}

const SWATCH = 24;
const SWATCH_HEIGHT = 12;
const SWATCH_GAP = 7;
const APART = 20;
const ROW_GAP = 4;

export function legend(body: TrendPanelsBody, rows: Row[], frame: Frame, top: number): Block {
  const marks: Mark[] = [];
  let [x, y, height] = [frame.left, top, 0];
  for (const entry of entries(body, rows)) {
    const lines = wrap(entry.words, frame.width - SWATCH - SWATCH_GAP, SIZE.tick);
    const width = SWATCH + SWATCH_GAP + Math.ceil(Math.max(0, ...lines.map((part) => measure(part, SIZE.tick))));
    if (x > frame.left && x + width > frame.right) [x, y, height] = [frame.left, y + height + ROW_GAP, 0];
    const style = { size: SIZE.tick, fill: COLOUR.quiet };
    marks.push(...entry.mark(x, y + lineHeight(SIZE.tick) / 2), text(lines.join("\n"), x + SWATCH + SWATCH_GAP, y, style));
    height = Math.max(height, lines.length * lineHeight(SIZE.tick));
    x += width + APART;
  }
  return { marks, height: y + height - top };
}

function entries({ legend: words }: TrendPanelsBody, rows: Row[]): Entry[] {
  const cells = rows.flatMap((row) => SIDES.map((side) => row.cells[side]));
  const any = (holds: (point: NonNullable<Cell["points"][number]>) => boolean) => cells.some((cell) => cell.points.some((point) => point !== null && holds(point)));
  const all: [boolean, Entry][] = [
    [any((point) => typeof point.value === "number"), { words: words.value, mark: (x, y) => [stroke(x, y), dot(x + SWATCH - 2, y, 2.75, TREND.line, false)] }],
    [any((point) => point.flagged && typeof point.value === "number"), { words: words.flagged, mark: (x, y) => [stroke(x, y), dot(x + SWATCH / 2, y, 2.75, TREND.line, true)] }],
    [any((point) => typeof point.upper === "number"), { words: words.interval, mark: (x, y) => [rect(x, y - SWATCH_HEIGHT / 2, SWATCH, SWATCH_HEIGHT, { fill: TREND.band })] }],
    [any(isOpen), { words: words.openInterval, mark: (x, y) => openMarks([{ from: x, to: x + SWATCH, low: y + SWATCH_HEIGHT / 2, high: y - SWATCH_HEIGHT / 2 - 1 }]) }],
    [cells.some((cell) => cell.breaks.length > 0), { words: words.broken, mark: cut }],
  ];
  return all.flatMap(([occurs, entry]) => (occurs ? [entry] : []));
}

function stroke(x: number, y: number): Mark {
  return polyline([[x + 1, y], [x + SWATCH - 1, y]], TREND.line, 1.75);
}

function cut(x: number, y: number): Mark[] {
  const middle = x + SWATCH / 2;
  return [line(middle, y - 8, middle, y + 8, { stroke: TREND.cut, dash: [3, 2], above: true })];
}
