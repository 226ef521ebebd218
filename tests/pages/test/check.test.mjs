// Small pages with one fault each: every fault must be found, and a page without faults must pass.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL, fileURLToPath } from "node:url";
import { chromium } from "../checks/tools.mjs";

const program = fileURLToPath(new URL("../check.mjs", import.meta.url));
const made = [];

const page = (body, head = "") => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page of a test</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
<main>
<h1>A heading of the page</h1>
${body}
</main>
</body>
</html>
`;

function folderOf(files) {
  const folder = mkdtempSync(join(tmpdir(), "sextant-pages-"));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function check(folder, words = [], env = process.env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, folder, ...words], { encoding: "utf8", env });
  return { status, stderr, lines: stdout.trim().split("\n") };
}

after(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** File, its body, and what must be said of it: line of the fault, and words of the message. */
const FAULTS = [
  ["nesting.html", "<p>One <b>two</p>", "", /^nesting\.html: 13:\d+: .*(violates nesting rules|unclosed)/i],
  ["image.html", '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9" height="9"></p>', "", /^image\.html: 13:4: image-alt \(critical\)/],
  ["contrast.html", '<p style="color:#bbb">This cannot be read by everyone.</p>', "", /^contrast\.html: 13:1: color-contrast \(serious\)/],
  ["closed.html", '<details><summary>More</summary><p style="color:#bbb">This too.</p></details>', "", /^closed\.html: 13:33: color-contrast \(serious\).*\[360 px, with script; 1280 px, without script\]/],
  ["scroll.html", '<div style="width:10rem;overflow-x:auto"><div style="width:90rem">A wide picture of something</div></div>', "", /^scroll\.html: 13:1: scrollable-region-focusable \(serious\)/],
  ["file.html", '<p><a href="gone.xlsx">A workbook</a></p>', "", /^file\.html: 13:4: href="gone\.xlsx": no such file/],
  ["anchor.html", '<p><a href="#gone">A figure</a></p>', "", /^anchor\.html: 13:4: href="#gone": no element has this id/],
  ["other.html", '<p><a href="good.html#gone">A figure elsewhere</a></p>', "", /^other\.html: 13:4: href="good\.html#gone": no element has this id/],
  ["outside.html", '<p><a href="https://example.com/">Elsewhere</a></p>', "", /^outside\.html: 13:4: href="https:\/\/example\.com\/": leads out of the fact sheets/],
  ["root.html", '<p><a href="/good.html">From the root</a></p>', "", /^root\.html: 13:4: href="\/good\.html": leads out of the folder/],
  ["twice.html", '<p id="a">One</p>\n<p id="a">Two</p>', "", /^twice\.html: 14:1: The id "a" is already on line 13/],
  ["label.html", '<section aria-labelledby="gone"><h2>A part</h2></section>', "", /^label\.html: 13:1: Refers to the id "gone"/],
  ["wide.html", '<div><p style="width:30rem">Wider than a telephone</p></div>', "", /^wide\.html: 13:6: The page is \d+ px wide in a window of 360/],
  ["network.html", "<p>Asks</p>", '<link rel="preload" as="image" href="https://example.com/a.png">', /^network\.html: 1:1: Asks for https:\/\/example\.com\/a\.png/],
  ["throws.html", "<p>Fails</p>", '<script>nothing.here();</script>', /^throws\.html: 1:1: Its script fails: nothing is not defined/],
  ["logs.html", "<p>Logs</p>", '<script>console.error("a word of trouble");</script>', /^logs\.html: 1:1: Writes to the console: a word of trouble/],
  ["clone.html", '<p id="b">One</p><script>document.querySelector("p").after(document.querySelector("p").cloneNode(true));</script>', "", /^clone\.html: 13:1: The id "b" is there 2 times/],
];

describe("a page with a fault", () => {
  let found;
  before(() => {
    const pages = FAULTS.map(([name, body, head]) => [name, page(body, head)]);
    found = check(folderOf({ ...Object.fromEntries(pages), "good.html": page("<p>Nothing wrong.</p>") }), ["--all"]);
  });
  for (const [name, , , message] of FAULTS) {
    test(name, () => assert.ok(found.lines.some((line) => message.test(line)), `${message} is not in:\n${found.lines.join("\n")}\n${found.stderr}`));
  }
  test("fails the run, and says how much passed", () => {
    assert.equal(found.status, 1);
    assert.match(found.lines.at(-1), /^\d+ passed, \d+ failed$/);
  });
  test("does not fail a good page beside it", () => assert.deepEqual(found.lines.filter((line) => line.startsWith("good.html")), []));
});

const SEEN = '<script>if (document.visibilityState !== "visible") console.error("This tab is hidden.");</script>';

describe("pages without a fault", () => {
  const good = page('<p><a href="data.xlsx">A workbook</a>, <a href="index.html#part">a part</a></p><details id="part"><summary>More</summary><p>Open.</p></details>', SEEN);
  const folder = folderOf({ "index.html": good, "A.html": good, "B.html": good, "C.html": good, "data.xlsx": "" });

  // Four tabs: those in the background must be shown too, or no frame of them is drawn.
  test("pass", () => {
    const { status, lines } = check(folder, ["--tabs", "4"]);
    assert.equal(lines.at(-1), "16 passed, 0 failed", lines.join("\n"));
    assert.equal(status, 0);
  });
  test("can be sampled, the index always among them", () => assert.equal(check(folder, ["--sample", "3"]).lines.at(-1), "8 passed, 0 failed"));
});

describe("a PDF", () => {
  test("that is not one, or is neither long nor archivable, fails", () => {
    const folder = folderOf({ "broken.pdf": "not a PDF" });
    const source = folderOf({ "page.html": page("<p>Short.</p>") });
    const words = ["--headless", "--no-sandbox", "--disable-gpu", `--print-to-pdf=${join(folder, "short.pdf")}`, pathToFileURL(join(source, "page.html")).href];
    execFileSync(chromium(), words, { stdio: "ignore" });
    const { status, lines } = check(folder, ["--all"]);
    const said = lines.join("\n");
    assert.equal(status, 1);
    for (const message of [/^broken\.pdf: .*cannot be read/m, /^short\.pdf: .*has 1 pages/m, /^short\.pdf: .*PDF\/A/m, /^short\.pdf: .*PDF\/UA-1/m, /^short\.pdf: .*characters of text/m]) {
      assert.match(said, message);
    }
    assert.equal(lines.at(-1), "0 passed, 2 failed");
  });
});

describe("the command", () => {
  test("says what to install where a program is absent", () => {
    const folder = folderOf({ "index.html": page("<p>One</p>"), "a.pdf": "" });
    const { status, stderr } = check(folder, [], { PATH: "/nowhere" });
    assert.equal(status, 2);
    assert.match(stderr, /java, chromium, pdfinfo, pdffonts, pdftotext.*apt-get install .*default-jre-headless chromium poppler-utils/);
  });
  test("refuses what it cannot check", () => {
    assert.match(check(folderOf({})).stderr, /no \.html and no \.pdf file/);
    assert.match(check("/nowhere").stderr, /is not a folder/);
    assert.match(check(folderOf({}), ["--sample", "0"]).stderr, /whole number from 1/);
  });
});
