import type { Report } from "../../diagnostics/diagnostic.ts";
import { childrenOf } from "../../ir/children.ts";
import { exchangesOf } from "../../ir/directions.ts";
import type { Api, Exchange } from "../../ir/openapi.ts";
import type { Resolved } from "../../ir/resolved.ts";
import type { Annotations } from "../../ir/schema-graph.ts";
import type { TypeId, TypeNode, UnionNode } from "../../ir/type-graph.ts";
import { memoise } from "../../util/memoise.ts";
import { createModules } from "../names/file-name.ts";
import type { ExchangeName } from "../names/operation-names.ts";
import type { Registry } from "../names/registry.ts";
import {
  asTypeName,
  componentTypeName,
  discouraged,
  typeName,
} from "../names/type-name.ts";
import { pascal, singularLast, startsAlone, words } from "../names/words.ts";
import { labelOf, type VariantName } from "../variant-names/candidate.ts";
import { nameVariants } from "../variant-names/name-variants.ts";
import { bodiesOf } from "./bodies.ts";
import { entityOf } from "./entity.ts";
import type { Inventory } from "./inventory.ts";
import { scopeOf } from "./scope.ts";

/** A declared type: what it is called and where it stands. */
export interface TypeName {
  readonly name: string;
  readonly module: string;
}

export interface TypeNames {
  /** By the type that stands for all equal ones. */
  readonly names: ReadonlyMap<TypeId, TypeName>;
  /** What the variants of a union are called, in their order. */
  readonly labels: ReadonlyMap<TypeId, readonly string[]>;
  readonly aliases: readonly {
    readonly name: TypeName;
    readonly type: TypeId;
    /** What is said of the type under this name. */
    readonly annotations: Annotations;
  }[];
  /** The file of these words, made now if there is none; a string is a file that there is. */
  readonly moduleOf: (module: string | readonly string[]) => string;
  /** A file that nothing stands in yet, called by these words or nearly so. */
  readonly newModule: (words: readonly string[]) => string;
}

export interface NamingContext {
  readonly api: Api;
  readonly resolved: Resolved;
  readonly inventory: Inventory;
  /** Of the exchanges, in their order. */
  readonly exchangeNames: readonly ExchangeName[];
  readonly registry: Registry;
  readonly report: Report;
}

/**
 * Gives every declared type its name: components first, under their own; then what operations are
 * about (`Webhook` for the items of `listWebhooks`); then bodies by operation and status; then the
 * rest by where it stands. A type that several operations share is named after what they share.
 */
export function nameTypes(context: NamingContext): TypeNames {
  const { api, exchangeNames, inventory, resolved } = context;
  const exchanges = exchangesOf(api);
  const scope = memoise((type: TypeId) => scopeOf(type, inventory, exchanges));
  const namer = createNamer(context, scope);
  const { types } = inventory;
  const components = [...inventory.components.keys()];
  const isExact = (name: string) => componentTypeName(name) === name;
  const possible = (name: string) => [
    componentTypeName(name),
    `${componentTypeName(name)}Model`,
  ];
  // Whose own name it is has it, wherever others stand that come to the same.
  const aliasNames = new Map<string, TypeName>();
  for (const exact of [true, false]) {
    for (const [type, name] of inventory.components)
      if (isExact(name) === exact) namer.claim(type, possible(name));
    for (const { name } of inventory.aliases)
      if (isExact(name) === exact)
        aliasNames.set(name, namer.declare(possible(name)));
  }
  for (const type of components) {
    const base = `${type}/base` as TypeId;
    const { name, module } = namer.names.get(type) as TypeName;
    if (types.has(base) && namer.wants(base))
      namer.claim(base, [`${name}Base`], module);
  }
  components.forEach((type) => namer.claimVariants(type));
  const aliases = inventory.aliases.flatMap((alias) => {
    const name = aliasNames.get(alias.name);
    return name === undefined ? [] : [{ ...alias, name }];
  });
  // Operations that read have the best words for what they are about, and `/users` a better right to them than `/teams/{id}/users`.
  const depthOf = (index: number): number =>
    api.operations[index]?.path.split("/").length ?? Number.MAX_VALUE;
  const readersFirst = [...exchangeNames.keys()].sort(
    (a, b) =>
      Number(exchangeNames[b]?.reads) - Number(exchangeNames[a]?.reads) ||
      depthOf(a) - depthOf(b) ||
      a - b,
  );
  for (const index of readersFirst) {
    const { noun, reads } = exchangeNames[index] as ExchangeName;
    const entity =
      noun.length === 0
        ? undefined
        : entityOf(exchanges[index] as Exchange, noun, resolved.typeOf, types);
    if (entity === undefined || !namer.wants(entity)) continue;
    const name = typeName(noun);
    if (context.registry.isFree(name)) namer.claim(entity, [name]);
    else if (reads) namer.claim(entity, [`${name}Model`]);
  }
  for (const [index, exchange] of exchanges.entries()) {
    for (const body of bodiesOf(
      exchange,
      (exchangeNames[index] as ExchangeName).name,
      resolved.typeOf,
    )) {
      const users = scope(inventory.same(body.type));
      const shared = users === undefined ? [] : [users + body.suffix];
      const module = namer.sharedModule(
        body.isError && users !== undefined
          ? [...words(users), "errors"]
          : body.module,
      );
      namer.place(body.type, { names: [...shared, body.name], module });
    }
    namer.drain();
  }
  components.forEach((type) => namer.enter(type));
  for (const { name, type } of aliases)
    namer.place(type, { names: [`${name.name}Value`], module: name.module });
  namer.drain();
  const moduleOf = (module: string | readonly string[]) =>
    typeof module === "string" ? module : namer.sharedModule(module);
  const { labels, names, newModule } = namer;
  return { names, labels, aliases, moduleOf, newModule };
}

