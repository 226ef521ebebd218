// A page as it is written: its elements with line and column, its ids.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";

/** One page of a folder. */
export class Source {
  /** Every element, in the order of the page. */
  elements = [];
  /** Elements by id; more than one where an id is not unique. */
  ids = new Map();

  constructor(text) {
    // Without scripting, so that the content of <noscript> is checked too.
    const document = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false });
    this.#add(document);
  }

  #add(node) {
    for (const child of childrenOf(node)) {
      this.elements.push(child);
      const id = attribute(child, "id");
      if (id !== null) this.ids.set(id, [...(this.ids.get(id) ?? []), child]);
      this.#add(child);
    }
  }

  /**
   * Where an element of the browser's page is written. `steps` lead to it from the root, each with tag,
   * place among its siblings of that tag, and id. A script may have added elements:
   * then it is the nearest place that is in the source.
   */
  locate(steps) {
    const from = steps.findLastIndex((step) => step.id && this.ids.has(step.id));
    let element = from < 0 ? this.elements[0] : this.ids.get(steps[from].id)[0];
    for (const step of steps.slice(Math.max(from, 0) + 1)) {
      const next = childrenOf(element).filter((child) => child.tagName.toLowerCase() === step.tag)[step.nth];
      if (!next) break;
      element = next;
    }
    return placeOf(element);
  }
}

/** The elements directly inside a node. */
const childrenOf = (node) => (node.content ?? node).childNodes?.filter((child) => child.tagName) ?? [];

/** The value of an attribute, or null. `name` is without the prefix of a namespace. */
export const attribute = (element, name) => element.attrs.find((entry) => entry.name === name)?.value ?? null;

/** Line and column of an element's start tag, both from 1. */
export function placeOf(element) {
  const at = element.sourceCodeLocation;
  return { line: at?.startLine ?? 1, column: at?.startCol ?? 1 };
}

/** A folder of pages; each is read once, when first asked for. */
export class Folder {
  #read = new Map();

  constructor(path, names) {
    this.path = path;
    this.names = new Set(names);
  }

  page(name) {
    if (!this.#read.has(name)) this.#read.set(name, new Source(readFileSync(join(this.path, name), "utf8")));
    return this.#read.get(name);
  }
}
