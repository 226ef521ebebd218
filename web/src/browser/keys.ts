// Arrow keys walk through the readings; each is shown as a tooltip and read out.
import type { ECharts } from "echarts/core";
import type { Built } from "../build";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function listenToKeys(chart: ECharts, stage: HTMLElement, spoken: HTMLElement, built: () => Built): void {
  let current = -1;
  const leave = () => {
    current = -1;
    chart.dispatchAction({ type: "hideTip" });
    chart.dispatchAction({ type: "downplay", seriesIndex: 0 });
  };
  stage.addEventListener("blur", leave);
  stage.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return leave();
    const next = moved(event.key, current, built().readings.length);
    if (next === null) return;
    event.preventDefault();
    current = next;
    show(chart, spoken, built(), current);
  });
}

function moved(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = STEPS[key];
  if (step === undefined) return null;
  if (current < 0) return step > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, current + step));
}

function show(chart: ECharts, spoken: HTMLElement, built: Built, index: number): void {
  const reading = built.readings[index];
  if (!reading) return;
  const { x, y } = reading.at;
  if (built.trigger === "item") {
    chart.dispatchAction({ type: "downplay", seriesIndex: 0 });
    chart.dispatchAction({ type: "highlight", seriesIndex: 0, dataIndex: index });
    chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: index, position: [x + 12, y + 12] });
  } else {
    chart.dispatchAction({ type: "showTip", x, y });
  }
  spoken.textContent = [reading.title, ...reading.lines.map((entry) => entry.text)].join(", ");
}
