import type { Origin } from "../diagnostics/origin.ts";
import type {
  InterfaceDeclaration,
  PropertyPlan,
  TypeExpr,
} from "../ir/declaration-plan.ts";
import type { Scalar } from "../ir/type-graph.ts";
import { declaredBy, isArm, type Side } from "./side.ts";
import { printed } from "./type-words.ts";

/** A member of a union, looked at through all names but those of interfaces. */
export type Atom =
  | { readonly kind: "keyword"; readonly keyword: Keyword }
  | { readonly kind: "literal"; readonly value: Scalar }
  | { readonly kind: "open"; readonly of: "string" | "number" }
  | {
      readonly kind: "pattern";
      readonly before: string;
      readonly after: string;
    }
  | ListAtom
  | ObjectAtom
  /** A type of the platform or of the runtime, the same in every client. */
  | {
      readonly kind: "opaque";
      readonly key: string;
      readonly args: readonly TypeExpr[];
    }
  /** What is not looked into: the same where its text is. */
  | { readonly kind: "undecided"; readonly text: string };

export type Keyword =
  "unknown" | "null" | "undefined" | "string" | "number" | "boolean";

export interface ListAtom {
  readonly kind: "list";
  /** Those that have a place; `min` of them are always there. */
  readonly items: readonly TypeExpr[];
  readonly min: number;
  readonly rest: TypeExpr | undefined;
}

export interface ObjectAtom {
  readonly kind: "object";
  /** Of the interface, where it has one. */
  readonly name: string | undefined;
  readonly properties: ReadonlyMap<string, PropertyPlan>;
  /** The type of further keys. */
  readonly index: TypeExpr | undefined;
  readonly isArm: boolean;
  readonly origin: Origin | undefined;
}

/** Members of an intersection are multiplied out as far as this. */
const productLimit = 256;

/** The members of a type as a union; none is `never`. */
export function atomsOf(
  type: TypeExpr,
  side: Side,
  inside: ReadonlySet<string> = new Set(),
): readonly Atom[] {
  switch (type.kind) {
    case "keyword":
      if (type.keyword === "never") return [];
      return [{ kind: "keyword", keyword: type.keyword }];
    case "literal":
      return [{ kind: "literal", value: type.value }];
    case "openString":
      return [{ kind: "open", of: "string" }];
    case "openNumber":
      return [{ kind: "open", of: "number" }];
    case "pattern":
      return [type];
    case "array":
      return [{ kind: "list", items: [], min: 0, rest: type.items }];
    case "tuple":
      return [
        {
          kind: "list",
          items: type.items.map((item) => item.type),
          min: type.items.filter(({ optional }) => !optional).length,
          rest: type.rest,
        },
      ];
    case "record":
      return [{ ...object([]), index: type.values }];
    case "object":
      return [object(type.properties)];
    case "union":
      return type.members.flatMap((member) => atomsOf(member, side, inside));
    case "intersection":
      return product(
        type.members.map((member) => atomsOf(member, side, inside)),
        printed(type),
      );
    case "global":
      return [{ kind: "opaque", key: type.name, args: type.args ?? [] }];
    case "name": {
      const declared = declaredBy(type.name, side);
      if (declared === undefined)
        return [{ kind: "opaque", key: type.name.name, args: type.args ?? [] }];
      if (declared.kind === "interface") return [interfaceAtom(declared, side)];
      const { name } = type.name;
      if (inside.has(name)) return [];
      return atomsOf(declared.type, side, new Set([...inside, name]));
    }
    default:
      return type satisfies never;
  }
}

const object = (properties: readonly PropertyPlan[]): ObjectAtom => ({
  kind: "object",
  name: undefined,
  properties: new Map(properties.map((each) => [each.name, each])),
  index: undefined,
  isArm: false,
  origin: undefined,
});

