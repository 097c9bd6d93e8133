import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { Given } from "./description.ts";
import type { Rewrites } from "./rewrites.ts";

/**
 * The module that openapi-typescript makes of components. Where one refers to another, ours stands: a
 * component that differs makes no other differ, and as each is compared, together they are compared whole.
 *
 * @param named the components that the module `./ours.js` has in its interface `Ours`
 */
export async function theirTypes(
  schemas: ReadonlyMap<string, Given>,
  named: ReadonlySet<string>,
  rewrites: Rewrites,
): Promise<string> {
  const description = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
  const nodes = await openapiTS(
    description as Parameters<typeof openapiTS>[0],
    {
      silent: true,
      arrayLength: true,
      defaultNonNullable: false,
      emptyObjectsUnknown: true,
    },
  );
  const text = astToString(nodes);
  const source = ts.createSourceFile(
    "theirs.ts",
    text,
    ts.ScriptTarget.Latest,
    true,
  );
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const name = componentOf(node);
    if (name !== undefined && named.has(name) && !isInherited(node))
      edits.push({
        start: node.getStart(),
        end: node.end,
        text: `Ours[${JSON.stringify(name)}]`,
      });
    else if (
      isEmptyObject(node) &&
      isInherited(node) &&
      rewrites("empty objects in allOf")
    )
      edits.push({ start: node.getStart(), end: node.end, text: "unknown" });
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return `import type { Ours } from "./ours.js";\n${replaced(text, edits)}`;
}

/** `components["schemas"]["Pet"]` is Pet. */
function componentOf(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node)) return undefined;
  const { objectType, indexType } = node;
  return objectType.getText() === 'components["schemas"]' &&
    ts.isLiteralTypeNode(indexType) &&
    ts.isStringLiteral(indexType.literal)
    ? indexType.literal.text
    : undefined;
}

/** A member of `allOf` stands for its properties, and not for a value: ours may be the union of its children. */
const isInherited = ({ parent }: ts.Node): boolean =>
  ts.isIntersectionTypeNode(parent) ||
  (ts.isTypeReferenceNode(parent) &&
    parent.typeName.getText() === "WithRequired");

/** `{ type: object }` beside others of `allOf` says nothing of properties. */
const isEmptyObject = (node: ts.Node): boolean =>
  ts.isTypeReferenceNode(node) && node.getText() === "Record<string, unknown>";

const replaced = (
  text: string,
  edits: readonly { start: number; end: number; text: string }[],
): string =>
  edits.reduceRight(
    (all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end),
    text,
  );
