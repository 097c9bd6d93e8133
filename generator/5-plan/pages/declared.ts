import type {
  DeclaredRule,
  PageEndValue,
  PagePath,
  PagePlace,
  PageRule,
  WrittenPath,
  WrittenPlace,
} from "../../ir/page-rule.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { isHeaderName } from "../../util/header-name.ts";
import { type Facts, reach, type Reached, reachParameter } from "./facts.ts";
import { behindNull, fieldOf, itemsAt, type FieldKind } from "./fields.ts";

/** A rule that fits, with the types of its items where they are known. */
export interface Fitting {
  readonly rule: PageRule;
  readonly types: readonly TypeId[];
}

type Written = Exclude<DeclaredRule, { style: "none" }>;

/** Holds a declared rule against the description: the rule, or in words all that does not fit. */
export function fitRule(
  written: Written,
  facts: Facts,
): Fitting | readonly string[] {
  const faults: string[] = [];
  const { place, parameter, id } = holder(facts, faults);
  const { path: items, types } = itemsOf(written.items, facts, faults);
  const ends = (rule: Extract<Written, { style: "offset" | "page" }>) => ({
    parameter: parameter(rule.parameter),
    first: rule.first,
    more: place(rule.more, "flag"),
    last: place(rule.last, "flag"),
    next: place(rule.next, "text", "count"),
    total: place(rule.total, "count"),
    size: sizeOf(rule, facts, faults),
  });
  const rule = ((): PageRule => {
    switch (written.style) {
      case "cursor":
        return {
          style: "cursor",
          items,
          parameter: parameter(written.parameter),
          next: place(written.next, "text", "count") ?? [],
          more: place(written.more, "flag"),
          end: endOf(written.end, facts, faults),
        };
      case "offset":
        return {
          style: "offset",
          items,
          ...ends(written),
          current: place(written.current, "count"),
        };
      case "page":
        return {
          style: "page",
          items,
          ...ends(written),
          current: place(written.current, "count"),
          pages: place(written.pages, "count"),
        };
      case "url":
        return {
          style: "url",
          items,
          next: place(written.next, "text") ?? [],
          byGet: written.byGet,
          keep: facts.keep,
        };
      case "link":
        return { style: "link", items, keep: facts.keep };
      case "last-item":
        return {
          style: "last-item",
          items,
          parameter: parameter(written.parameter),
          id: id(written.id, types),
          more: place(written.more, "flag"),
        };
      default:
        return written satisfies never;
    }
  })();
  if (faults.length > 0) return faults;
  return { rule: facts.isXml ? { ...rule, xml: true } : rule, types };
}

/** Finds what is written, and adds a fault where there is nothing, or something of another type. */
function holder(facts: Facts, faults: string[]) {
  const { context, body } = facts;
  const hold = (
    written: WrittenPath,
    found: Reached | undefined,
    missing: string,
    kinds: readonly FieldKind[],
  ): PagePath => {
    if (found === undefined) {
      faults.push(`${missing} ${quote(written)}`);
      return [];
    }
    const { kind } = fieldOf(found.path, [], found.type, {}, context.model);
    const names = kinds.map((each) => kindWords[each]).join(" and no ");
    if (kind !== "unknown" && !kinds.includes(kind))
      faults.push(`${quote(written)} is no ${names}`);
    return found.path;
  };
  return {
    place(
      written: WrittenPlace | undefined,
      ...kinds: readonly FieldKind[]
    ): PagePlace | undefined {
      if (written === undefined) return undefined;
      if (isHeader(written)) {
        const { header } = written;
        if (!isHeaderName(header))
          faults.push(`${quote(header)} is no name of a header`);
        return header;
      }
      const found = reach(body, written, context);
      return hold(written, found, "the response has no", kinds);
    },
    parameter: (written: WrittenPath): PagePath =>
      hold(written, reachParameter(written, facts), "the request takes no", [
        "text",
        "count",
      ]),
    id(written: WrittenPath, [type, ...others]: readonly TypeId[]): PagePath {
      const found = reach(
        others.length === 0 ? type : undefined,
        written,
        context,
      );
      return hold(written, found, "an item has no", ["text", "count"]);
    },
  };
}

/** A text that says that a page is the last, and that it can be. */
function endOf(
  end: PageEndValue<WrittenPath> | undefined,
  { body, context }: Facts,
  faults: string[],
): PageEndValue | undefined {
  if (end === undefined) return undefined;
  const found = reach(body, end.at, context);
  if (found === undefined) faults.push(`the response has no ${quote(end.at)}`);
  const node = found?.type && behindNull(found.type, context.model);
  const isPossible =
    node === undefined ||
    /^(string|unknown|union)$/.test(node.kind) ||
    (node.kind === "enum" && (node.open || node.values.includes(end.is)));
  if (!isPossible)
    faults.push(`${quote(end.at)} is never ${JSON.stringify(end.is)}`);
  return { at: found?.path ?? [], is: end.is };
}

/** The parameter of the page size stands where that of the page does. */
function sizeOf(
  { parameter, size }: Extract<Written, { style: "offset" | "page" }>,
  facts: Facts,
  faults: string[],
): string | undefined {
  if (size === undefined) return undefined;
  const around = reachParameter(parameter, facts)?.path.slice(0, -1) ?? [];
  if (reachParameter([...around, size], facts) === undefined)
    faults.push(`the request takes no ${quote(size)}`);
  return size;
}

function itemsOf(
  written: WrittenPath | undefined,
  { body, isXml, items, context }: Facts,
  faults: string[],
): { readonly path: PagePath; readonly types: readonly TypeId[] } {
  if (isXml) {
    if (written !== undefined)
      faults.push('a page in XML is one item, so "items" has nothing to name');
    return { path: [], types: [] };
  }
  if (written === undefined) {
    if (items === undefined)
      faults.push(
        'the response has no one array of items, so "items" has to name it',
      );
    return items ?? { path: [], types: [] };
  }
  const found = reach(body, written, context);
  if (found === undefined) {
    faults.push(`the response has no ${quote(written)}`);
    return { path: [], types: [] };
  }
  const { path, type } = found;
  const types = type && itemsAt(type, context.model);
  const isOpen =
    type === undefined || behindNull(type, context.model).kind === "unknown";
  if (types === undefined && !isOpen)
    faults.push(`${quote(written)} is no array`);
  return { path, types: types ?? [] };
}

const isHeader = (place: WrittenPlace): place is { readonly header: string } =>
  typeof place === "object" && "header" in place;

const quote = (path: WrittenPath): string =>
  JSON.stringify(typeof path === "string" ? path : path.join("."));

const kindWords: Readonly<Record<FieldKind, string>> = {
  text: "string",
  count: "number",
  flag: "boolean",
  unknown: "value",
  other: "value",
};
