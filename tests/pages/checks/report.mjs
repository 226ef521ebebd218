// Collects findings and prints them, those that are alike together.

const SHOWN = 3;

/** A finding of a check: `level` is "error" (the check fails) or "warning" (it is listed). */
export function finding(file, place, level, message, more = {}) {
  return { file, line: place?.line ?? 1, column: place?.column ?? 1, level, message, alike: message, ...more };
}

const count = (n, one) => `${n} ${one}${n === 1 ? "" : "s"}`;
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

export class Report {
  #all;
  #passed = 0;
  #failed = 0;

  constructor(all) {
    this.#all = all;
  }

  /** Runs `check` for one kind or for kinds that share a run, and prints what it found in `files`. */
  async run(kinds, files, check) {
    const start = performance.now();
    const found = await check();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    for (const kind of [kinds].flat()) {
      const own = found.filter((entry) => (entry.kind ?? kind) === kind);
      this.#print(kind, files, own, seconds);
    }
  }

  #print(kind, files, found, seconds) {
    const errors = found.filter((entry) => entry.level === "error");
    const failed = new Set(errors.map((entry) => entry.file)).size;
    this.#failed += failed;
    this.#passed += files.length - failed;
    const warnings = count(found.length - errors.length, "warning");
    console.log(`${kind}: ${count(files.length, "file")}, ${failed} failed, ${count(errors.length, "error")}, ${warnings} (${seconds} s)`);
    const order = [...errors, ...found.filter((entry) => entry.level !== "error")];
    for (const group of groups(order)) this.#printAlike(group);
  }

  #printAlike(group) {
    const shown = this.#all ? group : group.slice(0, SHOWN);
    for (const { file, line, column, level, message } of shown) {
      console.log(`${file}: ${line}:${column}: ${level === "error" ? "" : "warning: "}${oneLine(message)}`);
    }
    const rest = group.slice(shown.length);
    if (rest.length > 0) console.log(`  and ${rest.length} more like it, in ${count(new Set(rest.map((entry) => entry.file)).size, "file")}`);
  }

  /** Prints the last line; true when nothing failed. */
  finish() {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed === 0;
  }
}

function groups(entries) {
  const found = new Map();
  for (const entry of entries) {
    const key = `${entry.level} ${entry.alike}`;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(entry);
  }
  return found.values();
}
