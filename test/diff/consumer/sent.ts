import ts from "typescript";
import { membersOf, type Declarations, type Field } from "./declarations.ts";

export interface Giving {
  readonly declarations: Declarations;
  readonly enter: (name: string) => void;
}

/** Expressions of every kind of value that a caller may write for a type. */
export function valuesOf(node: ts.TypeNode, giving: Giving): readonly string[] {
  return membersOf(node).map((member) => {
    const text = member.getText();
    const isLiteral = ts.isLiteralTypeNode(member) || text === "undefined";
    return isLiteral ? text : `given<${typeText(member, giving)}>()`;
  });
}

/** A type as text, its names those of the new client. */
export function typeText(node: ts.TypeNode, giving: Giving): string {
  const start = node.getStart();
  const edits: (readonly [at: number, name: string])[] = [];
  const look = (child: ts.Node): void => {
    if (ts.isTypeReferenceNode(child)) {
      const name = child.typeName.getText();
      if (giving.declarations.types.has(name)) {
        giving.enter(name);
        edits.push([child.typeName.getStart() - start, name]);
      } else if (runtimeTypes.has(name))
        edits.push([child.typeName.getStart() - start, name]);
    }
    child.forEachChild(look);
  };
  look(node);
  let text = node.getText();
  for (const [at, name] of edits.sort((a, b) => b[0] - a[0]))
    text = `${text.slice(0, at)}${runtimeTypes.get(name) ?? "New"}.${text.slice(at)}`;
  return text;
}

/** Types of the runtime that callers give, and where they come from. */
const runtimeTypes: ReadonlyMap<string, string> = new Map([
  ["BasicCredential", "New"],
  ["Binary", "Bytes"],
  ["Credential", "New"],
  ["PartWithHeaders", "Parts"],
  ["StreamedFile", "New"],
  ["Unrecognized", "Unions"],
  ["UnrecognizedNumber", "Unions"],
]);

/** Objects as callers write them: with what is required alone, and with each other field beside it. */
export function objectTexts(
  fields: readonly Field[],
  giving: Giving,
): readonly { readonly field: string | undefined; readonly text: string }[] {
  const required = fields.filter(({ optional }) => !optional);
  const write = (values: ReadonlyMap<string, string>): string =>
    `{ ${[...values].map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(", ")} }`;
  const least = new Map(
    required.map(({ name, type }) => [name, valuesOf(type, giving)[0] ?? ""]),
  );
  return [
    { field: undefined, text: write(least) },
    ...fields.flatMap(({ name, type }) =>
      valuesOf(type, giving).map((value) => ({
        field: name,
        text: write(new Map([...least, [name, value]])),
      })),
    ),
  ];
}
