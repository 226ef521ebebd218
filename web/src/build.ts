// From a chart specification to an ECharts option: the same for the page, the SVG and the PNG.
import type { EChartsCoreOption } from "echarts/core";
import type { Reading } from "./reading";
import type { Mark } from "./draw";
import type { ChartSpec } from "./spec";
import { COLOUR, FONT_FAMILY } from "./theme";
import { buildBars } from "./charts/bars";
import { buildLines } from "./charts/lines";
import { buildMap } from "./charts/map";
import { buildPairs } from "./charts/pairs";
import { buildPanels } from "./charts/panels";

/** A chart laid out; what only a page needs is made when it is asked for. */
export interface Laid {
  height: number;
  readings: () => Reading[];
  option: () => EChartsCoreOption;
  /** All that is drawn, where it can be said in marks: a picture needs no chart library then. */
  still?: Mark[];
  trigger: "axis" | "item";
}

/** A chart for a page. */
export interface Built {
  height: number;
  /** In the order of the data, which is also the order of the arrow keys. */
  readings: Reading[];
  option: EChartsCoreOption;
  /** Whether a tooltip belongs to a place on the axis or to a shape. */
  trigger: "axis" | "item";
}

export function build(spec: ChartSpec, width: number): Built {
  const { height, trigger, readings, option } = lay(spec, width);
  return { height, trigger, readings: readings(), option: option() };
}

export function lay(spec: ChartSpec, width: number): Laid {
  const laid = layBody(spec, width);
  const common = { animation: false, backgroundColor: COLOUR.paper, textStyle: { fontFamily: FONT_FAMILY } };
  return { ...laid, option: () => ({ ...common, ...laid.option() }) };
}

function layBody(spec: ChartSpec, width: number): Laid {
  switch (spec.body.kind) {
    case "divergingBars":
    case "bars":
    case "ranking":
      return buildBars(spec, spec.body, width);
    case "pairedBars":
      return buildPairs(spec, spec.body, width);
    case "trendPanels":
      return buildPanels(spec, spec.body, width);
    case "lines":
      return buildLines(spec, spec.body, width);
    case "euMap":
      return buildMap(spec, spec.body, width);
  }
}
