// The programs of the system that the checks use, and what to install where one is absent.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Full path of a program, or null. */
function found(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** The browser: that of the system, never one that a package downloads. */
export const chromium = () => process.env.CHROMIUM || found("chromium");

const POPPLER = ["pdfinfo", "pdffonts", "pdftotext"];

/** A message that says what is absent and what to install, or null. */
export function missingTools(forPages, forPdf) {
  const packages = [];
  const absent = [];
  const need = (there, name, debian) => {
    if (there) return;
    absent.push(name);
    if (!packages.includes(debian)) packages.push(debian);
  };
  if (forPages) {
    need(found("java"), "java", "default-jre-headless");
    need(chromium(), "chromium", "chromium");
  }
  if (forPdf) for (const name of POPPLER) need(found(name), name, "poppler-utils");
  if (absent.length === 0) return null;
  return `Not found on this machine: ${absent.join(", ")}. On Debian: apt-get install --no-install-recommends ${packages.join(" ")}`;
}
