import ts from "typescript";
import {
  bare,
  fieldsIn,
  hasIndex,
  membersOf,
  objectsOf,
  referenceOf,
  type Declarations,
} from "./declarations.ts";

/** How a value that the API sends is used. */
export interface Use {
  readonly declarations: Declarations;
  /** Whether unions are switched over with nothing left. */
  readonly exhaustive: boolean;
  /** Told of each type of the client that a statement hands a value to. */
  readonly enter: (name: string) => void;
}

/** Statements that use `value`, a variable of this type, in every way that its type offers. */
export function useOf(node: ts.TypeNode, value: string, use: Use): string {
  const members = membersOf(node);
  const nothing = members.filter(isNothing);
  const others = members.filter((member) => !isNothing(member));
  const inside = useMembers(others, value, use);
  return nothing.length === 0 ? inside : `if (${value} != null) { ${inside} }`;
}

const isNothing = (node: ts.TypeNode): boolean =>
  ["null", "undefined"].includes(node.getText());

let count = 0;
const fresh = (): string => `v${(count += 1)}`;

function useMembers(
  members: readonly ts.TypeNode[],
  value: string,
  use: Use,
): string {
  const [first, second] = members;
  if (first === undefined) return `void ${value};`;
  if (members.every(isLiteral)) return useLiterals(members, value, use);
  if (second === undefined) return useOne(first, value, use);
  const kinds = members.map((member) => kindOf(member, use.declarations));
  if (kinds.every((kind) => kind === "object"))
    return useObjects(members, value, use);
  if (kinds.includes("unknown")) return `void ${value};`;
  const groups = Map.groupBy(members, (member) =>
    kindOf(member, use.declarations),
  );
  // Arrays of several types are told apart by their items alone.
  if (groups.size === 1) return `void ${value};`;
  // First, so that whatever else is an object is none.
  const sorted = [...groups].sort(
    ([a], [b]) => Number(b === "array") - Number(a === "array"),
  );
  const branches = sorted.map(([kind, group]) => {
    const test =
      kind === "array"
        ? `Array.isArray(${value})`
        : `typeof ${value} === "${kind}"`;
    return `if (${test}) { ${useMembers(group, value, use)} }`;
  });
  const rest = use.exhaustive ? ` else { ${value} satisfies never; }` : "";
  return `${branches.join(" else ")}${rest}`;
}

const isLiteral = (node: ts.TypeNode): boolean =>
  ts.isLiteralTypeNode(node) && node.getText() !== "null";

function useLiterals(
  members: readonly ts.TypeNode[],
  value: string,
  { exhaustive }: Use,
): string {
  const texts = members.map((member) => member.getText());
  if (!exhaustive)
    return texts.map((text) => `if (${value} === ${text}) noop();`).join(" ");
  const cases = texts.map((text) => `case ${text}: break;`).join(" ");
  return `switch (${value}) { ${cases} default: ${value} satisfies never; }`;
}

/** What `typeof` says, or "array"; "unknown" where that does not tell. */
function kindOf(node: ts.TypeNode, declarations: Declarations): string {
  const type = bare(node);
  if (isLiteral(type))
    return typeof JSON.parse(type.getText().replace(/^'|'$/g, '"'));
  if (ts.isArrayTypeNode(type) || ts.isTupleTypeNode(type)) return "array";
  if (objectsOf(type, declarations) !== undefined) return "object";
  const text = type.getText();
  if (["string", "number", "boolean"].includes(text)) return text;
  const reference = referenceOf(type);
  if (reference?.name === "Record") return "object";
  const declared = reference && declarations.types.get(reference.name);
  if (declared === undefined || ts.isInterfaceDeclaration(declared))
    return "unknown";
  const kinds = new Set(
    membersOf(declared.type).map((each) => kindOf(each, declarations)),
  );
  return kinds.size === 1 ? ([...kinds][0] ?? "unknown") : "unknown";
}

