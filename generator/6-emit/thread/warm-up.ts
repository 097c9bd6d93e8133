import type { Name, TypeExpr } from "../../ir/declaration-plan.ts";
import type { EmittedModule, Edition, ModulePlan } from "../module-plan.ts";

/** Rounds after which more of them gain nothing. */
const rounds = 150;

/**
 * Prints modules that nobody gets, until there is something to print: an engine runs a function slowly until it has seen
 * enough of it to compile it, and the thread has nothing else to do while the description is read.
 */
export function warmUp(
  print: (of: ModulePlan, edition: Edition) => EmittedModule,
  isNeeded: () => boolean,
): void {
  let left = rounds;
  const round = (): void => {
    if (!isNeeded()) return;
    print(example, { origin: "example", extension: ".js" });
    // In between, what has come is heard.
    if (--left > 0) setImmediate(round);
  };
  setImmediate(round);
}

const module = "types/example";
const named = (name: string): Name => ({ name, module, typeOnly: true });
const string: TypeExpr = { kind: "keyword", keyword: "string" };
const either = (...members: readonly TypeExpr[]): TypeExpr => ({
  kind: "union",
  members,
});

/** What most modules are made of. */
const example: ModulePlan = {
  kind: "types",
  module,
  declarations: [
    {
      kind: "interface",
      name: named("Example"),
      extends: [],
      properties: [
        {
          name: "id",
          optional: false,
          readonly: true,
          type: { kind: "keyword", keyword: "number" },
          docs: { description: "A number.", format: "int64", examples: [1] },
        },
        {
          name: "text",
          optional: false,
          readonly: false,
          type: either(string, { kind: "keyword", keyword: "null" }),
          docs: { examples: ["a text"] },
        },
        {
          name: "others",
          optional: true,
          readonly: false,
          type: {
            kind: "array",
            items: {
              kind: "name",
              name: { ...named("Other"), module: "types/other" },
            },
          },
          docs: {},
        },
      ],
      index: undefined,
      docs: { description: "An example." },
    },
    {
      kind: "alias",
      name: named("ExampleState"),
      type: either(
        { kind: "literal", value: "open" },
        { kind: "literal", value: "closed" },
        { kind: "openString" },
      ),
      docs: {},
    },
  ],
};
