// Checks every fact sheet in a folder: `node check.mjs FOLDER [--sample N] [--tabs N] [--all]`.
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkInBrowser } from "./checks/browser.mjs";
import { checkHtml } from "./checks/html.mjs";
import { checkLinks } from "./checks/links.mjs";
import { checkPdf } from "./checks/pdf.mjs";
import { Report } from "./checks/report.mjs";
import { Folder } from "./checks/source.mjs";
import { missingTools } from "./checks/tools.mjs";

const USAGE = `Usage: node check.mjs FOLDER [--sample N] [--tabs N] [--all]

  --sample N  Check every Nth page and every Nth PDF only, and always index.html [default: 1]
  --tabs N    Pages open in the browser at a time [default: 2]
  --all       Print every finding, and not only the first three of those that are alike`;

/** Ends the program where nothing could be checked, which is not the same as a failed check. */
function stop(message) {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  const options = { sample: { type: "string", default: "1" }, tabs: { type: "string", default: "2" }, all: { type: "boolean", default: false } };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [sample, tabs] = [Number(values.sample), Number(values.tabs)];
    if (positionals.length !== 1) throw new Error("One folder is needed.");
    if (![sample, tabs].every((n) => Number.isInteger(n) && n > 0)) throw new Error("--sample and --tabs take a whole number from 1.");
    return { folder: resolve(positionals[0]), sample, tabs, all: values.all };
  } catch (error) {
    return stop(`${error.message}\n\n${USAGE}`);
  }
}

function filesOf(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) stop(`${folder} is not a folder.`);
  return readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

const everyNth = (names, n) => names.filter((name, at) => at % n === 0 || name === "index.html");

const { folder, sample, tabs, all } = readArguments();
const names = filesOf(folder);
const ending = (end) => names.filter((name) => name.toLowerCase().endsWith(end));
const pages = everyNth(ending(".html"), sample);
const pdfs = everyNth(ending(".pdf"), sample);
if (pages.length + pdfs.length === 0) stop(`${folder} has no .html and no .pdf file.`);
const missing = missingTools(pages.length > 0, pdfs.length > 0);
if (missing) stop(missing);

const report = new Report(all);
const sources = new Folder(folder, names);
if (pages.length > 0) {
  await report.run("html", pages, () => checkHtml(folder, pages));
  await report.run("links", pages, () => checkLinks(sources, pages));
  await report.run(["accessibility", "behaviour"], pages, () => checkInBrowser(sources, pages, tabs));
}
if (pdfs.length > 0) await report.run("pdf", pdfs, () => checkPdf(folder, pdfs));
process.exitCode = report.finish() ? 0 : 1;
