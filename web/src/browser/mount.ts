// Turns a figure of the page into a live chart. Without JavaScript the server's SVG stays.
import type { ECharts } from "echarts/core";
import type { ChartSpec } from "../spec";
import { build } from "../build";
import type { Built } from "../build";
import { init } from "../echarts";
import { words } from "../words";
import { tooltip } from "./tooltip";
import { listenToKeys } from "./keys";

const NARROWEST = 320;

/** A live chart in a page. */
export interface Mounted {
  chart: ECharts;
  dispose(): void;
}

/** Draws `spec` into `element`; a picture already there is kept for printing. */
export function mount(element: HTMLElement, spec: ChartSpec): Mounted {
  element.querySelectorAll(":scope > svg, :scope > img, :scope > picture").forEach((still) => still.classList.add("sextant-still"));
  const stage = makeStage(element, spec);
  // The stage takes the keyboard's focus from here on.
  element.removeAttribute("tabindex");
  const chart = init(stage, null, { renderer: "svg", width: NARROWEST, height: 1 });
  let built = draw(chart, stage, spec);
  const redraw = () => {
    if (widthOf(stage) !== chart.getWidth()) built = draw(chart, stage, spec);
  };
  const observer = new ResizeObserver(redraw);
  observer.observe(element);
  listenToKeys(chart, stage, makeLiveRegion(element), () => built);
  return {
    chart,
    dispose() {
      observer.disconnect();
      chart.dispose();
    },
  };
}

function makeStage(element: HTMLElement, spec: ChartSpec): HTMLElement {
  const stage = document.createElement("div");
  stage.className = "sextant-stage";
  stage.tabIndex = 0;
  stage.lang = spec.lang;
  stage.setAttribute("role", "group");
  stage.setAttribute("aria-label", `${spec.title}. ${spec.alt} ${words(spec.lang).keys}`);
  element.prepend(stage);
  return stage;
}

function makeLiveRegion(element: HTMLElement): HTMLElement {
  const region = document.createElement("p");
  region.className = "sextant-spoken";
  region.setAttribute("aria-live", "polite");
  element.append(region);
  return region;
}

function widthOf(stage: HTMLElement): number {
  return Math.max(NARROWEST, Math.floor(stage.clientWidth));
}

/** The whole picture is laid out again for the width at hand, so that text keeps its size. */
function draw(chart: ECharts, stage: HTMLElement, spec: ChartSpec): Built {
  const width = widthOf(stage);
  const built = build(spec, width);
  stage.style.height = `${built.height}px`;
  chart.resize({ width, height: built.height });
  chart.setOption({ ...built.option, tooltip: tooltip(built) }, true);
  return built;
}

/** Mounts every `<figure data-sextant-chart>` that carries its specification. */
export function mountAll(root: ParentNode = document): Mounted[] {
  return [...root.querySelectorAll<HTMLElement>("figure[data-sextant-chart]:not([data-sextant-mounted])")].flatMap((figure) => {
    const script = figure.querySelector('script[type="application/json"]');
    if (!script?.textContent) return [];
    figure.dataset["sextantMounted"] = "";
    return [mount(figure, JSON.parse(script.textContent) as ChartSpec)];
  });
}

/** Mounts what the page holds, once it has been read; does nothing where there is no page. */
export function whenReady(): void {
  if (typeof document === "undefined") return;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => mountAll());
  else mountAll();
}
