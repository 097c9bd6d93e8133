import type { Operation } from "../../ir/openapi.ts";
import type { PageRule } from "../../ir/page-rule.ts";
import type { Ends } from "./ends.ts";
import type { Field } from "./fields.ts";
import type { Items } from "./items.ts";

/** What of paging is seen where no rule was found. */
export interface Seen {
  readonly token: Field | undefined;
  readonly offset: Field | undefined;
  readonly page: Field | undefined;
  readonly size: Field | undefined;
  readonly next: Field | undefined;
  readonly url: Field | undefined;
  readonly ends: Ends | undefined;
  readonly items: Items | undefined;
}

type Members = Readonly<Record<string, Field["place"] | undefined>>;

/** The line of the config that would declare the likeliest rule; `…` for what only its reader knows. */
export function declarationOf(
  { method, path, operationId }: Operation,
  seen: Seen,
): string {
  const [style, members] = likeliest(seen);
  const text = Object.entries({ ...members, items: seen.items?.path })
    .map(([name, place]) => `${name}: ${written(place)}`)
    .join(", ");
  const key = operationId ?? `${method} ${path}`;
  const isPlain = /^[A-Za-z_$][\w$]*$/.test(key);
  return `${isPlain ? key : JSON.stringify(key)}: { style: "${style}", ${text} }`;
}

function likeliest({
  token,
  offset,
  page,
  next,
  url,
  ends,
}: Seen): readonly [PageRule["style"], Members] {
  if (url !== undefined) return ["url", { next: url.place }];
  const parameter = (token ?? offset ?? page)?.place;
  const { more, total, pages } = ends ?? {};
  if (token !== undefined && next === undefined && more !== undefined)
    return ["last-item", { parameter, id: undefined, more }];
  if (token !== undefined || next !== undefined || parameter === undefined)
    return ["cursor", { parameter, next: next?.place }];
  const counted = Object.entries({ more, pages, total }).find(
    ([, place]) => place !== undefined,
  );
  const end = counted === undefined ? {} : { [counted[0]]: counted[1] };
  return [offset === undefined ? "page" : "offset", { parameter, ...end }];
}

function written(place: Field["place"] | undefined): string {
  if (place === undefined) return '"…"';
  if (typeof place === "string") return `{ header: ${JSON.stringify(place)} }`;
  return place.length === 0 || place.some((name) => name.includes("."))
    ? JSON.stringify(place)
    : JSON.stringify(place.join("."));
}
