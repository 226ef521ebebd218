// What the tests use of Node.
declare module "node:test" {
  export function test(name: string, body: () => void): void;
}

declare module "node:assert/strict" {
  const assert: {
    (value: unknown, message?: string): void;
    equal<T>(actual: T, expected: T): void;
    deepEqual<T>(actual: T, expected: T): void;
  };
  export default assert;
}

declare module "node:fs" {
  export function readdirSync(folder: string): string[];
  export function readFileSync(path: string, encoding: "utf8"): string;
}

declare const process: { env: Record<string, string | undefined> };
