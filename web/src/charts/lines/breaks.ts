// Breaks in series: a dashed rule between the last year of the old and the first of the new series.
import type { Break, LinesBody } from "../../spec";
import { COLOUR, SIZE } from "../../theme";
import { line, text } from "../../draw";
import type { Mark } from "../../draw";
import { fit, lineHeight, measure } from "../../text";
import { openEdge, openLabel, openMarks } from "./open";
import type { Plan } from "./plan";
import type { Track } from "./tracks";

/** Between a rule and its words. */
const GAP = 5;

/** Words above the plot. */
export interface Label {
  content: string;
  left: number;
  right: number;
}

/** The words beside a rule. */
interface BreakLabel extends Label {
  entry: Break;
  x: number;
  shaded: boolean;
}

/** What the words take of the height above the plot. */
export function bandHeight(body: LinesBody, plan: Plan): number {
  return inRows(body, plan).length * lineHeight(SIZE.tick);
}

/** Shaded years, and rules that begin above the plot, each with its words. */
export function bandMarks(body: LinesBody, tracks: Track[], plan: Plan): Mark[] {
  const rows = inRows(body, plan);
  return rows.flatMap((row, index) => {
    const top = plan.top - (rows.length - index) * lineHeight(SIZE.tick);
    return row.flatMap((label) => (isBreak(label) ? marks(label, top, tracks, plan) : openMarks(body, label, top, plan)));
  });
}

function isBreak(label: Label): label is BreakLabel {
  return "entry" in label;
}

/** Words that would meet stand one below the other; those over shaded years come first. */
function inRows(body: LinesBody, plan: Plan): Label[][] {
  const rows: Label[][] = [];
  const edge = openEdge(body, plan);
  const breaks = [...body.breaks].sort((a, b) => a.year - b.year).map((entry) => place(entry, plan, edge));
  for (const label of [...openLabel(body, plan), ...breaks]) {
    const apart = (other: Label) => label.left > other.right + GAP || label.right < other.left - GAP;
    const free = rows.find((row) => row.every(apart));
    if (free) free.push(label);
    else rows.push([label]);
  }
  return rows;
}

/**
 * Right of the rule where the words fit, else left of it, else cut on the wider side.
 * Words that fit on the ground of their rule do not run over the edge of the shade.
 */
function place(entry: Break, plan: Plan, edge: number): BreakLabel {
  const x = plan.x(entry.year - plan.years.first - 0.5);
  const [roomRight, roomLeft] = [plan.right - x - GAP, x - plan.left - GAP];
  const wide = measure(entry.label, SIZE.tick);
  const fitsRight = wide <= (x < edge ? edge - x - GAP : roomRight);
  const fitsLeft = wide <= (x > edge ? x - edge - GAP : roomLeft);
  const onRight = fitsRight || (!fitsLeft && (wide <= roomRight || (wide > roomLeft && roomRight >= roomLeft)));
  const content = fit(entry.label, onRight ? roomRight : roomLeft, SIZE.tick);
  const left = onRight ? x + GAP : x - GAP - measure(content, SIZE.tick);
  return { entry, x, content, left, right: left + measure(content, SIZE.tick), shaded: left > edge };
}

/** In the colour of the one line that breaks, or in grey where all do. */
function marks(label: BreakLabel, top: number, tracks: Track[], plan: Plan): Mark[] {
  const track = tracks.find((candidate) => candidate.series.id === label.entry.series);
  return [
    line(label.x, top, label.x, plan.bottom, { stroke: track?.colour ?? COLOUR.mark, dash: [4, 4], above: true }),
    text(label.content, label.left, top - 2, { size: SIZE.tick, fill: track?.ink ?? COLOUR.quiet, paper: label.shaded ? COLOUR.shade : true }),
  ];
}
