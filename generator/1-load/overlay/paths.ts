import type { Json } from "../../ir/source.ts";
import { isArray, isObject } from "../json.ts";

/** The way from the document to a node: member names and indexes. */
export type Path = readonly (string | number)[];

export function at(document: Json, path: Path): Json | undefined {
  let node: Json | undefined = document;
  for (const step of path) {
    if (isArray(node)) node = node[Number(step)];
    else if (isObject(node) && Object.hasOwn(node, step)) node = node[step];
    else return undefined;
  }
  return node;
}

/** Paths that share their first steps, as a tree: every map and list on the way is copied once. */
interface Branch {
  selected: boolean;
  readonly next: Map<string | number, Branch>;
}

function treeOf(paths: readonly Path[]): Branch {
  const root: Branch = { selected: false, next: new Map() };
  for (const path of paths) {
    let branch = root;
    for (const step of path) {
      let next = branch.next.get(step);
      if (next === undefined)
        branch.next.set(step, (next = { selected: false, next: new Map() }));
      branch = next;
    }
    branch.selected = true;
  }
  return root;
}

/** A new document in which each selected node is what `change` makes of it; inner nodes come first. */
export function replace(
  document: Json,
  paths: readonly Path[],
  change: (node: Json) => Json,
): Json {
  const visit = (node: Json, branch: Branch): Json => {
    const inner = mapMembers(node, branch, visit);
    return branch.selected ? change(inner) : inner;
  };
  return visit(document, treeOf(paths));
}

/** A new document without the selected nodes. */
export function remove(document: Json, paths: readonly Path[]): Json {
  const visit = (node: Json, branch: Branch): Json | undefined =>
    branch.selected ? undefined : mapMembers(node, branch, visit);
  return visit(document, treeOf(paths)) ?? null;
}

/** Copies a node with some members changed, or left out where `visit` gives `undefined`. */
function mapMembers(
  node: Json,
  { next }: Branch,
  visit: (node: Json, branch: Branch) => Json | undefined,
): Json {
  if (next.size === 0) return node;
  const through = (member: Json, step: string | number) => {
    const branch = next.get(step);
    return branch === undefined ? member : visit(member, branch);
  };
  if (isArray(node))
    return node.map(through).filter((item) => item !== undefined);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .map(([key, member]) => [key, through(member, key)] as const)
      .filter(
        (entry): entry is readonly [string, Json] => entry[1] !== undefined,
      ),
  );
}
