import { propertyOf } from "../4-resolve/unions/nodes.ts";
import type {
  ObjectNode,
  Property,
  Scalar,
  UnionNode,
} from "../ir/type-graph.ts";
import type { Outcome } from "../summary.ts";
import { literals } from "./condition-words.ts";
import type { ExplainContext } from "./context.ts";
import type {
  Advice,
  PairExplanation,
  VariantExplanation,
} from "./explanation.ts";

interface Advised {
  readonly union: UnionNode;
  readonly outcome: Outcome;
  readonly variants: readonly VariantExplanation[];
  readonly pairs: readonly PairExplanation[];
}

/** Names that authors give to a property that says what an object is. */
const usual = ["type", "kind", "object", "event", "eventType", "event_type"];

/**
 * What the author of the description could add for a native union: said of what is there already,
 * where there is something; a property made up here helps only if the API sends it.
 */
export function adviseNative(
  { union, outcome, variants, pairs }: Advised,
  context: ExplainContext,
): readonly Advice[] {
  const { telltale } = union;
  const objects = union.variants.map((id) => {
    const node = context.node(id);
    return node.kind === "object" ? node : undefined;
  });
  const all = objects.filter((object) => object !== undefined);
  if (all.length < 2) return [];
  if (telltale.by === "literal" || telltale.by === "declared")
    // What has no tag is meant to be of the default, which requiring it would leave without values.
    return telltale.otherwise === undefined
      ? requireTag(telltale.property, objects)
      : [];
  if (outcome === "native" || outcome === "jsonType") return [];
  const withoutNull = leaveOutNull(objects, context);
  if (withoutNull !== undefined) return [withoutNull];
  const tag = bestTag(all, context);
  const made = tag ?? freeName(all);
  const constants = objects.map((object) => {
    const own = object && propertyOf(object, made);
    const values = own === undefined ? [] : fixedValues(own, context);
    return values.length === 1 ? values[0] : undefined;
  });
  const edits = objects.flatMap((object, variant) => {
    if (object === undefined) return [];
    const constant = constants[variant];
    const isOwn =
      constant !== undefined &&
      constants.filter((other) => other === constant).length === 1;
    const isThere = propertyOf(object, made)?.required === true;
    if (isOwn && isThere) return [];
    const value = isOwn ? [] : [variants[variant]?.label ?? ""];
    return [{ variant, yaml: tagYaml(made, !isThere, value) }];
  });
  const how =
    tag === undefined
      ? `give each variant a required ${JSON.stringify(made)} with a const of its own, if the API sends such a property`
      : `give ${JSON.stringify(made)} a const of its own in each variant, and require it`;
  return [{ words: how, edits }, ...loosePairs(pairs)];
}

/** A tag that may be absent: a value without it falls to `default`. */
function requireTag(
  property: string,
  objects: readonly (ObjectNode | undefined)[],
): readonly Advice[] {
  const edits = objects.flatMap((object, variant) => {
    const own = object && propertyOf(object, property);
    return own === undefined || own.required
      ? []
      : [{ variant, yaml: `required: [${yamlText(property)}]` }];
  });
  if (edits.length === 0) return [];
  const words = `put ${JSON.stringify(property)} under required in each variant, so that every value carries it`;
  return [{ words, edits }];
}

/** A property whose literals would tell the variants apart, if null were none of its values. */
function leaveOutNull(
  objects: readonly (ObjectNode | undefined)[],
  context: ExplainContext,
): Advice | undefined {
  const isNullable = ({ type }: Property) =>
    context.node(type).kind === "nullable";
  const [first] = objects;
  for (const { wireName } of first?.properties ?? []) {
    const found = objects.map(
      (object) => object && propertyOf(object, wireName),
    );
    if (!found.every((each) => each !== undefined)) continue;
    const literals = found.map((each) => fixedValues(each, context));
    const all = literals.flat();
    const isTold =
      literals.every(({ length }) => length > 0) &&
      new Set(all).size === all.length;
    if (!isTold || !found.some(isNullable)) continue;
    const edits = found.flatMap((each, variant) => {
      const values = isNullable(each) ? literals[variant] : undefined;
      return values === undefined && each.required
        ? []
        : [{ variant, yaml: tagYaml(wireName, !each.required, values) }];
    });
    const words = `leave null out of ${JSON.stringify(wireName)}, if the API never sends it: its literals tell the variants apart`;
    return { words, edits };
  }
  return undefined;
}

/** A property of every variant that could be the tag: fixed in some of them, each to a value of its own, or called like one. */
function bestTag(
  objects: readonly ObjectNode[],
  context: ExplainContext,
): string | undefined {
  const [first] = objects;
  const shared = (first?.properties ?? []).filter((property) =>
    objects.every((object) => {
      const own = propertyOf(object, property.wireName);
      return own !== undefined && isText(own, context);
    }),
  );
  const score = ({ wireName }: Property): number => {
    const fixed = objects.flatMap((object) => {
      const own = propertyOf(object, wireName);
      const values = own === undefined ? [] : fixedValues(own, context);
      return values.length === 1 ? values : [];
    });
    // What two are fixed to alike never tells them.
    if (new Set(fixed).size < fixed.length) return 0;
    return fixed.length * 2 + (usual.includes(wireName) ? 1 : 0);
  };
  const best = [...shared].sort((a, b) => score(b) - score(a))[0];
  return best !== undefined && score(best) > 0 ? best.wireName : undefined;
}

function isText({ type }: Property, { node }: ExplainContext): boolean {
  const { kind } = node(type);
  return kind === "string" || kind === "enum";
}

function fixedValues(
  { type }: Property,
  { node }: ExplainContext,
): readonly Scalar[] {
  const given = node(type);
  const found = given.kind === "nullable" ? node(given.of) : given;
  return found.kind === "enum" && !found.open ? found.values : [];
}

const freeName = (objects: readonly ObjectNode[]): string =>
  usual.find((name) =>
    objects.every((object) => propertyOf(object, name) === undefined),
  ) ?? "kind";

/** What closes the gap between evidence and proof, for a decoder's sake. */
function loosePairs(pairs: readonly PairExplanation[]): readonly Advice[] {
  const loose = pairs.filter(({ state }) => state === "likely");
  const names = (kind: string) => [
    ...new Set(
      loose.flatMap(({ evidence }) =>
        evidence
          .filter((each) => each.kind === kind)
          .map(({ path }) => path.join(".")),
      ),
    ),
  ];
  const empty = names("emptyArray");
  const words = `say minItems: 1 for ${literals(empty, ", ")}: an empty list is valid for several variants`;
  return empty.length === 0 ? [] : [{ words, edits: [] }];
}

function tagYaml(
  property: string,
  required: boolean,
  values: readonly Scalar[] = [],
): string {
  const written = values.map((value) =>
    typeof value === "string" ? yamlText(value) : String(value),
  );
  const says =
    written.length > 1
      ? `enum: [${written.join(", ")}]`
      : `const: ${written.join("")}`;
  return [
    ...(required ? [`required: [${yamlText(property)}]`] : []),
    ...(written.length === 0
      ? []
      : ["properties:", `  ${yamlText(property)}: { ${says} }`]),
  ].join("\n");
}

/** A JSON string is YAML as well; a plain word needs no quotes. */
const yamlText = (text: string): string =>
  /^[A-Za-z_][\w.-]*$/.test(text) &&
  !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
    ? text
    : JSON.stringify(text);
