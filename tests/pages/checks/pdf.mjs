// PDF files through poppler: they open, have a few pages, are tagged and archivable, and give their text.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { mayLinkTo } from "./external.mjs";
import { finding } from "./report.mjs";

const run = promisify(execFile);
const PAGES = { least: 2, most: 8 };
const LEAST_TEXT = 500;
/** Poppler's own mistake: it says so of every file in which /Suspects is false, as it should be. */
const KNOWN = /Suspects object is wrong type/;
const LARGEST = { maxBuffer: 64 * 1024 * 1024 };

export async function checkPdf(folder, names) {
  const found = [];
  for (const name of names) {
    const { errors, warnings } = await checkOne(join(folder, name));
    found.push(...errors.map((message) => finding(name, null, "error", message)));
    found.push(...[...warnings].map((message) => finding(name, null, "warning", `poppler: ${message}`)));
  }
  return found;
}

async function checkOne(path) {
  const warnings = new Set();
  const output = async (program, ...words) => {
    const { stdout, stderr } = await run(program, words, LARGEST);
    for (const line of stderr.split("\n")) if (line && !KNOWN.test(line)) warnings.add(line);
    return stdout;
  };
  try {
    const errors = [
      ...ofInfo(await output("pdfinfo", path)),
      ...ofMetadata(await output("pdfinfo", "-meta", path)),
      ...ofLinks(await output("pdfinfo", "-url", path)),
      ...ofFonts(await output("pdffonts", path)),
      ...ofText(await output("pdftotext", path, "-")),
    ];
    return { errors, warnings };
  } catch (error) {
    return { errors: [`It cannot be read: ${(error.stderr || error.message).split("\n")[0]}`], warnings };
  }
}

function ofInfo(text) {
  const info = new Map(text.split("\n").map((line) => [line.split(":")[0], line.slice(line.indexOf(":") + 1).trim()]));
  const pages = Number(info.get("Pages"));
  const said = [];
  if (!(pages >= PAGES.least && pages <= PAGES.most)) said.push(`It has ${pages} pages, and not ${PAGES.least} to ${PAGES.most}.`);
  if (info.get("Tagged") !== "yes") said.push("It is not tagged: it has no structure that is read out.");
  if (!info.get("Title")) said.push("It has no title.");
  if (info.get("JavaScript") === "yes") said.push("It contains JavaScript.");
  if (info.get("Encrypted")?.startsWith("yes")) said.push("It is encrypted.");
  return said;
}

/** pdfinfo names a subtype only where the old information dictionary has it; XMP always says it. */
function ofMetadata(text) {
  const said = [];
  if (!part(text, "pdfaid")) said.push("Its metadata do not say PDF/A (pdfaid:part).");
  if (part(text, "pdfuaid") !== "1") said.push("Its metadata do not say PDF/UA-1 (pdfuaid:part).");
  return said;
}

const part = (text, prefix) => text.match(new RegExp(`${prefix}:part(?:>|=["'])\\s*(\\d)`))?.[1];

function ofLinks(text) {
  const addresses = [...text.matchAll(/\bhttps?:\/\/\S+/g)].map((match) => match[0]);
  return addresses.filter((address) => !mayLinkTo(address)).map((address) => `Links to ${address}, which is not on the list in checks/external.mjs.`);
}

/** A table in columns as wide as the dashes of its second line. */
function ofFonts(text) {
  const [heads = "", dashes = "", ...rows] = text.split("\n").filter(Boolean);
  const columns = [...dashes.matchAll(/-+/g)].map(({ index, 0: mark }) => [index, index + mark.length]);
  const cells = (line) => columns.map(([start, end]) => line.slice(start, end).trim());
  const [embedded, unicode] = ["emb", "uni"].map((name) => cells(heads).indexOf(name));
  if (rows.length === 0) return ["It has no font: its text is a picture."];
  return rows.flatMap((row) => [
    ...(cells(row)[embedded] === "yes" ? [] : [`The font ${cells(row)[0]} is not embedded.`]),
    ...(cells(row)[unicode] === "yes" ? [] : [`The font ${cells(row)[0]} does not say which letters its glyphs are: they cannot be searched or read out.`]),
  ]);
}

function ofText(text) {
  const letters = text.replace(/\s+/g, "");
  const said = [];
  if (letters.length < LEAST_TEXT) said.push(`It gives ${letters.length} characters of text, and not at least ${LEAST_TEXT}.`);
  if (letters.includes("\uFFFD")) said.push("Its text has letters that are not known (U+FFFD).");
  return said;
}
