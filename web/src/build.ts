// From a chart specification to an ECharts option: the same for the page, the SVG and the PNG.
import type { EChartsCoreOption } from "echarts/core";
import type { Reading } from "./reading";
import type { ChartSpec } from "./spec";
import { COLOUR, FONT_FAMILY } from "./theme";
import { buildBars } from "./charts/bars";
import { buildLines } from "./charts/lines";
import { buildMap } from "./charts/map";
import { buildPairs } from "./charts/pairs";
import { buildPanels } from "./charts/panels";

export interface Built {
  height: number;
  /** In the order of the data, which is also the order of the arrow keys. */
  readings: Reading[];
  option: EChartsCoreOption;
  /** Whether a tooltip belongs to a place on the axis or to a shape. */
  trigger: "axis" | "item";
}

export function build(spec: ChartSpec, width: number): Built {
  const built = buildBody(spec, width);
  const common = { animation: false, backgroundColor: COLOUR.paper, textStyle: { fontFamily: FONT_FAMILY } };
  return { ...built, option: { ...common, ...built.option } };
}

function buildBody(spec: ChartSpec, width: number): Built {
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
