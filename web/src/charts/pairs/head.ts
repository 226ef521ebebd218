// Above two panels or columns: the unit of both, and the heading of each with its own unit.
import type { ChartSpec, PairedBarsBody } from "../../spec";
import { COLOUR, SIZE } from "../../theme";
import type { Mark } from "../../draw";
import { paragraph, unitBlock } from "../../frame";
import type { Block, Frame } from "../../frame";

/** The words above both panels. */
type Headings = Pick<PairedBarsBody, "leftLabel" | "rightLabel" | "leftUnit" | "rightUnit">;

/** What a heading stands above. */
interface Span {
  left: number;
  edge: number;
}

export interface Head {
  height: number;
  marks(top: number): Mark[];
}

const UNIT_GAP = 1;
const BELOW = 5;

export function makeHead(spec: ChartSpec, body: Headings, panels: [Span, Span], frame: Frame): Head {
  const unit = (top: number) => unitBlock(spec, frame, top);
  const headings = (top: number) => [
    heading(body.leftLabel, body.leftUnit, panels[0], top),
    heading(body.rightLabel, body.rightUnit, panels[1], top),
  ];
  const own = unit(0).height;
  return {
    height: own + Math.max(...headings(0).map((block) => block.height)) + BELOW,
    marks: (top) => [...unit(top).marks, ...headings(top + own).flatMap((block) => block.marks)],
  };
}

function heading(label: string, unit: string, panel: Span, top: number): Block {
  const room = panel.edge - panel.left;
  const name = paragraph(label, panel.left, top, room, SIZE.label, COLOUR.ink, "semibold");
  const below = top + name.height + UNIT_GAP;
  const measured = paragraph(unit, panel.left, below, room, SIZE.tick, COLOUR.quiet);
  return { marks: [...name.marks, ...measured.marks], height: name.height + (measured.height > 0 ? UNIT_GAP + measured.height : 0) };
}
