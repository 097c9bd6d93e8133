import type { TypeId } from "../../../ir/type-graph.ts";
import type { PageContext } from "../context.ts";
import { type Field, placeWords, propertiesAt } from "../fields.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import { isAboutTime } from "../prose.ts";
import { asks, best, says } from "../roles.ts";

/** A parameter takes the id of the last item, and a flag says whether there is more: `starting_after` with `has_more`. */
export const byLastItem: Style = ({ asked, told, items, context }) => {
  const parameter = best(
    asked.filter((field) => !isAboutTime(field)),
    asks.lastItem,
  );
  const more = best(
    told.filter(({ place }) => typeof place !== "string"),
    says.more,
  );
  if (parameter === undefined || more === undefined) return undefined;
  // `after` alone may be any place; one that starts after something names it.
  const isNamed = parameter.names.some((name) => /id$|^start|item$/.test(name));
  const isSaid = /\bids?\b|identifier|\bobject\b|\bcursor\b/i.test(
    parameter.description,
  );
  if (!isNamed && !isSaid) return undefined;
  const rule = {
    style: "cursor" as const,
    parameter: parameter.place,
    more: more.place,
    items: items.path,
  };
  const lastId = best(told, says.lastId);
  const id = identifierOf(items.item, parameter, context);
  if (id === undefined && lastId === undefined) return undefined;
  return {
    rule:
      id === undefined && lastId !== undefined
        ? { ...rule, next: lastId.place }
        : { ...rule, style: "last-item", id: [id ?? "id"] },
    evidence: [
      takes(parameter.place),
      id === undefined && lastId !== undefined
        ? `the response carries the id of its last item in ${placeWords(lastId.place)}`
        : `the items have ${placeWords([id ?? "id"])}`,
      `the response says in ${placeWords(more.place)} whether there is more`,
      itemsWords(items),
    ],
  };
};

/** `id`; else what is one by its name, if the parameter is said to take it. */
function identifierOf(
  item: TypeId,
  { description }: Field,
  { model }: PageContext,
): string | undefined {
  const names = (propertiesAt(item, model) ?? []).map(
    ({ wireName }) => wireName,
  );
  const said = names.find(
    (name) =>
      /^(uuid|guid|gid|sid|uid|token|key)$/i.test(name) &&
      new RegExp(`\\b${name}\\b`, "i").test(description),
  );
  return names.includes("id") ? "id" : said;
}
