// The bars with the words and rules around them.
import { COLOUR, PAIR, SIZE } from "../../theme";
import { line, rect, text } from "../../draw";
import type { Mark } from "../../draw";
import type { Frame } from "../../frame";
import { tightHeight } from "../../text";
import { VALUE_GAP } from "./panel";
import type { Panel } from "./panel";
import type { Plan } from "./plan";
import type { Cell, Row } from "./rows";

/** A value above zero shows, however small. */
const SHORTEST_BAR = 1;
const OUTLINE = 1.5;
/** What the zero rule reaches beyond a bar where every row has its own. */
const OVERHANG = 2;

/** `top` is where the header ends. */
export function pairMarks(rows: Row[], plan: Plan, frame: Frame, top: number): Mark[] {
  return [
    ...plan.head.marks(top),
    ...plan.panels.flatMap((panel) => axisMarks(panel, plan)),
    ...rows.flatMap((row, index) => rowMarks(row, plan, frame, index)),
  ];
}

function axisMarks(panel: Panel, plan: Plan): Mark[] {
  return panel.ticks.flatMap((tick) => {
    const at = panel.x(tick.value);
    const x = Math.round(at) + (tick.value === 0 ? 0 : 0.5);
    const rules = tick.value === 0 ? zeroRules(x, plan) : [line(x, plan.top, x, plan.bottom, { stroke: COLOUR.grid })];
    return [...rules, text(tick.label, at, plan.top - plan.ticksAt, { size: SIZE.tick, fill: COLOUR.quiet, align: "center", vertical: "middle" })];
  });
}

/** The rule that all bars begin at; along the bars only, where names stand between them. */
function zeroRules(x: number, plan: Plan): Mark[] {
  const half = plan.barHeight / 2 + OVERHANG;
  const spans = plan.stacked ? plan.bars.map((y) => [y - half, y + half] as const) : [[plan.top, plan.bottom] as const];
  return spans.map(([from, to]) => line(x, from, x, to, { stroke: COLOUR.zero, width: 1.5, above: true }));
}

function rowMarks(row: Row, plan: Plan, frame: Frame, index: number): Mark[] {
  const [left, right] = plan.panels;
  const y = plan.bars[index] ?? 0;
  const name = { vertical: "middle", paper: plan.stacked, ...(frame.bare ? { leading: tightHeight(SIZE.label) } : {}) } as const;
  const marks = [
    text(row.labelLines.join("\n"), frame.left, plan.names[index] ?? 0, name),
    ...cellMarks(row.left, left, plan, y),
    ...cellMarks(row.right, right, plan, y),
  ];
  if (row.remarkLines.length > 0 && plan.remarkRight !== null) {
    marks.push(text(row.remarkLines.join("\n"), plan.remarkRight, y, { fill: COLOUR.quiet, align: "right", vertical: "middle", paper: true }));
  }
  return marks;
}

/** A bar with its value at the end, or the words for a missing one at zero. */
function cellMarks(cell: Cell, panel: Panel, plan: Plan, y: number): Mark[] {
  const end = panel.x(cell.value ?? 0);
  const fill = cell.value === null ? COLOUR.quiet : COLOUR.ink;
  return [
    ...(cell.value ? [barMark(cell, panel, plan, y)] : []),
    text(cell.text, end + VALUE_GAP, y, { vertical: "middle", paper: true, fill }),
  ];
}

/** A flagged bar is hollow: its outline in full colour, its inside paper. */
function barMark(cell: Cell, panel: Panel, plan: Plan, y: number): Mark {
  const colour = PAIR[panel.side];
  const width = Math.max(SHORTEST_BAR, panel.x(cell.value ?? 0) - panel.left);
  const top = y - plan.barHeight / 2;
  if (!cell.flagged) return rect(panel.left, top, width, plan.barHeight, { fill: colour });
  const inside = Math.max(SHORTEST_BAR, width - OUTLINE);
  const half = OUTLINE / 2;
  return rect(panel.left + half, top + half, inside, plan.barHeight - OUTLINE, { fill: COLOUR.paper, stroke: colour, lineWidth: OUTLINE });
}
