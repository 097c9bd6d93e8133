import type {
  Name,
  PropertyPlan,
  TypeExpr,
} from "../../ir/declaration-plan.ts";
import type { BodyChoicePlan, ParamsPlan } from "../../ir/operation-plan.ts";
import { valueDocs } from "../docs.ts";
import type { OperationName } from "../names/operation-names.ts";
import { typeExpr } from "../types/type-expr.ts";
import { isRange } from "./media-types.ts";
import type { KeyedParameter } from "./parameters.ts";
import type { BodyVariant, PlannedBody } from "./plan-body.ts";
import type { OperationContext } from "./plan-operation.ts";
import { typeOf } from "./schema-kinds.ts";

/**
 * The one `params` of an operation: its parameters under their wire names, and its body. A body of one
 * type is a property like any other. Of several types the caller gives one, and names its media type
 * unless it is the default: then `params` is what all calls share, and one of several bodies.
 */
export function planParams(
  operation: OperationName,
  keyed: readonly KeyedParameter[],
  sends: PlannedBody | undefined,
  context: OperationContext,
): ParamsPlan | undefined {
  const symbol = (text: string): Name => ({
    name: text,
    module: context.module,
    typeOnly: true,
  });
  const name = symbol(operation.params);
  const bodies = sends === undefined ? [] : bodiesOf(sends);
  const isChosen = bodies.length > 1;
  const shared = [
    ...keyed.map((each) => parameterPlan(each, context)),
    ...(isChosen ? [] : bodies.flat()),
  ];
  if (shared.length + bodies.length === 0) return undefined;
  return {
    name,
    declaration: {
      kind: "interface",
      name: isChosen
        ? symbol(
            context.model.registry.claim([
              operation.params.replace(/Params$/, "BaseParams"),
              `${operation.params}Base`,
            ]),
          )
        : name,
      extends: [],
      properties: shared,
      index: undefined,
      docs: {},
    },
    choice: isChosen && sends ? choiceOf(bodies, sends) : undefined,
    forms: sends?.forms ?? [],
    optional:
      shared.every(isOptional) && (!isChosen || bodies.some(allOptional)),
  };
}

const isOptional = ({ optional }: PropertyPlan): boolean => optional;
const allOptional = (body: readonly PropertyPlan[]): boolean =>
  body.every(isOptional);

/** Each body that a call may have; none, where it may be left out and only the caller knows its media type. */
function bodiesOf(sends: PlannedBody): BodyChoicePlan["bodies"] {
  const bodies = sends.variants.map((variant) => bodyOf(variant, sends));
  return sends.body.required || bodies.some(allOptional)
    ? bodies
    : [...bodies, (bodies[0] ?? []).map(withoutValue)];
}

const withoutValue = (property: PropertyPlan): PropertyPlan => ({
  ...property,
  optional: true,
  type: { kind: "keyword", keyword: "undefined" },
  docs: {},
});

function parameterPlan(
  { parameter, key }: KeyedParameter,
  { model, resolved }: OperationContext,
): PropertyPlan {
  const type = typeOf(parameter.schema, resolved);
  const said = type === undefined ? {} : valueDocs(type, parameter.name, model);
  const place =
    key === parameter.name
      ? undefined
      : `The ${parameter.in} parameter \`${parameter.name}\`.`;
  return {
    name: key,
    optional: !parameter.required,
    readonly: false,
    origin: parameter.origin,
    type:
      type === undefined
        ? { kind: "keyword", keyword: "string" }
        : typeExpr(type, "input", model),
    docs: {
      ...said,
      description: parameter.description ?? said.description,
      note: place,
      examples:
        parameter.examples.length > 0 ? parameter.examples : said.examples,
      deprecated: parameter.deprecated || said.deprecated,
    },
  };
}

/** A body, and the media types that it may go out in. A call that names one has a body, too. */
function bodyOf(
  { type, mediaTypes, isDefault }: BodyVariant,
  { body, plan }: PlannedBody,
): readonly PropertyPlan[] {
  const content: PropertyPlan = {
    name: plan.key,
    optional: !body.required && isDefault,
    readonly: false,
    type,
    docs: { description: body.description },
    origin: body.origin,
  };
  if (plan.choiceKey === undefined) return [content];
  const [first] = mediaTypes;
  return [
    content,
    {
      name: plan.choiceKey,
      optional: isDefault,
      readonly: false,
      type: { kind: "union", members: mediaTypes.map(mediaTypeExpr) },
      docs: {
        description: `The media type of \`${plan.key}\`.`,
        default: isDefault && !isRange(first ?? "") ? first : undefined,
      },
    },
  ];
}

/** A media type as itself; a range as every media type that is in it. */
function mediaTypeExpr(mediaType: string): TypeExpr {
  if (!isRange(mediaType)) return { kind: "literal", value: mediaType };
  const [before = "", after = ""] = mediaType.replace("*/*", "*").split("*");
  return before + after === ""
    ? { kind: "keyword", keyword: "string" }
    : { kind: "pattern", before, after };
}

function choiceOf(
  bodies: BodyChoicePlan["bodies"],
  { body, plan, variants }: PlannedBody,
): BodyChoicePlan {
  const [first] = variants;
  const without = `Without it, \`${plan.key}\` is \`${first?.mediaTypes[0]}\`.`;
  const note = [
    `\`${plan.choiceKey}\` names the media type of \`${plan.key}\`.`,
    ...(first?.isDefault === true ? [without] : []),
  ].join(" ");
  return { bodies, docs: { description: body.description, note } };
}
