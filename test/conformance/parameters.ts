import type { DocumentOperation, DocumentParameter } from "./document.ts";
import type { Target } from "./find-operation.ts";
import type { Json } from "./json.ts";
import type { Exchange } from "./scenarios.ts";
import { items, kindOf, memberOf, scalar, undoStyle } from "./undo-style.ts";

/** What arrives, by place and name; header names in lower case. */
export interface Arriving {
  readonly path: ReadonlyMap<string, Json>;
  readonly query: ReadonlyMap<string, Json>;
  readonly header: ReadonlyMap<string, Json>;
  readonly cookie: ReadonlyMap<string, Json>;
  readonly hasBody: boolean;
}

/** The request that has to arrive, taken apart. */
export function arriving(
  { request, uri }: Exchange,
  { pathTexts }: Pick<Target, "pathTexts">,
): Arriving {
  const header = new Map(
    Object.entries(request?.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const cookies = String(header.get("cookie") ?? "").split(/;\s*/);
  return {
    path: new Map(Object.entries(pathTexts)),
    query: new Map<string, Json>([
      ...new URLSearchParams(/\?(.*)/s.exec(uri)?.[1]),
      ...Object.entries(request?.query ?? {}),
    ]),
    header,
    hasBody: request?.body !== undefined,
    cookie: new Map(
      cookies.map((pair) => pair.split("=", 2) as [string, string]),
    ),
  };
}

/** Derives each parameter from what has to arrive, by its own place and style. */
export function deriveParameters(
  { parameters }: DocumentOperation,
  arriving: Arriving,
): ReadonlyMap<DocumentParameter, Json> {
  const values = new Map<DocumentParameter, Json>();
  for (const parameter of parameters) {
    const value = derive(parameter, parameters, arriving);
    if (value !== undefined) values.set(parameter, value);
  }
  return values;
}

function derive(
  parameter: DocumentParameter,
  all: readonly DocumentParameter[],
  arriving: Arriving,
): Json {
  const { in: place, name } = parameter;
  if (place === "query") return deriveQuery(parameter, all, arriving.query);
  const value = arriving[place].get(
    place === "header" ? name.toLowerCase() : name,
  );
  if (value === undefined) return only(parameter);
  return place === "path"
    ? undoStyle(String(value), parameter, decodeURIComponent)
    : undoStyle(String(value), parameter);
}

function deriveQuery(
  parameter: DocumentParameter,
  all: readonly DocumentParameter[],
  query: Arriving["query"],
): Json {
  const { explode, name, schema, style } = parameter;
  const kind = kindOf(schema);
  if (kind === "object" && style === "deepObject")
    return objectOf(
      [...query].flatMap(([key, value]) => {
        const member =
          key.startsWith(`${name}[`) && key.slice(name.length + 1, -1);
        return member ? [[member, value]] : [];
      }),
      schema,
    );
  if (kind === "object" && style === "form" && explode) {
    const others = new Set(all.map((each) => each.name));
    return objectOf(
      [...query].filter(([key]) => !others.has(key)),
      schema,
    );
  }
  const value = query.get(name);
  if (value === undefined) return only(parameter);
  if (kind === "array" && explode)
    return [value].flat().map((each) => scalar(String(each), items(schema)));
  return undoStyle(String(value), parameter);
}

const objectOf = (
  pairs: readonly (readonly [string, Json])[],
  schema: DocumentParameter["schema"],
): Json =>
  pairs.length === 0
    ? undefined
    : Object.fromEntries(
        pairs.map(([key, value]) => [
          key,
          scalar(String(value), memberOf(schema, key)),
        ]),
      );

/** Where the index is silent on a required parameter: the one value that it can have. */
const only = ({ required, schema }: DocumentParameter): Json =>
  required ? (schema["const"] ?? schema["enum"]?.[0]) : undefined;
