// Breaks in series: a dashed rule between the last year of the old and the first of the new series.
import type { Break } from "../../spec";
import { COLOUR, SIZE } from "../../theme";
import { line, text } from "../../draw";
import type { Mark } from "../../draw";
import { fit, lineHeight, measure } from "../../text";
import type { Plan } from "./plan";
import type { Track } from "./tracks";

/** Between a rule and its words. */
const GAP = 5;

/** The words beside a rule. */
interface Label {
  entry: Break;
  x: number;
  content: string;
  left: number;
  right: number;
}

/** What the words take of the height above the plot. */
export function breakBand(breaks: Break[], plan: Plan): number {
  return inRows(breaks, plan).length * lineHeight(SIZE.tick);
}

/** Rules that begin above the plot, beside their words. */
export function breakMarks(breaks: Break[], tracks: Track[], plan: Plan): Mark[] {
  const rows = inRows(breaks, plan);
  return rows.flatMap((row, index) => {
    const top = plan.top - (rows.length - index) * lineHeight(SIZE.tick);
    return row.flatMap((label) => marks(label, top, tracks, plan));
  });
}

/** Words that would meet stand one below the other. */
function inRows(breaks: Break[], plan: Plan): Label[][] {
  const rows: Label[][] = [];
  for (const entry of [...breaks].sort((a, b) => a.year - b.year)) {
    const label = place(entry, plan);
    const apart = (other: Label) => label.left > other.right + GAP || label.right < other.left - GAP;
    const free = rows.find((row) => row.every(apart));
    if (free) free.push(label);
    else rows.push([label]);
  }
  return rows;
}

/** Right of the rule where the words fit, else left of it, else cut on the wider side. */
function place(entry: Break, plan: Plan): Label {
  const x = plan.x(entry.year - plan.years.first - 0.5);
  const [roomRight, roomLeft] = [plan.right - x - GAP, x - plan.left - GAP];
  const wide = measure(entry.label, SIZE.tick);
  const onRight = wide <= roomRight || (wide > roomLeft && roomRight >= roomLeft);
  const content = fit(entry.label, onRight ? roomRight : roomLeft, SIZE.tick);
  const left = onRight ? x + GAP : x - GAP - measure(content, SIZE.tick);
  return { entry, x, content, left, right: left + measure(content, SIZE.tick) };
}

/** In the colour of the one line that breaks, or in grey where all do. */
function marks(label: Label, top: number, tracks: Track[], plan: Plan): Mark[] {
  const track = tracks.find((candidate) => candidate.series.id === label.entry.series);
  return [
    line(label.x, top, label.x, plan.bottom, { stroke: track?.colour ?? COLOUR.mark, dash: [4, 4], above: true }),
    text(label.content, label.left, top - 2, { size: SIZE.tick, fill: track?.ink ?? COLOUR.quiet, paper: true }),
  ];
}