/** Where a type stands whose name is still to be found. */
interface Place {
  /** Its possible names, best first, if the place alone decides. */
  readonly names: readonly string[];
  readonly module: string;
  /** The declared type around it, and the words of the property that holds it. */
  readonly inside?: {
    readonly parent: TypeId;
    readonly words: readonly string[];
    readonly list: boolean;
  };
}

const pascalOf = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1);

/** A type that holds no other. */
const isLeaf = (node: TypeNode): boolean => childrenOf(node).length === 0;

/** `CallWebhook`, `BodyWithActivityId`; what no name may begin with stands behind: `Route404`. */
const variantName = ({ before, behind }: VariantName, union: string): string =>
  startsAlone(pascal(before))
    ? pascal(before) + union + pascal(behind)
    : union + pascal([...before, ...behind]);

function createNamer(
  { api, resolved, inventory, exchangeNames, registry, report }: NamingContext,
  scopeOfSame: (type: TypeId) => string | undefined,
) {
  const { types, same } = inventory;
  const exchanges = exchangesOf(api);
  const names = new Map<TypeId, TypeName>();
  const labels = new Map<TypeId, readonly string[]>();
  const modules = createModules();
  const shared = new Map<string, string>();
  const unentered = new Set<TypeId>();
  const queue: { readonly type: TypeId; readonly place: Place }[] = [];
  const node = (type: TypeId) => types.get(same(type)) as TypeNode;

  const namer = {
    names,
    labels,
    wants: (type: TypeId): boolean =>
      inventory.isNamed(type) && !names.has(same(type)),

    declare(suggestions: readonly string[], module?: string): TypeName {
      const named = suggestions.filter((each) => each !== "");
      const name = registry.claim(named.map(asTypeName));
      return { name, module: module ?? namer.newModule(words(name)) };
    },

    claim(type: TypeId, suggestions: readonly string[], module?: string): void {
      names.set(same(type), namer.declare(suggestions, module));
      if (!inventory.components.has(same(type))) namer.enter(same(type));
    },

    newModule: (parts: readonly string[]): string =>
      modules.claim("types", parts),

    /** Names what stands in a component's own list of variants: whoever lists them as well does not. */
    claimVariants(component: TypeId): void {
      const of = node(component);
      if (of.kind !== "union") return;
      const { name, module } = names.get(component) as TypeName;
      const isOwn = ({ origin }: TypeNode) =>
        origin.source === of.origin.source &&
        origin.pointer.startsWith(`${of.origin.pointer}/`);
      for (const [variant, own] of label(of, name)) {
        if (!namer.wants(variant) || !isOwn(node(variant))) continue;
        const suggestions = [variantName(own, name)];
        names.set(same(variant), namer.declare(suggestions, module));
        unentered.add(same(variant));
      }
    },

    /** A module that several declarations stand in. */
    sharedModule(parts: readonly string[]): string {
      const key = parts.join("-");
      const module = shared.get(key) ?? namer.newModule(parts);
      shared.set(key, module);
      return module;
    },

    /** Names the type if it needs a name, else looks through it. */
    place(type: TypeId, place: Place): void {
      if (!inventory.isNamed(type)) look(type, place);
      else if (namer.wants(type)) {
        const { suggestions, module } =
          place.inside === undefined
            ? { suggestions: place.names, module: place.module }
            : suggest(type, place);
        namer.claim(
          type,
          suggestions.filter((name) => !discouraged.has(name)),
          module,
        );
      }
    },

    /** Puts in line what stands inside a declared type. */
    enter(type: TypeId): void {
      const of = node(type);
      const { name, module } = names.get(type) as TypeName;
      const inside = (
        child: TypeId,
        own: string | readonly string[],
        list = false,
      ) => {
        if (!inventory.isNamed(child) && isLeaf(node(child))) return;
        const parts = typeof own === "string" ? words(own) : own;
        queue.push({
          type: child,
          place: {
            names: [],
            module,
            inside: { parent: type, words: parts, list },
          },
        });
      };
      if (of.kind === "object") {
        of.properties.forEach((property) =>
          inside(property.type, property.wireName),
        );
        if (of.additional !== undefined) inside(of.additional, "value");
        for (const { prefix, values } of of.patterns ?? [])
          inside(values, [...words(prefix), "value"]);
      } else if (of.kind === "union") {
        label(of, name).forEach(([variant, own]) => {
          // What stands inside comes after what operations are about, as that of any component.
          if (unentered.delete(same(variant))) namer.enter(same(variant));
          else if (inventory.isNamed(variant))
            namer.place(variant, { names: [variantName(own, name)], module });
          else inside(variant, [...own.before, ...own.behind]);
        });
      } else childrenOf(of).forEach((child) => inside(child, [], true));
    },

    drain(): void {
      // Grows while it is walked; shifting each off would cost the square of its length.
      for (const { type, place } of queue) namer.place(type, place);
      queue.length = 0;
    },
  };

  function label(
    union: UnionNode,
    name: string,
  ): readonly (readonly [TypeId, VariantName])[] {
    const found = nameVariants(union, name, inventory, resolved.derived);
    const placed = found.filter(
      ({ by }, index) =>
        by === "place" && inventory.isNamed(union.variants[index] as TypeId),
    );
    if (placed.length > 0 && !labels.has(union.id))
      report("union/named-by-place", union.origin, {
        labels: placed.map(labelOf),
      });
    labels.set(union.id, found.map(labelOf));
    return found.map((own, index) => [union.variants[index] as TypeId, own]);
  }

  /** Looks through a type without a name for those that need one. */
  function look(type: TypeId, place: Place): void {
    const of = node(type);
    const list =
      of.kind === "array" || of.kind === "tuple" || of.kind === "record";
    if (of.kind === "union") label(of, place.names[0] ?? "");
    for (const child of childrenOf(of)) {
      queue.push({
        type: child,
        place:
          place.inside === undefined
            ? place
            : {
                ...place,
                inside: { ...place.inside, list: place.inside.list || list },
              },
      });
    }
  }

  function suggest(
    type: TypeId,
    { module, inside }: Place,
  ): { suggestions: readonly string[]; module: string | undefined } {
    if (inside === undefined)
      throw new Error("internal: a place with nothing around it");
    const parent = names.get(inside.parent) as TypeName;
    const last = pascal(
      inside.list ? singularLast(inside.words) : inside.words,
    );
    const suffix = inside.list ? "Item" : "Value";
    const scope = scopeOfSame(same(type));
    const users = (of: TypeId) => inventory.usersOf.get(same(of))?.size ?? 0;
    // Used by more operations than what it stands in: it belongs to all of them.
    const wider =
      scope !== undefined &&
      users(type) > users(inside.parent) &&
      !inventory.components.has(inside.parent);
    const [user] = inventory.usersOf.get(same(type)) ?? [];
    const within =
      (inventory.parentsOf.get(same(type))?.size ?? 0) > 1 &&
      user !== undefined &&
      scope === undefined
        ? pascalOf(exchangeNames[user]?.name ?? "")
        : undefined;
    const prefix = wider ? scope : (within ?? parent.name);
    const plain = prefix.endsWith(last) ? [] : [prefix + last];
    return {
      suggestions: [
        ...plain,
        prefix + (last === "" || prefix.endsWith(last) ? "" : last) + suffix,
        parent.name + last + suffix,
      ],
      module: wider ? undefined : module,
    };
  }

  return namer;
}
