// A chart as an SVG document, without a screen. Runs in QuickJS inside the Rust crate.
import { setPlatformAPI } from "echarts/core";
import type { ChartSpec } from "./spec";
import { lay } from "./build";
import type { Laid } from "./build";
import { init } from "./echarts";
import { plain } from "./plain";
import { still } from "./still";
import { measureCss } from "./text";

export function svg(specJson: string): string {
  const spec = JSON.parse(specJson) as ChartSpec;
  const laid = lay(spec, spec.width);
  const drawn = laid.still ? still(laid.still, spec.id, spec.width, laid.height) : byECharts(spec, laid);
  return describe(drawn, spec);
}

/** What is made of more than marks. */
function byECharts(spec: ChartSpec, { option, height }: Laid): string {
  setPlatformAPI({ measureText: ((text: string, font?: string) => measureCss(text, font ?? "")) as never });
  const chart = init(null, null, { renderer: "svg", ssr: true, width: spec.width, height });
  chart.setOption(option());
  const drawn = chart.renderToSVGString();
  chart.dispose();
  return unique(plain(drawn), spec.id);
}

/** Several charts stand in one page, and one engine draws many: the ids inside each begin with the chart's own. */
function unique(drawn: string, id: string): string {
  return drawn.replace(/(id="|url\(#)zr\d+-/g, `$1${id}-`);
}

/** Gives the picture its role, its name and description, and where its numbers come from. */
function describe(drawn: string, spec: ChartSpec): string {
  const end = drawn.indexOf(">");
  const role = ` class="sextant-svg" role="img" lang="${spec.lang}" aria-labelledby="${spec.id}-title ${spec.id}-desc"`;
  const head = `\n<title id="${spec.id}-title">${escape(spec.title)}</title>\n<desc id="${spec.id}-desc">${escape(spec.alt)}</desc>\n${metadata(spec)}`;
  return `${drawn.slice(0, end)}${role}>${head}${drawn.slice(end + 1)}`;
}

function metadata(spec: ChartSpec): string {
  const entries: [string, string][] = [
    ["title", spec.title],
    ["language", spec.lang],
    ["source", spec.sourceLine],
    ["rights", spec.licence ?? ""],
    ["description", spec.demo ?? ""],
  ];
  const lines = entries.filter(([, value]) => value !== "").map(([name, value]) => `<dc:${name}>${escape(value)}</dc:${name}>`);
  const spaces = `xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
  return `<metadata><rdf:RDF ${spaces}><rdf:Description rdf:about="">${lines.join("")}</rdf:Description></rdf:RDF></metadata>`;
}

function escape(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
