// Bundles the tests as the charts are bundled, and runs them with Node's own test runner.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { generated } from "./bundle.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "sextant-web-"));
const names = readdirSync(join(web, "test")).filter((name) => name.endsWith(".test.ts"));

await esbuild.build({
  absWorkingDir: web,
  entryPoints: names.map((name) => join("test", name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  plugins: [generated()],
});
const files = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
const env = {
  ...process.env,
  SEXTANT_DEFINITIONS: join(web, "../definitions"),
  SEXTANT_SPECS: join(web, "../crates/charts/tests/specs"),
};
const { status } = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit", env });
rmSync(out, { recursive: true });
process.exit(status ?? 1);
