import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020";
import { parse } from "smol-toml";

const folder = process.env.SEXTANT_DEFINITIONS ?? "";
const folders = [
  "technologies",
  "ecosystems",
  "product-groups",
  "fields",
  "geographies",
  "investment",
  "sectors",
  "rules",
  "expansions",
  "alternatives",
];

for (const name of folders) {
  for (const file of readdirSync(`${folder}/${name}`).filter((entry) => entry.endsWith(".toml"))) {
    test(`definitions/${name}/${file} obeys the schema it names`, () => {
      const text = readFileSync(`${folder}/${name}/${file}`, "utf8");
      const schema = /^#:schema \.\.\/schemas\/(\S+)\n/.exec(text)?.[1];
      assert(schema, "the first line names the schema");
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(
        JSON.parse(readFileSync(`${folder}/schemas/${schema}`, "utf8")),
      );
      validate(parse(text));
      assert.deepEqual(validate.errors, null);
    });
  }
}