function useOne(node: ts.TypeNode, value: string, use: Use): string {
  const type = bare(node);
  const each = (items: ts.TypeNode): string => {
    const item = fresh();
    return `for (const ${item} of ${value}) { ${useOf(items, item, use)} }`;
  };
  if (isLiteral(type)) return useLiterals([type], value, use);
  if (ts.isArrayTypeNode(type)) return each(type.elementType);
  if (ts.isTupleTypeNode(type))
    return [
      `{ const all: ${lengthText(type)} = ${value}; void all; }`,
      ...type.elements.map((element, index) => {
        if (ts.isRestTypeNode(element))
          return each((element.type as ts.ArrayTypeNode).elementType);
        if (ts.isOptionalTypeNode(element)) return "";
        const item = fresh();
        return `{ const ${item} = ${value}[${index}]; ${useOf(element as ts.TypeNode, item, use)} }`;
      }),
    ].join(" ");
  if (ts.isTypeLiteralNode(type))
    return [
      ...fieldsIn(type.members).map((field) => {
        const item = fresh();
        const inside = useOf(field.type, item, use);
        return `{ const ${item} = ${value}${access(field.name)}; ${field.optional ? `if (${item} !== undefined) { ${inside} }` : inside} }`;
      }),
      ...(hasIndex(type.members) ? [`void ${value}["any"];`] : []),
    ].join(" ");
  if (ts.isIntersectionTypeNode(type))
    return type.types.map((member) => useOf(member, value, use)).join(" ");
  switch (type.getText()) {
    case "string":
      return `${value}.toUpperCase();`;
    case "number":
      return `${value}.toFixed();`;
    case "boolean":
      return `if (${value} === true) noop(); if (${value} === false) noop();`;
  }
  const reference = referenceOf(type);
  if (reference === undefined) return `void ${value};`;
  const [argument] = reference.args;
  const [, values] = reference.args;
  if (use.declarations.types.has(reference.name)) {
    use.enter(reference.name);
    return `use${reference.name}(${value});`;
  }
  const item = fresh();
  if (reference.name === "AsyncIterable" && argument !== undefined)
    return `void (async () => { for await (const ${item} of ${value}) { ${useOf(argument, item, use)} } })();`;
  if (reference.name === "Record" && values !== undefined)
    return values.getText() === "never"
      ? `void ${value};`
      : `{ const ${item} = ${value}["any"]; if (${item} !== undefined) { ${useOf(values, item, use)} } }`;
  if (reference.name === "ServerSentEvent" && argument !== undefined)
    return `{ const ${item} = ${value}.data; ${useOf(argument, item, use)} }`;
  return reference.name === "Blob" ? `void ${value}.size;` : `void ${value};`;
}

/** As many items, of whatever type. */
const lengthText = (type: ts.TupleTypeNode): string =>
  `readonly [${type.elements.map((element) => (ts.isRestTypeNode(element) ? "...unknown[]" : ts.isOptionalTypeNode(element) ? "unknown?" : "unknown")).join(", ")}]`;

export const access = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;

/** What all have, and by the tag, if one tells, what each has. */
function useObjects(
  members: readonly ts.TypeNode[],
  value: string,
  use: Use,
): string {
  const { declarations, exhaustive } = use;
  // Beside a record every field is unknown.
  if (members.some((member) => objectsOf(member, declarations) === undefined))
    return `void ${value};`;
  const variants = members.flatMap((member) => {
    const objects = objectsOf(member, declarations) ?? [];
    return objects.map((fields) => ({ fields, member }));
  });
  const [first, ...others] = variants;
  const shared = (first?.fields ?? []).filter(({ name }) =>
    others.every(({ fields }) => fields.some((field) => field.name === name)),
  );
  const typesOf = (name: string) =>
    variants.flatMap(({ fields }) =>
      fields
        .filter((field) => field.name === name)
        .map(({ type, optional }) => ({ type, optional })),
    );
  const reads = shared.map(({ name }) => {
    const types = typesOf(name);
    const texts = new Set(types.map(({ type }) => type.getText()));
    const item = fresh();
    const guard = types.some(({ optional }) => optional);
    const [only] = types;
    const inside =
      texts.size === 1 && only !== undefined
        ? useOf(only.type, item, { ...use, exhaustive: false })
        : `void ${item};`;
    return `{ const ${item} = ${value}${access(name)}; ${guard ? `if (${item} !== undefined) { ${inside} }` : inside} }`;
  });
  const tag = shared.find(({ name }) => {
    const types = typesOf(name);
    const literals = types.flatMap(({ type }) =>
      membersOf(type).map((each) => each.getText()),
    );
    return (
      types.every(
        ({ optional, type }) => !optional && membersOf(type).every(isTag),
      ) && new Set(literals).size === literals.length
    );
  });
  if (tag === undefined) return reads.join(" ");
  const branches = variants.map(({ fields, member }) => {
    const literals = membersOf(
      (fields.find(({ name }) => name === tag.name) ?? tag).type,
    );
    const cases = literals
      .filter(isLiteral)
      .map((each) => `case ${each.getText()}:`);
    const reference = referenceOf(member);
    const isAlone =
      reference !== undefined &&
      (objectsOf(member, declarations) ?? []).length === 1;
    return cases.length === 0
      ? ""
      : `${cases.join(" ")} { ${isAlone ? useOne(member, value, use) : fields.map(({ name }) => `void ${value}${access(name)};`).join(" ")} break; }`;
  });
  const arm = variants.find(({ fields }) =>
    membersOf((fields.find(({ name }) => name === tag.name) ?? tag).type).some(
      (each) => referenceOf(each)?.name.startsWith("Unrecognized") === true,
    ),
  );
  const rest =
    arm === undefined
      ? `default: ${value} satisfies never;`
      : `default: { const rest: New.${arm.member.getText()} = ${value}; void rest; }`;
  return `${reads.join(" ")} switch (${value}${access(tag.name)}) { ${branches.join(" ")} ${exhaustive ? rest : "default:"} }`;
}

const isTag = (node: ts.TypeNode): boolean =>
  isLiteral(node) ||
  referenceOf(node)?.name.startsWith("Unrecognized") === true;