/** An interface with what it extends; its own properties stand for those of the same name. */
export function interfaceAtom(
  of: InterfaceDeclaration,
  side: Side,
): ObjectAtom {
  const bases = of.extends.flatMap((name) => {
    const base = declaredBy(name, side);
    return base?.kind === "interface" ? [interfaceAtom(base, side)] : [];
  });
  const properties = new Map<string, PropertyPlan>();
  for (const base of bases)
    for (const [name, property] of base.properties)
      if (!properties.has(name)) properties.set(name, property);
  for (const property of of.properties) properties.set(property.name, property);
  for (const { prefix, type } of of.patterns ?? []) {
    const name = `${prefix}…`;
    const docs = {};
    properties.set(name, { name, type, docs, optional: true, readonly: false });
  }
  return {
    kind: "object",
    name: of.name.name,
    properties,
    index: of.index ?? bases.find(({ index }) => index !== undefined)?.index,
    isArm: isArm(of),
    origin: of.origin ?? of.incoming,
  };
}

function product(
  members: readonly (readonly Atom[])[],
  text: string,
): readonly Atom[] {
  const size = members.reduce((all, atoms) => all * atoms.length, 1);
  if (size > productLimit) return [{ kind: "undecided", text }];
  return members.reduce((left, right) =>
    left.flatMap((a) => right.flatMap((b) => both(a, b, text))),
  );
}

/** What is both; nothing where no value is. */
function both(a: Atom, b: Atom, text: string): readonly Atom[] {
  if (a.kind === "keyword" && a.keyword === "unknown") return [b];
  if (b.kind === "keyword" && b.keyword === "unknown") return [a];
  if (a.kind === "object" && b.kind === "object") return [merged(a, b)];
  if (atomKey(a) === atomKey(b)) return [a];
  if (a.kind === "literal" && b.kind === "literal") return [];
  if (isScalarOf(a, b)) return [b];
  if (isScalarOf(b, a)) return [a];
  const types = [categoryOf(a), categoryOf(b)];
  const isPlain = types.every((each) => plain.has(each));
  return isPlain && types[0] !== types[1] ? [] : [{ kind: "undecided", text }];
}

const plain: ReadonlySet<string> = new Set([
  "string",
  "number",
  "boolean",
  "null",
  "undefined",
]);

/** `string` and `"cat"`. */
const isScalarOf = (type: Atom, value: Atom): boolean =>
  type.kind === "keyword" &&
  value.kind === "literal" &&
  typeof value.value === type.keyword;

function merged(a: ObjectAtom, b: ObjectAtom): ObjectAtom {
  const properties = new Map(a.properties);
  for (const [name, property] of b.properties) {
    const other = properties.get(name);
    properties.set(
      name,
      other === undefined
        ? property
        : {
            ...other,
            optional: other.optional && property.optional,
            readonly: other.readonly && property.readonly,
            type: {
              kind: "intersection",
              members: [other.type, property.type],
            },
          },
    );
  }
  return {
    kind: "object",
    name: a.name ?? b.name,
    properties,
    index: a.index ?? b.index,
    isArm: a.isArm || b.isArm,
    origin: a.origin ?? b.origin,
  };
}

/** The kind of value: what `typeof` and its like tell apart. */
export function categoryOf(atom: Atom): string {
  switch (atom.kind) {
    case "keyword":
      return atom.keyword;
    case "literal":
      return typeof atom.value;
    case "open":
      return atom.of;
    case "pattern":
      return "string";
    case "list":
    case "object":
      return atom.kind;
    case "opaque":
      return `opaque ${atom.key}`;
    case "undecided":
      return "undecided";
    default:
      return atom satisfies never;
  }
}

/** Scalars of the same key are the same. */
export function atomKey(atom: Atom): string {
  switch (atom.kind) {
    case "keyword":
      return atom.keyword;
    case "literal":
      return JSON.stringify(atom.value);
    case "open":
      return `(${atom.of} & {})`;
    case "pattern":
      return JSON.stringify([atom.before, atom.after]);
    case "list":
    case "object":
      return atom.kind;
    case "opaque":
      return `${atom.key}<${atom.args.map(printed).join()}>`;
    case "undecided":
      return atom.text;
    default:
      return atom satisfies never;
  }
}
