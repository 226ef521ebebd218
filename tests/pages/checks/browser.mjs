// Pages in headless Chromium: accessibility through axe-core, and how each page behaves.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { defineSteps, emptyPictures, overflow, repeatedIds, runAxe, setDetails } from "./inpage.mjs";
import { finding } from "./report.mjs";
import { chromium } from "./tools.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const HEIGHT = 900;
const PATIENCE = 120_000;
/** Impacts with which a finding of axe fails; the others are listed. */
const FAILING = ["serious", "critical"];

/**
 * Every page four times: each width with and without its script, and each of these with `details` closed once.
 * Contrast is judged where all is open.
 */
const PASSES = [
  { script: true, width: 1280, open: false },
  { script: true, width: 360, open: true },
  { script: false, width: 1280, open: true },
  { script: false, width: 360, open: false },
];

/** Findings of the kinds "accessibility" and "behaviour" in every page. */
export async function checkInBrowser(folder, pages, tabs) {
  const browser = await launch();
  const found = new Map(pages.map((page) => [page, []]));
  const waiting = [...pages];
  const work = async () => {
    const tab = await browser.newPage();
    // Chromium draws no frames in a tab that it takes for hidden, and charts would keep their old width.
    await tab.emulateFocusedPage(true);
    for (let name = waiting.shift(); name; name = waiting.shift()) found.set(name, await checkPage(tab, folder, name));
    await tab.close();
  };
  try {
    await Promise.all(Array.from({ length: Math.min(tabs, pages.length) }, work));
  } finally {
    await browser.close();
  }
  return [...found.values()].flat();
}

function launch() {
  const quiet = ["--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"];
  // Chromium's own sandbox does not start for root, as which a build machine may run; the pages are our own.
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return puppeteer.launch({ executablePath: chromium(), args: [...quiet, ...root], protocolTimeout: PATIENCE });
}

async function checkPage(tab, folder, name) {
  const notes = new Notes(folder, name);
  const stopListening = listen(tab, notes, folder);
  try {
    for (const script of [true, false]) await loadAndCheck(tab, notes, script);
  } catch (error) {
    notes.error("behaviour", null, `The browser could not check it: ${error.message}`);
  } finally {
    stopListening();
  }
  return notes.findings();
}

async function loadAndCheck(tab, notes, script) {
  const passes = PASSES.filter((pass) => pass.script === script);
  await resize(tab, passes[0].width);
  await tab.setJavaScriptEnabled(script);
  notes.pass = script ? "with its script" : "without script";
  await tab.goto(notes.url, { waitUntil: "load", timeout: PATIENCE });
  // Scripts of the page have been left out for good; those of the checks may run.
  await tab.setJavaScriptEnabled(true);
  await tab.evaluate(axe);
  await tab.evaluate(defineSteps);
  for (const { id, times, steps } of await tab.evaluate(repeatedIds)) {
    notes.error("behaviour", steps, `The id "${id}" is there ${times} times.`, "an id is repeated");
  }
  await tab.evaluate(emptyPictures);
  for (const pass of passes) await checkPass(tab, notes, pass);
}

async function checkPass(tab, notes, { script, width, open }) {
  notes.pass = `${width} px, ${script ? "with" : "without"} script`;
  await resize(tab, width);
  await tab.evaluate(setDetails, open);
  for (const violation of await tab.evaluate(runAxe, open)) notes.axe(violation);
  for (const opened of [false, true]) {
    await tab.evaluate(setDetails, opened);
    const wide = await tab.evaluate(overflow);
    if (wide) notes.error("behaviour", wide.steps, `The page is ${wide.width} px wide in a window of ${wide.window}: ${wide.html}`, `the page is too wide at ${width} px`);
  }
}

const resize = (tab, width) => tab.setViewport({ width, height: HEIGHT });

/** Listens to what a page does by itself; gives a function that ends it. */
function listen(tab, notes, folder) {
  const inside = pathToFileURL(`${folder.path}/`).href;
  const allowed = (url) => /^(data|blob|about):/.test(url) || url.startsWith(inside);
  const listeners = {
    request: (request) => allowed(request.url()) || notes.error("behaviour", null, `Asks for ${request.url().slice(0, 120)}: a fact sheet holds everything it needs.`),
    pageerror: (error) => notes.error("behaviour", null, `Its script fails: ${error.message ?? error}`),
    console: (message) => notes.console(message),
    dialog: (dialog) => {
      notes.error("behaviour", null, `Opens a dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    },
  };
  for (const [event, listener] of Object.entries(listeners)) tab.on(event, listener);
  return () => Object.entries(listeners).forEach(([event, listener]) => tab.off(event, listener));
}

/** What was found in one page, the same finding of several passes once. */
class Notes {
  #found = new Map();
  pass = "";

  constructor(folder, name) {
    this.folder = folder;
    this.name = name;
    this.url = pathToFileURL(join(folder.path, name)).href;
  }

  #add(kind, steps, level, message, alike) {
    const place = steps ? this.folder.page(this.name).locate(steps) : { line: 1, column: 1 };
    const key = [kind, place.line, place.column, level, message].join(" ");
    if (!this.#found.has(key)) this.#found.set(key, { kind, place, level, message, alike, passes: new Set() });
    this.#found.get(key).passes.add(this.pass);
  }

  error(kind, steps, message, alike = message) {
    this.#add(kind, steps, "error", message, `${kind} ${alike}`);
  }

  console(message) {
    const level = { error: "error", warn: "warning", warning: "warning" }[message.type()];
    if (level) this.#add("behaviour", null, level, `Writes to the console: ${message.text()}`, `console ${message.text()}`);
  }

  axe({ rule, impact, sure, help, why, html, steps }) {
    const fails = sure && FAILING.includes(impact);
    const how = sure ? impact : "to be looked at";
    this.#add("accessibility", steps, fails ? "error" : "warning", `${rule} (${how}): ${help}: ${why}: ${html}`, `${rule} ${how}`);
  }

  findings() {
    return [...this.#found.values()].map(({ kind, place, level, message, alike, passes }) =>
      finding(this.name, place, level, passes.size < PASSES.length ? `${message} [${[...passes].join("; ")}]` : message, { kind, alike }),
    );
  }
}
