import { placeWords } from "../fields.ts";
import { itemsWords, type Style } from "../infer.ts";
import { asks, best } from "../roles.ts";

/** A documented `Link` header, of a list that is asked for by page (RFC 8288; RFC 5988 before). */
export const byLink: Style = ({ asked, told, items, isGet, keep, prose }) => {
  const link = told.find(
    ({ place }) => typeof place === "string" && place.toLowerCase() === "link",
  );
  if (link === undefined || !isGet) return undefined;
  const { token, offset, page, size } = asks;
  const asking = [token, page, offset, size]
    .map((role) => best(asked, role))
    .find((field) => field !== undefined);
  const isSaid = /\bnext\b|paginat|\bpaging\b/i.test(link.description + prose);
  if (asking === undefined && !isSaid) return undefined;
  return {
    rule: { style: "link", items: items.path, keep },
    evidence: [
      ...(asking === undefined
        ? []
        : [`the request takes ${placeWords(asking.place)}`]),
      'the response has a header "Link"',
      itemsWords(items),
    ],
  };
};
