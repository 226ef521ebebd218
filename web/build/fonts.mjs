// Fonts for pictures and PDFs, and the widths by which charts lay out their text.
import { readFileSync } from "node:fs";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import opentype from "opentype.js";
import subsetFont from "subset-font";

const resolve = createRequire(import.meta.url).resolve;
const inter = (weight) => resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`);
const notoSansSc = (weight) => resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`);

/** Latin, Greek and Cyrillic with the marks and symbols that statistics use. */
const MEASURED = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x1d43, 0x1d43],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x2070, 0x20bf],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2200, 0x2265],
];

/** Advance widths of Inter in thousandths of the font size. */
export function widthTable() {
  return { ranges: MEASURED, regular: widths("400Regular"), semibold: widths("600SemiBold") };
}

function widths(weight) {
  const bytes = readFileSync(inter(weight));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return MEASURED.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => {
      const glyph = font.charToGlyph(String.fromCodePoint(first + index));
      return Math.round((1000 * (glyph.advanceWidth ?? 0)) / font.unitsPerEm);
    }),
  );
}

/** The 6,763 ideographs and the symbols of GB 2312: enough for any text an analyst is likely to write. */
function gb2312() {
  const decoder = new TextDecoder("gb18030");
  let text = "";
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) text += decoder.decode(new Uint8Array([row, cell]));
  }
  return [...text].filter((character) => !/[\ue000-\uf8ff\ufffd]/.test(character)).join("");
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("");
}

const ASCII = range(0x20, 0x7e);
const LATIN = ASCII + range(0xa0, 0x17f) + range(0x2010, 0x2044) + range(0x2070, 0x209c) + "€ₓ™←↑→↓−≈≠≤≥○●\u202f\u200a";

/** Names 16 and 17 tell that SemiBold is a weight of the family and not a family of its own. */
const NAMES = [16, 17];

async function subset(source, target, characters, format) {
  const made = await subsetFont(await readFile(source), characters, { targetFormat: format, preserveNameIds: NAMES });
  await writeFile(target, made);
}

/** Writes Inter whole, Noto Sans SC cut to GB 2312, and small web fonts for pages. */
export async function prepareFonts(out) {
  const chinese = ASCII + gb2312();
  await Promise.all([
    copyFile(inter("400Regular"), join(out, "Inter-Regular.ttf")),
    copyFile(inter("600SemiBold"), join(out, "Inter-SemiBold.ttf")),
    copyFile(inter("700Bold"), join(out, "Inter-Bold.ttf")),
    subset(notoSansSc("400Regular"), join(out, "NotoSansSC-Regular.ttf"), chinese, "truetype"),
    subset(notoSansSc("600SemiBold"), join(out, "NotoSansSC-SemiBold.ttf"), chinese, "truetype"),
    subset(inter("400Regular"), join(out, "Inter-Regular.woff2"), LATIN, "woff2"),
    subset(inter("600SemiBold"), join(out, "Inter-SemiBold.woff2"), LATIN, "woff2"),
    copyFile(resolve("@expo-google-fonts/inter/LICENSE_FONT"), join(out, "Inter-OFL.txt")),
    copyFile(resolve("@expo-google-fonts/noto-sans-sc/LICENSE_FONT"), join(out, "NotoSansSC-OFL.txt")),
  ]);
}
