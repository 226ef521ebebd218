// What every chart shares: colours, type sizes, spacing.
// Colours keep their order of lightness when printed in grey and stay apart for colour-blind readers.

export const FONT_FAMILY = "Inter, 'Noto Sans SC', system-ui, sans-serif";

export const COLOUR = {
  paper: "#ffffff",
  ink: "#1b1f24",
  quiet: "#59616a",
  grid: "#e4e7ea",
  /** Ground of years that are not complete. */
  shade: "#f1f3f5",
  zero: "#3c434b",
  mark: "#8a929b",
  demoInk: "#8a3b00",
  demoPaper: "#fff3e4",
} as const;

/** Positive is deep blue, negative warm orange; the pale pair is for bars that stand back. */
export const SIGN = {
  positive: "#1f4e8c",
  negative: "#d2691e",
  positivePale: "#a9c1dc",
  negativePale: "#f0c8a3",
  /** Outlines of hollow pale bars. */
  positiveOutline: "#6f93bd",
  negativeOutline: "#d99a62",
  positiveInk: "#1f4e8c",
  negativeInk: "#ab4f0d",
} as const;

/** Two panels of bars: one hue in two depths, so that nobody compares lengths across their axes. */
export const PAIR = { left: "#6f93bd", right: "#1f4e8c" } as const;

/** Small trends: a dark line on a pale band; what has no known end fades from `open` to paper. */
export const TREND = { line: "#1f4e8c", band: "#c3d4e8", open: "#7f9fc6", cut: "#3c434b" } as const;

/** Line colours with the darker shade used for their text (at least 4.5:1 on white). */
export const LINES = [
  { line: "#1f4e8c", ink: "#1f4e8c" },
  { line: "#d2691e", ink: "#ab4f0d" },
  { line: "#148a7b", ink: "#0f6f63" },
  { line: "#8f2d6b", ink: "#8f2d6b" },
  { line: "#5b9bd5", ink: "#2a6ca6" },
  { line: "#8a6d00", ink: "#7a6000" },
  { line: "#5d646c", ink: "#5d646c" },
  { line: "#c0504d", ink: "#a83c39" },
] as const;

export const CONTEXT_LINE = { line: "#c3c9cf", ink: "#6b737c" } as const;

/** From pale to deep, for values of one sign. */
export const SEQUENTIAL = ["#d0e1f0", "#a3c6e3", "#69a3d0", "#2f74b0", "#123f73"] as const;
/** From deep to pale, for negative values only. */
export const NEGATIVE_SEQUENTIAL = ["#8a3605", "#b9570f", "#e08a45", "#f0b783", "#f9e0c6"] as const;
/** From the strongest negative class to the weakest, and the same for positive values. */
export const NEGATIVE_CLASSES = ["#a8480a", "#e08a45", "#f7d9b8"] as const;
export const POSITIVE_CLASSES = ["#d3e3f1", "#78a9d4", "#1f4e8c"] as const;

export const MAP = { neighbour: "#f0f0ef", missing: "#c9ccd0", border: "#ffffff" } as const;

export const SIZE = { title: 17, subtitle: 13, label: 12, tick: 11, note: 11, demo: 12 } as const;
export const LEADING = 1.35;
export const PAD = 16;

export type Weight = "regular" | "semibold";

/** A CSS font shorthand in the chart's family. */
export function font(size: number, weight: Weight = "regular"): string {
  return `${weight === "semibold" ? 600 : 400} ${size}px ${FONT_FAMILY}`;
}
