import type { TypeExpr } from "../../ir/declaration-plan.ts";
import type { PagesPlan, UnpagedPlan } from "../../ir/operation-plan.ts";
import type { Operation } from "../../ir/openapi.ts";
import type {
  DeclaredPages,
  DeclaredRule,
  PageRule,
} from "../../ir/page-rule.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { OperationName } from "../names/operation-names.ts";
import { camel, words } from "../names/words.ts";
import type { KeyedParameter } from "../operations/parameters.ts";
import type { PlannedBody } from "../operations/plan-body.ts";
import type { OperationContext } from "../operations/plan-operation.ts";
import { typeOf } from "../operations/schema-kinds.ts";
import type { TypeModel } from "../types/model.ts";
import { typeExpr } from "../types/type-expr.ts";
import { bodyType } from "./asked.ts";
import { fitRule } from "./declared.ts";
import { inferRule } from "./infer.ts";
import { reads, type Sides, sidesOf } from "./sides.ts";
import { unpagedOf } from "./unpaged.ts";

/** What became of an operation's pages; neither, where it is no list. */
export interface FoundPages {
  readonly pages: PagesPlan | undefined;
  readonly unpaged: UnpagedPlan | undefined;
}

const none: FoundPages = { pages: undefined, unpaged: undefined };

/**
 * A rule for pages (DESIGN §6): declared by the config, else by an extension, and then held against the
 * description; else inferred from both sides, where one side alone is no rule.
 */
export function findPages(
  operation: Operation,
  name: OperationName,
  keyed: readonly KeyedParameter[],
  sends: PlannedBody | undefined,
  context: OperationContext,
): FoundPages {
  const declared = context.declaredPages(operation);
  if (declared === undefined && !reads(operation, name)) return none;
  const sides = sidesOf(operation, name, keyed, sends, context);
  const plan = (
    rule: PageRule,
    types: readonly TypeId[],
    evidence: readonly string[],
  ): FoundPages => ({
    pages: {
      name: helperName(name, context),
      item: rule.xml
        ? { kind: "keyword", keyword: "string" }
        : itemExpr(types, context.model),
      rule,
      evidence,
    },
    unpaged: undefined,
  });

  if (declared !== undefined) {
    const rule = readable(declared, operation, context);
    if (rule === undefined || rule.style === "none") return none;
    const fitting = fitRule(rule, {
      params: paramTypes(operation, keyed, sends, context),
      bodyKey: sends?.plan.key,
      body: sides.body,
      isXml: sides.isXml,
      items: sides.items,
      keep: context.queryKeys,
      context,
    });
    if ("rule" in fitting)
      return plan(fitting.rule, fitting.types, [`declared by ${declared.by}`]);
    report(declared, operation, fitting.join("; "), context);
    if (!declared.isLoose) return none;
  }

  const { items } = sides;
  const found =
    items && inferRule({ ...sides, items, context, keep: context.queryKeys });
  return found === undefined
    ? { pages: undefined, unpaged: leftOut(operation, sides, context) }
    : plan(found.rule, items?.types ?? [], found.evidence);
}

function itemExpr(types: readonly TypeId[], model: TypeModel): TypeExpr {
  const members = types.map((type) => typeExpr(type, "output", model));
  const [only = { kind: "keyword", keyword: "unknown" }] = members;
  return members.length > 1 ? { kind: "union", members } : only;
}

function readable(
  declared: DeclaredPages,
  operation: Operation,
  context: OperationContext,
): DeclaredRule | undefined {
  const { rule } = declared;
  if (typeof rule !== "string") return rule;
  report(declared, operation, rule, context);
  return undefined;
}

const report = (
  { by, origin, isLoose }: DeclaredPages,
  { method, path }: Operation,
  faults: string,
  context: OperationContext,
): void =>
  context.report(
    isLoose ? "pagination/extension-misfit" : "pagination/rule-misfit",
    origin,
    { operation: `${method} ${path}`, by, faults },
  );

function leftOut(
  operation: Operation,
  sides: Sides,
  context: OperationContext,
): UnpagedPlan | undefined {
  const unpaged = unpagedOf(operation, sides);
  if (unpaged?.isOneSided)
    context.report("pagination/one-sided", operation.origin, {
      found: unpaged.plan.found.join(" and "),
      missing: unpaged.plan.missing.join(" and "),
      declaration: unpaged.plan.declaration,
    });
  return unpaged?.isList ? unpaged.plan : undefined;
}

function paramTypes(
  operation: Operation,
  keyed: readonly KeyedParameter[],
  sends: PlannedBody | undefined,
  context: OperationContext,
): ReadonlyMap<string, TypeId | undefined> {
  const types = new Map(
    keyed.map(({ key, parameter }) => [
      key,
      typeOf(parameter.schema, context.resolved),
    ]),
  );
  if (sends !== undefined)
    types.set(sends.plan.key, bodyType(operation, sends, context));
  return types;
}

function helperName(
  { name, words: own }: OperationName,
  { model, module }: OperationContext,
): PagesPlan["name"] {
  const isVerb =
    /^(list|get|fetch|find|retrieve|query|read|all)$/.test(own[0] ?? "") &&
    own.length > 1;
  const helper = camel(["paginate", ...(isVerb ? own.slice(1) : own)]);
  return {
    name: model.registry.claim([helper, camel(["paginate", ...words(name)])]),
    module,
    typeOnly: false,
  };
}
