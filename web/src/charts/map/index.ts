// The European Union in classes of a value, with the ranked list beside or below it.
import type { EChartsCoreOption } from "echarts/core";
import type { ChartSpec, EuMapBody } from "../../spec";
import { valueLines } from "../../reading";
import type { Laid } from "../../build";
import type { Reading } from "../../reading";
import { COLOUR, MAP } from "../../theme";
import { decimalsFor } from "../../format";
import type { NumberStyle } from "../../format";
import type { Mark } from "../../draw";
import { footer, frameOf, header, unitBlock } from "../../frame";
import type { Frame } from "../../frame";
import { anyFlagged, known } from "../values";
import { classesOf } from "./classes";
import { toItems } from "./items";
import type { Item } from "./items";
import { LEGEND_HEIGHT, legend } from "./legend";
import { LIST_WIDTH, list, listHeight } from "./list";
import type { ListPlace } from "./list";
import { ASPECT, BOUNDS, middle, register } from "./shapes";

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Plan {
  box: Box;
  list: ListPlace;
  bottom: number;
}

/** From this width on the list stands beside the map. */
const LIST_BESIDE = 600;
const TALLEST = 560;

export function buildMap(spec: ChartSpec, body: EuMapBody, width: number): Laid {
  const frame = frameOf(spec, width);
  const head = header(spec, frame);
  const style = numbers(spec, body);
  const classes = classesOf(known(body.values), body.thresholds);
  const items = toItems(body, classes, style);
  const beside = frame.width >= LIST_BESIDE;
  const mapWidth = beside ? frame.width - LIST_WIDTH - 20 : frame.width;
  const left = { ...frame, width: mapWidth };
  const unit = unitBlock(spec, left, head.height);
  const legendTop = head.height + Math.max(4, unit.height);
  const plan = makePlan(items, frame, mapWidth, { list: head.height + 2, map: legendTop + LEGEND_HEIGHT });
  const foot = footer(spec, frame, plan.bottom, anyFlagged(body.values));
  const marks = [
    ...head.marks,
    ...unit.marks,
    ...legend(classes, style, items.some((item) => item.value === null), left, legendTop),
    ...list(items, plan.list),
    ...foot.marks,
  ];
  return {
    height: Math.round(plan.bottom + foot.height),
    trigger: "item",
    readings: () => items.map((item) => reading(spec, item, plan.box)),
    option: () => option(body, items, marks, plan.box),
  };
}

function numbers(spec: ChartSpec, body: EuMapBody): NumberStyle {
  const values = known(body.values);
  return { lang: spec.lang, decimals: decimalsFor(spec.decimals, values), signed: values.some((value) => value < 0) };
}

/** The list stands beside the map where that leaves it room, else below in two columns. */
function makePlan(items: Item[], frame: Frame, mapWidth: number, top: { list: number; map: number }): Plan {
  const box = mapBox(frame.left, top.map, mapWidth);
  const mapBottom = box.top + box.height;
  if (mapWidth < frame.width) {
    const place = { left: frame.right - LIST_WIDTH, top: top.list, width: LIST_WIDTH, columns: 1, gap: 0 };
    return { box, list: place, bottom: Math.max(mapBottom, top.list + listHeight(items, 1)) };
  }
  const place = { left: frame.left, top: mapBottom + 14, width: frame.width, columns: 2, gap: 20 };
  return { box, list: place, bottom: place.top + listHeight(items, 2) };
}

function mapBox(left: number, top: number, room: number): Box {
  const height = Math.round(Math.min(TALLEST, room * ASPECT));
  return { left, top, width: Math.round(height / ASPECT), height };
}

function reading(spec: ChartSpec, item: Item, box: Box): Reading {
  const at = middle(item.entry.geo);
  return {
    title: item.entry.label,
    lines: valueLines(item.entry.tooltip, item.valueText, item.value === null ? "" : spec.unit),
    at: { x: box.left + at.x * box.width, y: box.top + at.y * box.height },
  };
}

function option(body: EuMapBody, items: Item[], marks: Mark[], box: Box): EChartsCoreOption {
  const [west, south, east, north] = BOUNDS;
  return {
    series: [
      {
        type: "map",
        map: register(body.highlight ?? ""),
        ...box,
        boundingCoords: [[west, north], [east, south]],
        aspectScale: 1,
        selectedMode: false,
        label: { show: false },
        emphasis: { label: { show: false }, itemStyle: { areaColor: MAP.neighbour } },
        itemStyle: { areaColor: MAP.neighbour, borderColor: MAP.neighbour, borderWidth: 0.5 },
        data: items.map(shape),
      },
    ],
    graphic: marks,
  };
}

function shape(item: Item): object {
  const border = item.highlighted ? { borderColor: COLOUR.ink, borderWidth: 1.75 } : { borderColor: MAP.border, borderWidth: 0.75 };
  return {
    name: item.entry.geo,
    value: item.value ?? "-",
    itemStyle: { areaColor: item.colour, borderJoin: "round", ...border },
    emphasis: { itemStyle: { areaColor: item.colour, borderColor: COLOUR.ink, borderWidth: 1.75 } },
  };
}
