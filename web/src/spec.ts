// The chart specification, exactly as `sextant_charts::ChartSpec` writes it (crates/charts/src/spec.rs).
// Optional members are absent or null when Rust has `None`.

export type Lang = "en" | "nl" | "fr" | "zh";
export type Maybe<T> = T | null | undefined;

export interface ChartSpec {
  id: string;
  lang: Lang;
  title: string;
  subtitle: string;
  unit: string;
  sourceLine: string;
  licence?: Maybe<string>;
  notes: string[];
  flaggedNote?: Maybe<string>;
  demo?: Maybe<string>;
  alt: string;
  decimals?: Maybe<number>;
  width: number;
  /** For paper: only the chart; the page sets the words around it. */
  bare?: Maybe<boolean>;
  body: ChartBody;
}

export type ChartBody = DivergingBarsBody | BarsBody | RankingBody | PairedBarsBody | TrendPanelsBody | LinesBody | EuMapBody;

export interface DivergingBarsBody {
  kind: "divergingBars";
  bars: Bar[];
  order: Order;
  negativeLabel?: Maybe<string>;
  positiveLabel?: Maybe<string>;
}

export interface BarsBody {
  kind: "bars";
  bars: Bar[];
  order: Order;
  highlight?: Maybe<string>;
}

export interface RankingBody {
  kind: "ranking";
  bars: Bar[];
  highlight?: Maybe<string>;
  highlightText?: Maybe<string>;
  reference?: Maybe<Reference>;
}

export interface PairedBarsBody {
  kind: "pairedBars";
  bars: PairedBar[];
  leftLabel: string;
  rightLabel: string;
  leftUnit: string;
  rightUnit: string;
  order: Order;
}

export interface TrendPanelsBody {
  kind: "trendPanels";
  rows: PanelRow[];
  leftLabel: string;
  rightLabel: string;
  leftUnit: string;
  rightUnit: string;
  legend: PanelLegend;
}

export interface LinesBody {
  kind: "lines";
  series: Series[];
  breaks: Break[];
  fromZero: boolean;
  openFrom?: Maybe<number>;
  openLabel?: Maybe<string>;
}

export interface EuMapBody {
  kind: "euMap";
  values: MapValue[];
  highlight?: Maybe<string>;
  thresholds: number[];
}

export type Order = "byValue" | "asGiven";

export interface Bar {
  id: string;
  label: string;
  value: Maybe<number>;
  flagged: boolean;
  note?: Maybe<string>;
  rank?: Maybe<string>;
  text?: Maybe<string>;
  tooltip?: Maybe<string>;
}

export interface PairedBar {
  id: string;
  label: string;
  left: Maybe<number>;
  leftFlagged: boolean;
  right: Maybe<number>;
  rightFlagged: boolean;
  rightText?: Maybe<string>;
  note?: Maybe<string>;
  tooltip?: Maybe<string>;
}

export interface PanelRow {
  id: string;
  label: string;
  left: PanelPoint[];
  right: PanelPoint[];
  leftBreaks: number[];
  rightBreaks: number[];
}

export interface PanelPoint {
  year: number;
  value: Maybe<number>;
  lower?: Maybe<number>;
  upper?: Maybe<number>;
  flagged: boolean;
  tooltip?: Maybe<string>;
}

export interface PanelLegend {
  value: string;
  interval: string;
  openInterval: string;
  flagged: string;
  broken: string;
}

export interface Reference {
  label: string;
  value: number;
}

export interface Series {
  id: string;
  label: string;
  role: "main" | "other" | "context";
  points: Point[];
}

export interface Point {
  year: number;
  value: Maybe<number>;
  flagged: boolean;
  tooltip?: Maybe<string>;
}

export interface Break {
  year: number;
  label: string;
  series?: Maybe<string>;
}

export interface MapValue {
  geo: string;
  label: string;
  value: Maybe<number>;
  flagged: boolean;
  note?: Maybe<string>;
  rank?: Maybe<string>;
  tooltip?: Maybe<string>;
}
