// Tooltips made of nodes, never of markup: nothing in a label can become part of the page.
import type { Built } from "../build";
import type { Reading, ReadingLine } from "../reading";

export function tooltip(built: Built): object {
  return {
    trigger: built.trigger,
    confine: true,
    transitionDuration: 0,
    className: "sextant-tooltip",
    axisPointer: { type: built.trigger === "axis" && isLines(built) ? "line" : "shadow", shadowStyle: { color: "rgba(31,78,140,0.06)" } },
    formatter: (given: { dataIndex: number } | { dataIndex: number }[]) => {
      const first = Array.isArray(given) ? given[0] : given;
      const found = first ? built.readings[first.dataIndex] : undefined;
      return found ? content(found) : "";
    },
  };
}

function isLines(built: Built): boolean {
  const series = (built.option as { series: { type: string }[] }).series;
  return series[0]?.type === "line";
}

function content(reading: Reading): HTMLElement {
  const box = document.createElement("div");
  const title = document.createElement("strong");
  title.textContent = reading.title;
  box.append(title, ...reading.lines.map(row));
  return box;
}

function row(entry: ReadingLine): HTMLElement {
  const element = document.createElement("div");
  if (entry.colour) {
    const swatch = document.createElement("i");
    swatch.style.backgroundColor = entry.colour;
    element.append(swatch);
  }
  element.append(entry.text);
  return element;
}
