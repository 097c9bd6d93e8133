import { expect, test } from "vitest";
import { emitModule } from "../../generator/6-emit/emit-module.ts";
import type { Declaration } from "../../generator/ir/declaration-plan.ts";

const edition = { origin: "test", extension: ".js" };
const name = (own: string, module: string) => ({
  name: own,
  module,
  typeOnly: true,
});
const other = { kind: "name", name: name("Other", "types/other") } as const;

const declarations: readonly Declaration[] = [
  { kind: "alias", name: name("Some", "types/some"), type: other, docs: {} },
  {
    kind: "interface",
    name: name("Some", "types/some"),
    extends: [other.name],
    properties: [],
    index: undefined,
    docs: {},
  },
];

test.each(declarations)(
  "a blank line stands between imports and what follows: $kind",
  (declaration) => {
    const { text } = emitModule(
      { kind: "types", module: "types/some", declarations: [declaration] },
      edition,
    );
    expect(text).toMatch(
      /^\/\/ Generated from test\. Do not edit\.\n\nimport type \{ Other \} from "\.\/other\.js";\n\nexport /,
    );
  },
);
