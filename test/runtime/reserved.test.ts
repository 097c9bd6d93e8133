import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reservedNames } from "../../generator/5-plan/names/registry.ts";

test("no name of the runtime's index is free for a type or a function of a description", () => {
  const index = readFileSync(
    new URL("../../templates/runtime/index.ts", import.meta.url),
    "utf8",
  );
  const names = [...index.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = ""]) =>
    list.split(",").map((name) => name.replace("type ", "").trim()),
  );
  const exported = names.filter((name) => name !== "");
  expect(exported).toContain("isErrorOf");
  expect(exported.filter((name) => !reservedNames.includes(name))).toEqual([]);
});
