// From what ECharts writes for a browser to plain SVG that any program draws alike.
import { MIDDLE_TO_BASELINE } from "./still";
import { FONT_FAMILY } from "./theme";

export function plain(drawn: string): string {
  const still = drawn
    // What only a live chart needs: styles for hovering, areas that catch the mouse, marks for scripts.
    .replace(/<style\b[^]*?<\/style>\n?/g, "")
    .replace(/<path [^>]*fill="none" pointer-events="visible" class="[^"]*"><\/path>\n?/g, "")
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, "")
    .replace(/><\/(?:path|rect|circle|polygon|polyline)>/g, "/>")
    // Areas without any colour, which only answer to the pointer.
    .replace(/<path [^>]*fill="none"(?: stroke="none"[^>]*)?\/>\n?/g, "")
    // Lines of a single point, which draw nothing.
    .replace(/<path d="(?:M[-\d. ]+)*"[^>]*\/>\n?/g, "");
  return still.replace(/<text ([^>]*)>/g, (_, attributes: string) => `<text ${plainText(attributes)}>`).replace("<svg ", `<svg font-family="${FONT_FAMILY}" `);
}

/** Font attributes instead of a style (which a page's security policy may refuse), and a baseline instead of a middle. */
function plainText(attributes: string): string {
  const [style = "", weight = "400", size = "12"] = /style="font: (\d+) ([\d.]+)px [^"]*"/.exec(attributes) ?? [];
  const bold = weight === "400" ? "" : ` font-weight="${weight}"`;
  return attributes
    .replace('dominant-baseline="central" ', "")
    .replace(' text-anchor="start"', "")
    .replace('text-anchor="start" ', "")
    .replace(style, `font-size="${size}"${bold}`)
    .replace(/ y="([-\d.]+)"/, (_, y: string) => ` y="${Math.round((Number(y) + Number(size) * MIDDLE_TO_BASELINE) * 10) / 10}"`);
}
