import type { PageContext } from "../context.ts";
import { commonNamesAt, type Field, placeWords } from "../fields.ts";
import { itemsWords, takes, type Style } from "../infer.ts";
import type { Items } from "../items.ts";
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
  const lastId = best(told, says.lastId);
  const rule = {
    style: "cursor" as const,
    parameter: parameter.place,
    more: more.place,
    items: items.path,
  };
  const id = identifierOf(items, parameter, context);
  if (id === undefined && lastId === undefined) return undefined;
  if (!isNamed && !isSaid && lastId === undefined) return undefined;
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

/** `id`; else what is one by its name, if the parameter is said to take it. Every kind of item has it. */
function identifierOf(
  { types }: Items,
  { description }: Field,
  { model }: PageContext,
): string | undefined {
  const [first = [], ...others] = types.map((type) =>
    commonNamesAt(type, model),
  );
  const names = first.filter((name) =>
    others.every((each) => each.includes(name)),
  );
  const said = names.find(
    (name) =>
      /^(uuid|guid|gid|sid|uid|token|key)$/i.test(name) &&
      new RegExp(`\\b${name}\\b`, "i").test(description),
  );
  return names.includes("id") ? "id" : said;
}
