// Pages against the HTML standard, through the Nu Html Checker: one Java machine for all of them.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { finding } from "./report.mjs";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
// The serial collector and one compiler thread keep it to one core; a chart is deeply nested, hence the stack.
const JAVA = ["-XX:+UseSerialGC", "-XX:CICompilerCount=2", "-Xss4m"];
const CHECKER = ["--stdout", "--asciiquotes", "--format", "json", "--exit-zero-always"];

export async function checkHtml(folder, pages) {
  const answer = await run("java", [...JAVA, "-jar", jar, ...CHECKER, ...pages.map((page) => join(folder, page))]);
  return answer.messages.map((message) => toFinding(folder, message));
}

function toFinding(folder, message) {
  const file = message.url ? relative(folder, fileURLToPath(message.url)) : "(the checker)";
  const place = { line: message.firstLine ?? message.lastLine, column: message.firstColumn ?? message.lastColumn };
  return finding(file, place, message.type === "info" ? "warning" : "error", message.message);
}

function run(program, words) {
  return new Promise((done, fail) => {
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
    const out = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
    child.on("error", fail);
    child.on("close", (code) => {
      try {
        done(JSON.parse(out.stdout));
      } catch {
        fail(new Error(`The Nu Html Checker ended with code ${code} and without an answer: ${out.stderr.slice(0, 2000)}`));
      }
    });
  });
}
