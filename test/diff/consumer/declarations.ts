import ts from "typescript";

/** What a client exports, read from its emitted text alone: nothing here knows how it was planned. */
export interface Declarations {
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  readonly functions: ReadonlyMap<string, ts.FunctionDeclaration>;
}

export type TypeDeclaration = (
  ts.InterfaceDeclaration | ts.TypeAliasDeclaration
) & {
  /** The module: `types/pet`. */
  module?: string;
};

export interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly type: ts.TypeNode;
}

export function readDeclarations(
  files: readonly { readonly path: string; readonly text: string }[],
): Declarations {
  const types = new Map<string, TypeDeclaration>();
  const functions = new Map<string, ts.FunctionDeclaration>();
  for (const { path, text } of files) {
    if (!path.endsWith(".ts") || path.startsWith("runtime/")) continue;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    for (const statement of file.statements) {
      const isExported =
        (ts.getCombinedModifierFlags(statement as unknown as ts.Declaration) &
          ts.ModifierFlags.Export) !==
        0;
      if (!isExported) continue;
      if (
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement)
      )
        types.set(
          statement.name.text,
          Object.assign(statement, { module: path.replace(/\.ts$/, "") }),
        );
      else if (ts.isFunctionDeclaration(statement) && statement.name)
        functions.set(statement.name.text, statement);
    }
  }
  return { types, functions };
}

/** A type without its parentheses. */
export const bare = (node: ts.TypeNode): ts.TypeNode =>
  ts.isParenthesizedTypeNode(node) ? bare(node.type) : node;

export const membersOf = (node: ts.TypeNode): readonly ts.TypeNode[] => {
  const type = bare(node);
  return ts.isUnionTypeNode(type) ? type.types.flatMap(membersOf) : [type];
};

/** The name that a type refers to, and what it is given. */
export function referenceOf(
  node: ts.TypeNode,
):
  { readonly name: string; readonly args: readonly ts.TypeNode[] } | undefined {
  const type = bare(node);
  if (!ts.isTypeReferenceNode(type)) return undefined;
  return { name: type.typeName.getText(), args: type.typeArguments ?? [] };
}

export const fieldsIn = (
  members: ts.NodeArray<ts.TypeElement>,
): readonly Field[] =>
  members.flatMap((member) =>
    ts.isPropertySignature(member) && member.type !== undefined
      ? [
          {
            name: ts.isStringLiteral(member.name)
              ? member.name.text
              : member.name.getText(),
            optional: member.questionToken !== undefined,
            type: member.type,
          },
        ]
      : [],
  );

export const hasIndex = (members: ts.NodeArray<ts.TypeElement>): boolean =>
  members.some(ts.isIndexSignatureDeclaration);

/** An interface's fields with those that it extends; its own stand for those of the same name. */
export function fieldsOf(
  declaration: ts.InterfaceDeclaration,
  { types }: Declarations,
): readonly Field[] {
  const bases = (declaration.heritageClauses ?? [])
    .flatMap(({ types: extended }) => extended)
    .flatMap(({ expression }) => {
      const base = types.get(expression.getText());
      return base && ts.isInterfaceDeclaration(base)
        ? fieldsOf(base, { types, functions: new Map() })
        : [];
    });
  const own = fieldsIn(declaration.members);
  const names = own.map(({ name }) => name);
  return [...bases.filter(({ name }) => !names.includes(name)), ...own];
}

/** The objects that a type may be, each by its fields; `undefined` where it may be anything else. */
export function objectsOf(
  node: ts.TypeNode,
  declarations: Declarations,
  depth = 0,
): readonly (readonly Field[])[] | undefined {
  const type = bare(node);
  if (depth > 8) return undefined;
  if (ts.isTypeLiteralNode(type)) return [fieldsIn(type.members)];
  if (ts.isUnionTypeNode(type)) {
    const all = type.types.map((each) =>
      objectsOf(each, declarations, depth + 1),
    );
    return all.every((each) => each !== undefined) ? all.flat() : undefined;
  }
  if (ts.isIntersectionTypeNode(type)) {
    const all = type.types.map((each) =>
      objectsOf(each, declarations, depth + 1),
    );
    return all.reduce((left, right) =>
      left && right && left.length * right.length <= 64
        ? left.flatMap((a) => right.map((b) => merge(a, b)))
        : undefined,
    );
  }
  const reference = referenceOf(type);
  const declared = reference && declarations.types.get(reference.name);
  if (declared === undefined) return undefined;
  return ts.isInterfaceDeclaration(declared)
    ? [fieldsOf(declared, declarations)]
    : objectsOf(declared.type, declarations, depth + 1);
}

/** Of two fields of one name the later says more: the literal of a tag. */
const merge = (a: readonly Field[], b: readonly Field[]): readonly Field[] => [
  ...a.filter(({ name }) => !b.some((other) => other.name === name)),
  ...b,
];
