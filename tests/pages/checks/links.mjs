// Everything in a page that points somewhere must point at something that is there.
import { posix } from "node:path";
import { mayLinkTo } from "./external.mjs";
import { finding } from "./report.mjs";
import { attribute, placeOf } from "./source.mjs";

/** Attributes that hold an address. parse5 gives `xlink:href` of SVG as `href`. */
const ADDRESSES = ["href", "src", "poster", "action", "formaction", "data"];
/** Attributes that hold ids of the same page, with spaces between them. */
const REFERENCES = [
  "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage",
  "aria-flowto", "aria-labelledby", "aria-owns", "for", "form", "headers", "list",
];
const PAINT = /url\(\s*["']?#([^"')\s]+)/g;

export function checkLinks(folder, pages) {
  return pages.flatMap((name) => [...duplicates(folder, name), ...folder.page(name).elements.flatMap((element) => pointers(folder, name, element))]);
}

function duplicates(folder, name) {
  const repeated = [...folder.page(name).ids].filter(([, elements]) => elements.length > 1);
  return repeated.flatMap(([id, [first, ...others]]) =>
    others.map((element) => error(name, element, `The id "${id}" is already on line ${placeOf(first).line}.`, "an id is not unique")),
  );
}

function pointers(folder, name, element) {
  const said = [];
  for (const key of ADDRESSES) {
    const address = attribute(element, key);
    if (address === null) continue;
    const wrong = wrongAddress(folder, name, address.trim());
    if (wrong) said.push(error(name, element, `${key}="${shorten(address)}": ${wrong}`, wrong));
  }
  for (const id of referredIds(element)) {
    if (!folder.page(name).ids.has(id)) said.push(error(name, element, `Refers to the id "${id}", which is not in the page.`, "a reference to an id that is not in the page"));
  }
  return said;
}

/** What is wrong with an address, or null. */
function wrongAddress(folder, name, address) {
  if (/^data:/i.test(address)) return null;
  if (/^(https?:)?\/\//i.test(address)) return mayLinkTo(address) ? null : "leads out of the fact sheets, and is not on the list in checks/external.mjs.";
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return "neither a file of the folder nor a web address.";
  const [path, fragment] = address.split(/#(.*)/s);
  const target = path === "" ? name : posix.join(posix.dirname(name), decode(path.split("?")[0]));
  if (path.startsWith("/") || target.startsWith("../")) return "leads out of the folder, and will not be there when the folder is moved.";
  if (!folder.names.has(target)) return "no such file in the folder.";
  return wrongFragment(folder, target, fragment);
}

function wrongFragment(folder, target, fragment) {
  if (!fragment || fragment === "top" || !target.endsWith(".html")) return null;
  return folder.page(target).ids.has(decode(fragment)) ? null : "no element has this id.";
}

function referredIds(element) {
  const listed = REFERENCES.flatMap((key) => (attribute(element, key) ?? "").split(/\s+/).filter(Boolean));
  const painted = element.attrs.flatMap(({ value }) => (value.includes("url(") ? [...value.matchAll(PAINT)].map((match) => match[1]) : []));
  return [...listed, ...painted];
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const shorten = (text) => (text.length > 80 ? `${text.slice(0, 80)}...` : text);
const error = (name, element, message, alike) => finding(name, placeOf(element), "error", message, { alike });
