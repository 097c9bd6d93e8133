import type { PagePath, WrittenPath } from "../../ir/page-rule.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import type { PageContext } from "./context.ts";
import { behindNull, propertiesAt } from "./fields.ts";
import type { Items } from "./items.ts";

/** What a declared rule is held against. */
export interface Facts {
  /** Types by key in `params`; the body is one of them. */
  readonly params: ReadonlyMap<string, TypeId | undefined>;
  readonly bodyKey: string | undefined;
  /** The body of a page; `undefined` where the description leaves it open. */
  readonly body: TypeId | undefined;
  /** Whether the client gives a page as the text of an XML document. */
  readonly isXml: boolean;
  /** What would be inferred. */
  readonly items: Items | undefined;
  readonly keep: readonly string[];
  readonly context: PageContext;
}

/** Where a written path leads: the type there is `undefined` where the description leaves it open. */
export interface Reached {
  readonly path: PagePath;
  readonly type: TypeId | undefined;
}

/** Follows a path from a type down; `undefined` where there is nothing. A name may have dots in it. */
export function reach(
  start: TypeId | undefined,
  written: WrittenPath,
  { model }: PageContext,
): Reached | undefined {
  const named = (type: TypeId | undefined, name: string) =>
    type === undefined
      ? undefined
      : propertiesAt(type, model)?.find(({ wireName }) => wireName === name);
  const isName = typeof written === "string" && named(start, written);
  const path =
    typeof written !== "string"
      ? written
      : isName
        ? [written]
        : written.split(".").filter((name) => name !== "");
  let type = start;
  for (const name of path) {
    if (type === undefined || isOpen(type, model))
      return { path, type: undefined };
    const property = named(type, name);
    if (property === undefined) return undefined;
    type = property.type;
  }
  return { path, type };
}

/** A parameter by its key in `params`, and what stands inside one; a name that no parameter has is one of the body. */
export function reachParameter(
  written: WrittenPath,
  { params, bodyKey, context }: Facts,
): Reached | undefined {
  const whole = typeof written === "string" ? written : written.join(".");
  if (params.has(whole)) return { path: [whole], type: params.get(whole) };
  const names = typeof written === "string" ? written.split(".") : written;
  const [first = "", ...rest] = names;
  const [key, inside] =
    params.has(first) || bodyKey === undefined
      ? [first, rest]
      : [bodyKey, names];
  const found = params.has(key)
    ? reach(params.get(key), inside, context)
    : undefined;
  return found && { ...found, path: [key, ...found.path] };
}

/** Whether anything may stand below: a record, a union, nothing said. */
const isOpen = (type: TypeId, model: PageContext["model"]): boolean =>
  /^(unknown|record|union)$/.test(behindNull(type, model).kind);
