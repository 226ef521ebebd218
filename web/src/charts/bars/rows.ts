// What is written and drawn for each bar, before anything has a place.
import type { Bar, BarsBody, ChartSpec, DivergingBarsBody, RankingBody } from "../../spec";
import { COLOUR, SIGN, SIZE } from "../../theme";
import type { Weight } from "../../theme";
import { decimalsFor, formatNumber, raised } from "../../format";
import type { NumberStyle } from "../../format";
import { OUTLINE } from "../../draw";
import { wrapEvenly } from "../../text";
import { words } from "../../words";
import { descending, known } from "../values";

export type BarBody = DivergingBarsBody | BarsBody | RankingBody;

/** One bar with everything that is written beside it. */
export interface Row {
  bar: Bar;
  value: number | null;
  labelLines: string[];
  valueText: string;
  /** Smaller words after the value. */
  textLines: string[];
  weight: Weight;
  colour: string;
  /** The outline where the bar is hollow. */
  outline: string;
}

/** What the words after a value may take of the width before they wrap. */
const TEXT_SHARE = 0.26;

/** Below this width remarks and words after the values would leave too little room for the bars. */
const WITH_REMARK = 448;

/** `room` is the width for labels, and that of the whole chart. */
export function toRows(spec: ChartSpec, body: BarBody, room: { labels: number; whole: number }): Row[] {
  const style = barNumbers(spec, body);
  const wide = room.whole >= WITH_REMARK;
  const remark = body.kind === "ranking" && wide ? (body.highlightText ?? "") : "";
  const rows = ordered(body).map((bar) => toRow(bar, body, style, room.labels, remark));
  if (!wide) return rows;
  return rows.map((row) => ({ ...row, textLines: wrapEvenly(row.bar.text ?? "", room.whole * TEXT_SHARE, SIZE.tick) }));
}

/** A plus sign is written where the reader could otherwise wonder which side of zero a bar is on. */
export function barNumbers(spec: ChartSpec, body: BarBody): NumberStyle {
  const values = known(body.bars);
  const signed = body.kind === "divergingBars" || values.some((value) => value < 0);
  return { lang: spec.lang, decimals: decimalsFor(spec.decimals, values), signed };
}

function ordered(body: BarBody): Bar[] {
  return body.kind !== "ranking" && body.order === "asGiven" ? body.bars : descending(body.bars);
}

function toRow(bar: Bar, body: BarBody, style: NumberStyle, labelRoom: number, remark: string): Row {
  const value = bar.value ?? null;
  const strong = highlightOf(body) === bar.id;
  const weight = strong ? "semibold" : "regular";
  const number = value === null ? words(style.lang).noData : formatNumber(value, style);
  return {
    bar,
    value,
    weight,
    labelLines: wrapEvenly(bar.label, labelRoom, SIZE.label, weight),
    textLines: [],
    valueText: number + raised(bar.note) + (strong && remark ? `  ${remark}` : ""),
    ...barColours((value ?? 0) < 0, strong || highlightOf(body) === null),
  };
}

function highlightOf(body: BarBody): string | null {
  return body.kind === "divergingBars" ? null : (body.highlight ?? null);
}

/** Where one bar is highlighted the others stand back. */
function barColours(negative: boolean, full: boolean): Pick<Row, "colour" | "outline"> {
  if (negative) return full ? { colour: SIGN.negative, outline: SIGN.negative } : { colour: SIGN.negativePale, outline: SIGN.negativeOutline };
  return full ? { colour: SIGN.positive, outline: SIGN.positive } : { colour: SIGN.positivePale, outline: SIGN.positiveOutline };
}

/** A flagged bar is hollow: its outline in full colour, its inside paper. */
export function barItem(row: Row): object {
  if (row.value === null) return { value: "-" };
  const hollow = { color: COLOUR.paper, borderColor: row.outline, borderWidth: OUTLINE };
  return { value: row.value, itemStyle: row.bar.flagged ? hollow : { color: row.colour } };
}
