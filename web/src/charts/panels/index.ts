// Rows of two small trends, with bands where only an interval is known.
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec, TrendPanelsBody } from "../../spec";
import type { Laid } from "../../build";
import { footer, frameOf, header } from "../../frame";
import type { Mark } from "../../draw";
import { anyFlagged } from "../values";
import { toRows, yearsOf } from "./cells";
import { legend } from "./legend";
import { YEAR_ROW, panelMarks } from "./marks";
import { makePlan, nameRoom } from "./plan";
import { areas } from "./readings";
import type { Area } from "./readings";

const LEGEND_GAP = 10;

export function buildPanels(spec: ChartSpec, body: TrendPanelsBody, width: number): Laid {
  const frame = frameOf(spec, width);
  const head = header(spec, frame);
  const years = yearsOf(body);
  const rows = toRows(spec, body, years, nameRoom(frame));
  const plan = makePlan(spec, body, rows, years, head.height, frame);
  const legendTop = plan.bottom + YEAR_ROW + LEGEND_GAP;
  const key = legend(body, rows, frame, legendTop);
  const flagged = anyFlagged(body.rows.flatMap((row) => [...row.left, ...row.right]));
  const foot = footer(spec, frame, legendTop + key.height, flagged);
  const marks = [...head.marks, ...panelMarks(rows, plan, frame, head.height), ...key.marks, ...foot.marks];
  const height = Math.round(legendTop + key.height + foot.height);
  const places = () => plan.panels.flatMap((panel) => areas(spec, body, panel));
  const readings = () => places().map((area) => area.reading);
  return { height, trigger: "item", readings, option: () => option(places(), marks, { width, height }), still: marks };
}

/** The panels are marks; an area without colour above each of their years answers to pointer and keys. */
function option(places: Area[], marks: Mark[], size: { width: number; height: number }): EChartsCoreOption {
  return {
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: "value", min: 0, max: size.width, show: false },
    yAxis: { type: "value", min: 0, max: size.height, inverse: true, show: false },
    series: [
      {
        type: "line",
        clip: false,
        lineStyle: { width: 0 },
        symbol: "rect",
        showAllSymbol: true,
        itemStyle: { color: "transparent" },
        emphasis: { scale: false, lineStyle: { width: 0 }, itemStyle: { color: "rgba(31,78,140,0.1)" } },
        data: places.map(({ reading, width, height }) => ({ value: [reading.at.x, reading.at.y], symbolSize: [width, height] })),
      },
    ],
    graphic: marks,
  };
}
