import type { Response } from "../../ir/openapi.ts";
import type { PagePath } from "../../ir/page-rule.ts";
import type { Property, TypeId } from "../../ir/type-graph.ts";
import { isHeaderName } from "../../util/header-name.ts";
import { typeOf } from "../operations/schema-kinds.ts";
import type { TypeModel } from "../types/model.ts";
import type { PageContext } from "./context.ts";
import {
  type Field,
  fieldOf,
  flat,
  ownNames,
  possiblePropertiesAt,
} from "./fields.ts";
import { areOfPages, envelope, isSurelyToken } from "./roles.ts";

/** What a page says beside its items: in its headers, and in the objects around the items. */
export function toldBy(
  { headers }: Response,
  body: TypeId | undefined,
  items: PagePath,
  context: PageContext,
): readonly Field[] {
  const inHeaders = headers
    .filter(({ name }) => isHeaderName(name))
    .map(({ name, schema, description }) =>
      fieldOf(
        name,
        ownNames(name),
        typeOf(schema, context.resolved),
        description === undefined ? {} : { description },
        context.model,
      ),
    );
  const inBody = body === undefined ? [] : inObject(body, [], items, context);
  return [...inBody, ...inHeaders];
}

const maxDepth = 5;

function inObject(
  type: TypeId,
  path: PagePath,
  items: PagePath,
  context: PageContext,
): readonly Field[] {
  const { model } = context;
  return (possiblePropertiesAt(type, model) ?? []).flatMap((property) => {
    const { wireName } = property;
    const at = [...path, wireName];
    const inside = possiblePropertiesAt(property.type, model);
    if (inside !== undefined) {
      const leadsToItems =
        at.length < items.length &&
        at.every((name, index) => name === items[index]);
      const isAboutPages =
        envelope.test(flat(wireName)) || saysOnlyPages(inside, model);
      return at.length < maxDepth && (leadsToItems || isAboutPages)
        ? inObject(property.type, at, items, context)
        : [];
    }
    const names = namesIn(wireName, path);
    const field = fieldOf(
      at,
      names,
      property.type,
      property.annotations,
      model,
    );
    // Without a type it may be anything, an object too; a token, if its name leaves no doubt.
    return field.kind === "unknown" && !isSurelyToken(field) ? [] : [field];
  });
}

/** Whether properties, of an object by any name, are what is said of pages, and nothing else. */
export const saysOnlyPages = (
  properties: readonly Property[],
  model: TypeModel,
): boolean =>
  areOfPages(properties, ({ annotations, type, wireName }) =>
    fieldOf([wireName], ownNames(wireName), type, annotations, model),
  );

/**
 * The names of a property by the objects that it stands in: `after` in `next` is of the next page and no
 * other, `next` in `links` is a link, and one in `cursors` a cursor.
 */
function namesIn(wireName: string, path: PagePath): readonly string[] {
  const name = flat(wireName);
  const around = path.map(flat);
  const inside = around.at(-1) ?? "";
  if (/^next(page|link)?$/.test(inside))
    return [name.startsWith("next") ? name : `next${name}`];
  if (around.some((each) => /^links?$/.test(each)))
    return [
      name.startsWith("next") && !/link|ur[il]$/.test(name)
        ? `${name}link`
        : name,
    ];
  if (/^cursors?$/.test(inside)) return [`${name}cursor`];
  if (!envelope.test(inside)) return ownNames(wireName);
  return [...ownNames(wireName), inside + name];
}
