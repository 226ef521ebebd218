// Builds everything Sextant takes from npm into one folder: the chart bundle, its style sheet and the fonts.
// Usage: node build/bundle.mjs OUT_DIR
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { prepareFonts, widthTable } from "./fonts.mjs";
import { europe } from "./map.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));

/** Modules made here rather than read from disk: `sextant:widths` and `sextant:map`. */
export function generated() {
  const makers = { "sextant:widths": widthTable, "sextant:map": europe };
  return {
    name: "sextant-generated",
    setup(build) {
      build.onResolve({ filter: /^sextant:/ }, ({ path }) => ({ path, namespace: "sextant" }));
      build.onLoad({ filter: /.*/, namespace: "sextant" }, ({ path }) => ({
        contents: JSON.stringify(makers[path]()),
        loader: "json",
      }));
    },
  };
}

function script(out) {
  return esbuild.build({
    absWorkingDir: web,
    entryPoints: ["src/index.ts"],
    outfile: join(out, "sextant.js"),
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "sextant",
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    banner: { js: "/* Sextant charts, Apache-2.0. Contains Apache ECharts (Apache-2.0), ZRender (BSD-3-Clause), tslib (0BSD) and Natural Earth shapes (public domain). */" },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [generated()],
  });
}

function style(out) {
  return esbuild.build({
    absWorkingDir: web,
    entryPoints: ["src/charts.css"],
    outfile: join(out, "sextant.css"),
    minify: true,
  });
}

async function main(out) {
  await mkdir(out, { recursive: true });
  const shapes = europe().shapes.map(([name]) => name).filter((name) => name.length === 2);
  await writeFile(join(out, "map-shapes.txt"), shapes.sort().join("\n") + "\n");
  await Promise.all([script(out), style(out), prepareFonts(out)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = process.argv[2];
  if (!out) throw new Error("usage: node build/bundle.mjs OUT_DIR");
  await main(out);
}
