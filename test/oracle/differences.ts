import ts from "typescript";

/** Where two types differ. `side` has what the other has not. */
export type Difference = {
  /** From the component: `.items[].name`. */
  readonly path: string;
  /** The nearest property on the way, and the one around that. */
  readonly property: string | undefined;
  readonly around: string | undefined;
  readonly ours: ts.Type | undefined;
  readonly theirs: ts.Type | undefined;
} & (
  | { readonly kind: "property" | "index" | "optional"; readonly side: Side }
  /** Members of a union, or null. */
  | {
      readonly kind: "members";
      readonly onlyOurs: readonly ts.Type[];
      readonly onlyTheirs: readonly ts.Type[];
    }
  | { readonly kind: "type" }
);

type Side = "ours" | "theirs";

/** Where and of what kind, in words. */
export const placeOf = ({ path, kind }: Difference): string =>
  `${path} (${kind})`;

type Place = Pick<Difference, "path" | "property" | "around">;

/**
 * Every place where two types are not assignable to each other, as deep as they can be compared part
 * by part. An optional property that only one has counts too, though TypeScript lets it pass.
 */
export function differences(
  ours: ts.Type,
  theirs: ts.Type,
  checker: ts.TypeChecker,
): readonly Difference[] {
  const found: Difference[] = [];
  const seen = new Map<ts.Type, Set<ts.Type>>();
  const same = (a: ts.Type, b: ts.Type) =>
    checker.isTypeAssignableTo(a, b) && checker.isTypeAssignableTo(b, a);

  const compare = (a: ts.Type, b: ts.Type, at: Place): void => {
    if (a === b || seen.get(a)?.has(b)) return;
    seen.set(a, (seen.get(a) ?? new Set()).add(b));
    const before = found.length;
    if (a.isUnion() || b.isUnion())
      compareUnions(possible(a), possible(b), same(a, b), at);
    else if (isList(a, checker) && isList(b, checker)) compareLists(a, b, at);
    else if (
      isObject(a) &&
      isObject(b) &&
      !isList(a, checker) &&
      !isList(b, checker)
    )
      compareObjects(a, b, at);
    if (found.length === before && !same(a, b))
      found.push({ ...at, kind: "type", ours: a, theirs: b });
  };

  const namesOf = (type: ts.Type): string =>
    checker
      .getPropertiesOfType(type)
      .map(({ name }) => name)
      .sort()
      .join();

  /** An intersection of literals that exclude each other is still a member of its union. */
  const possible = (type: ts.Type) =>
    parts(type).filter(
      (part) => !checker.isTypeAssignableTo(part, checker.getNeverType()),
    );

  const compareUnions = (
    a: readonly ts.Type[],
    b: readonly ts.Type[],
    areSame: boolean,
    at: Place,
  ): void => {
    for (const one of a) {
      // Objects whose properties are all optional are assignable to each other, whatever these are.
      const others = b.filter((each) => same(one, each));
      const other = others.find((each) => namesOf(each) === namesOf(one));
      if (others.length > 0) compare(one, other ?? (others[0] as ts.Type), at);
    }
    if (areSame) return;
    const onlyOurs = a.filter((one) => !b.some((other) => same(one, other)));
    const onlyTheirs = b.filter((one) => !a.some((other) => same(one, other)));
    const [one] = onlyOurs;
    const [other] = onlyTheirs;
    if (one && other && onlyOurs.length === 1 && onlyTheirs.length === 1)
      compare(one, other, at);
    else if (onlyOurs.length + onlyTheirs.length > 0)
      found.push({
        ...at,
        kind: "members",
        onlyOurs,
        onlyTheirs,
        ours: one,
        theirs: other,
      });
  };

  const compareLists = (a: ts.Type, b: ts.Type, at: Place): void => {
    const [one, other] = [itemOf(a, checker), itemOf(b, checker)];
    if (one && other) compare(one, other, { ...at, path: `${at.path}[]` });
  };

  const compareObjects = (a: ts.Type, b: ts.Type, at: Place): void => {
    const names = new Set(
      [a, b].flatMap((type) =>
        checker.getPropertiesOfType(type).map(({ name }) => name),
      ),
    );
    for (const name of names) {
      const place = {
        path: `${at.path}.${name}`,
        property: name,
        around: at.property,
      };
      const one = propertyOf(a, name, checker);
      const other = propertyOf(b, name, checker);
      const types = { ours: one?.type, theirs: other?.type };
      if (one === undefined || other === undefined) {
        const side = one === undefined ? "theirs" : "ours";
        found.push({ ...place, ...types, kind: "property", side });
        continue;
      }
      if (one.optional !== other.optional) {
        const side = one.optional ? "ours" : "theirs";
        found.push({ ...place, ...types, kind: "optional", side });
        compareUnions(present(one.type), present(other.type), false, place);
      } else compare(one.type, other.type, place);
    }
    const [one, other] = [a, b].map((type) =>
      checker.getIndexTypeOfType(type, ts.IndexKind.String),
    );
    if (one && other) compare(one, other, { ...at, path: `${at.path}[*]` });
    else if (one || other)
      found.push({
        ...at,
        kind: "index",
        side: one ? "ours" : "theirs",
        ours: one,
        theirs: other,
      });
  };

  compare(ours, theirs, { path: "", property: undefined, around: undefined });
  return found;
}

const parts = (type: ts.Type): readonly ts.Type[] =>
  type.isUnion() ? type.types : [type];

const present = (type: ts.Type): readonly ts.Type[] =>
  parts(type).filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));

const isList = (type: ts.Type, checker: ts.TypeChecker): boolean =>
  checker.isArrayType(type) || checker.isTupleType(type);

const isObject = (type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection();

const itemOf = (type: ts.Type, checker: ts.TypeChecker) =>
  checker.getIndexTypeOfType(type, ts.IndexKind.Number);

function propertyOf(type: ts.Type, name: string, checker: ts.TypeChecker) {
  const symbol = checker.getPropertyOfType(type, name);
  return (
    symbol && {
      type: checker.getTypeOfSymbol(symbol),
      optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
    }
  );
}
