import type { PagePath } from "../../ir/page-rule.ts";
import type { TypeId } from "../../ir/type-graph.ts";
import { singularLast, words } from "../names/words.ts";
import type { TypeModel } from "../types/model.ts";
import { behindNull, flat, itemsAt, propertiesAt } from "./fields.ts";
import { besides, genericItems, wrapper } from "./roles.ts";
import { saysOnlyPages } from "./told.ts";

/** The array whose items a page is about. */
export interface Items {
  readonly path: PagePath;
  /** Of its items: several, where it is one of several arrays. */
  readonly types: readonly TypeId[];
  /** Whether no name speaks for it: it is the only one, inside of something. */
  readonly isHidden?: boolean;
}

interface Candidate extends Items {
  readonly name: string;
  readonly isObject: boolean;
}

const maxDepth = 4;

/**
 * The one array that dominates a page: the body itself; what is called like the resource; what is called
 * as items commonly are; or the only list of objects. Several of the best kind are none, as
 * a guess would lose the items of the others.
 */
export function dominantItems(
  body: TypeId,
  path: string,
  model: TypeModel,
): Items | undefined {
  const types = itemsAt(body, model);
  if (types !== undefined) return { path: [], types };
  const node = behindNull(body, model);
  if (node.kind === "union")
    return inEach(
      node.variants.map((each) => dominantItems(each, path, model)),
    );
  const resource = resourceOf(path);
  const found = candidatesIn(body, [], resource, wrapper, model);
  const isList = resource !== undefined || isOnlyAPage(body, model);
  const ofObjects = found.filter(({ isObject }) => isObject);
  const isGeneric = ({ name }: Candidate) => genericItems.test(name);
  const isResource = ({ path: at }: Candidate) =>
    singular(at.at(-1) ?? "") === resource;
  const tiers = [
    outermost(ofObjects.filter(isResource)),
    outermost(ofObjects.filter(isGeneric)),
    outermost(found.filter(isResource)),
    ...(isList ? [ofObjects] : []),
    outermost(found.filter(isGeneric)),
    ...(isList ? [found] : []),
    besideWords(body, resource, model).filter(isResource),
  ];
  const named = tiers.find(({ length }) => length > 0);
  const hidden =
    isList && named === undefined
      ? candidatesIn(body, [], resource, /./, model)
      : [];
  const [only, second] = named ?? hidden.filter(({ isObject }) => isObject);
  if (only === undefined || second !== undefined) return undefined;
  return { ...only, isHidden: named === undefined };
}

function outermost(candidates: readonly Candidate[]): readonly Candidate[] {
  const depth = Math.min(...candidates.map(({ path }) => path.length));
  return candidates.filter(({ path }) => path.length === depth);
}

function candidatesIn(
  type: TypeId,
  path: PagePath,
  resource: string | undefined,
  inside: RegExp,
  model: TypeModel,
): readonly Candidate[] {
  const properties = propertiesAt(type, model) ?? [];
  return properties.flatMap((property): readonly Candidate[] => {
    const name = flat(property.wireName);
    const at = [...path, property.wireName];
    const types = itemsAt(property.type, model);
    if (besides.test(name) && singular(name) !== resource) return [];
    if (types !== undefined) {
      const isObject = types.some((type) => isStructured(type, model));
      return [{ path: at, types, name, isObject }];
    }
    const isInside =
      at.length < maxDepth &&
      (inside.test(name) || path.length > 0 || properties.length === 1);
    return isInside
      ? candidatesIn(property.type, at, resource, inside, model)
      : [];
  });
}

/** In an object of what is said beside items, which some have them in all the same. */
const besideWords = (
  body: TypeId,
  resource: string | undefined,
  model: TypeModel,
): readonly Candidate[] =>
  (propertiesAt(body, model) ?? [])
    .filter(({ wireName }) => /^meta(data)?$/.test(flat(wireName)))
    .flatMap(({ type, wireName }) =>
      candidatesIn(type, [wireName], resource, wrapper, model),
    );

/** What all variants of a page have in the same place. */
function inEach(variants: readonly (Items | undefined)[]): Items | undefined {
  const [first] = variants;
  const found = variants.filter((each) => each !== undefined);
  const isSame = found.every(
    ({ path }) => path.join("\0") === first?.path.join("\0"),
  );
  return first === undefined || found.length < variants.length || !isSame
    ? undefined
    : { ...first, types: [...new Set(found.flatMap(({ types }) => types))] };
}

/** Whether there is nothing but an array and what is said of pages: no one thing has only that. */
function isOnlyAPage(body: TypeId, model: TypeModel): boolean {
  const others = (propertiesAt(body, model) ?? []).filter(
    ({ type }) => itemsAt(type, model) === undefined,
  );
  return saysOnlyPages(others, model);
}

const isStructured = (type: TypeId, model: TypeModel): boolean =>
  /^(object|union|record|intersection|unknown)$/.test(
    behindNull(type, model).kind,
  );

/**
 * What a path lists, in the singular; `undefined` where it ends in a parameter and is about one thing. A verb
 * at the end is about what stands before it: `/pets/search`.
 */
function resourceOf(path: string): string | undefined {
  const segments = path.split(/[/:]/).filter((segment) => segment !== "");
  const verb =
    /^_?(search|query|list|find|filter|all|scan|scroll|browse|lookup)$/i;
  const last =
    segments
      .findLast((segment) => !verb.test(segment))
      ?.replace(/\.\w+$/, "") ?? "";
  return last.includes("}") && last === segments.at(-1)
    ? undefined
    : singular(last.replace(/^(get|list|fetch|search|find)(?=[A-Z_-])/, ""));
}

const singular = (name: string): string => singularLast(words(name)).join("");
