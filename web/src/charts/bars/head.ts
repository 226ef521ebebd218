// The line above the ticks: the unit, the two directions or the reference, on two lines where they would meet.
import type { ChartSpec } from "../../spec";
import { COLOUR, SIGN, SIZE } from "../../theme";
import { formatNumber } from "../../format";
import { text } from "../../draw";
import type { Mark } from "../../draw";
import { unitBlock } from "../../frame";
import type { Frame } from "../../frame";
import { fit, measure } from "../../text";
import { barNumbers } from "./rows";
import type { BarBody } from "./rows";
import type { Scale } from "./scale";

/** A piece of text with its left edge. */
interface Piece {
  content: string;
  left: number;
  fill: string;
}

export interface Head {
  height: number;
  marks(top: number): Mark[];
}

const ROW = 20;
const APART = 14;

export function makeHead(spec: ChartSpec, body: BarBody, scale: Scale, frame: Frame): Head {
  const pieces = body.kind === "divergingBars" ? directions(body, scale, frame) : reference(spec, body, scale, frame);
  const unit = (top: number) => unitBlock(spec, frame, top);
  const unitRight = frame.left + measure(spec.unit, SIZE.tick) + APART;
  const crowded = spec.unit !== "" && pieces.some((piece) => piece.left < unitRight);
  const own = crowded || pieces.length === 0 ? unit(0).height : 0;
  return {
    height: own + (pieces.length > 0 ? ROW : 0),
    marks: (top) => [...unit(top).marks, ...pieces.map((piece) => pieceMark(piece, top + own))],
  };
}

function pieceMark(piece: Piece, top: number): Mark {
  return text(piece.content, piece.left, top, { size: SIZE.tick, weight: "semibold", fill: piece.fill });
}

const wide = (content: string) => measure(content, SIZE.tick, "semibold");

/** What lies on either side of zero, in the colour of its bars; a side without values is not named. */
function directions(body: Extract<BarBody, { kind: "divergingBars" }>, scale: Scale, frame: Frame): Piece[] {
  const short = (label: string) => fit(label, frame.width / 2 - 32, SIZE.tick, "semibold");
  const negative = body.negativeLabel && scale.min < 0 ? `← ${short(body.negativeLabel)}` : "";
  const positive = body.positiveLabel && scale.max > 0 ? `${short(body.positiveLabel)} →` : "";
  const zero = scale.x(0);
  const leftmost = frame.left + (negative === "" ? 0 : wide(negative) + 16);
  const positiveLeft = Math.max(leftmost, Math.min(zero + 8, frame.right - wide(positive)));
  const negativeRight = positive === "" ? zero - 8 : Math.min(zero - 8, positiveLeft - 16);
  const pieces = [
    { content: negative, left: Math.max(frame.left, negativeRight - wide(negative)), fill: SIGN.negativeInk },
    { content: positive, left: positiveLeft, fill: SIGN.positiveInk },
  ];
  return pieces.filter((piece) => piece.content !== "");
}

/** The name and value of the dashed line, above it. */
function reference(spec: ChartSpec, body: BarBody, scale: Scale, frame: Frame): Piece[] {
  if (body.kind !== "ranking" || !body.reference) return [];
  const content = `${body.reference.label} ${formatNumber(body.reference.value, barNumbers(spec, body))}`;
  const left = scale.x(body.reference.value) - wide(content) / 2;
  return [{ content, left: Math.max(frame.left, Math.min(left, frame.right - wide(content))), fill: COLOUR.ink }];
}
