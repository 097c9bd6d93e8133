import type { ChangeId, GenerateOptions } from "../../generator/index.ts";
import type { JsonObject } from "../../generator/ir/source.ts";
import {
  answer,
  api,
  object,
  receiving,
  sending,
  thing,
  type Document,
  type Schema,
} from "./documents.ts";

/** A pair of descriptions between which a change lies. */
export interface Example {
  readonly change: ChangeId;
  readonly direction?: "received" | "sent";
  readonly old: Document;
  readonly new: Document;
  readonly options?: GenerateOptions;
  /**
   * Whether the type-checker sees it as well: not what fails only as it runs, and not what depends on code that
   * no consumer made of types alone has.
   */
  readonly unseen?: true;
}

const text: Schema = { type: "string" };
const whole: Schema = { type: "integer" };
const list = (more: JsonObject = {}): Schema => ({
  type: "array",
  items: text,
  ...more,
});
const values = (...all: readonly string[]): Schema => ({
  type: "string",
  enum: [...all],
});

/** A change of the type of one field. */
const field = (a: Schema): Schema => object({ a });

const variant = (type: string, more: JsonObject = {}): Schema =>
  object({ type: { const: type }, ...more });
const one = (...variants: readonly Schema[]): Schema => ({
  oneOf: [...variants],
});

/** From three groups on too many combinations to be written out. */
const crowd = (...groups: readonly string[]): Schema => ({
  allOf: groups.map((group) => ({
    oneOf: Array.from({ length: 7 }, (_, index) =>
      object({ [group + index]: text }),
    ),
  })),
});

type SchemaPair = readonly [old: Schema, now: Schema];

const schemas: Partial<Record<ChangeId, SchemaPair>> = {
  "field-removed": [object({ a: text, b: text }), object({ a: text })],
  "field-added": [object({ a: text }), object({ a: text, b: text }, ["a"])],
  "field-added-required": [object({ a: text }), object({ a: text, b: text })],
  "field-optional": [object({ a: text }), object({ a: text }, [])],
  "field-required": [object({ a: text }, []), object({ a: text })],
  "keys-removed": [
    object({ a: text }, ["a"], { additionalProperties: true }),
    object({ a: text }),
  ],
  "keys-added": [
    object({ a: text }),
    object({ a: text }, ["a"], { additionalProperties: true }),
  ],
  "value-added": [field(values("x", "y")), field(values("x", "y", "z"))],
  "value-removed": [field(values("x", "y", "z")), field(values("x", "y"))],
  "values-opened": [field(values("x", "y")), field(text)],
  "values-closed": [field(text), field(values("x", "y"))],
  "null-added": [field(text), field({ type: ["string", "null"] })],
  "null-removed": [field({ type: ["string", "null"] }), field(text)],
  "undefined-added": [
    object({ a: text }, ["a"], { additionalProperties: text }),
    object({ a: text }, [], { additionalProperties: text }),
  ],
  "undefined-removed": [
    object({ a: text }, [], { additionalProperties: text }),
    object({ a: text }, ["a"], { additionalProperties: text }),
  ],
  retyped: [field(text), field(whole)],
  "type-joined": [field(text), field({ type: ["string", "integer"] })],
  "type-added": [
    field({ type: ["string", "integer"] }),
    field({ type: ["string", "integer", "boolean"] }),
  ],
  "type-removed": [
    field({ type: ["string", "boolean", "integer"] }),
    field({ type: ["string", "boolean"] }),
  ],
  "type-opened": [field(text), field({})],
  "type-closed": [field({}), field(text)],
  "length-widened": [field(list({ minItems: 1 })), field(list())],
  "length-narrowed": [field(list()), field(list({ minItems: 1 }))],
  "length-fixed": [field(list()), field(list({ minItems: 2, maxItems: 2 }))],
  "length-changed": [
    field(list({ minItems: 2, maxItems: 2 })),
    field(list({ minItems: 3, maxItems: 3 })),
  ],
  "variant-added": [
    one(variant("a", { n: text }), variant("b", { n: text })),
    one(
      variant("a", { n: text }),
      variant("b", { n: text }),
      variant("c", { n: text }),
    ),
  ],
  "variant-removed": [
    one(variant("a"), variant("b"), variant("c")),
    one(variant("a"), variant("b")),
  ],
  undecided: [field(crowd("a", "b", "c")), field(crowd("a", "b"))],
};

/** Depends on what callers compare with, which no type says. */
const unseen: ReadonlySet<string> = new Set([
  "received values-closed",
  "received type-closed",
  "received length-fixed",
  "received undecided",
  "received undefined-added",
  "sent undecided",
]);

const ofSchemas = Object.entries(schemas).flatMap(
  ([change, [old, now]]): Example[] =>
    (["received", "sent"] as const).flatMap((direction) => {
      const of = direction === "received" ? receiving : sending;
      return [
        {
          change: change as ChangeId,
          direction,
          old: of(old),
          new: of(now),
          ...(unseen.has(`${direction} ${change}`) && {
            unseen: true as const,
          }),
        },
      ];
    }),
);

/** One operation, `getThing`, with these members. */
const operation = (
  members: JsonObject,
  more: JsonObject = {},
  path = "/thing",
): Document =>
  api({
    paths: {
      [path]: {
        get: {
          operationId: "getThing",
          responses: { 200: answer({ type: "string" }) },
          ...members,
        },
      },
    },
    ...more,
  });

const plain = operation({});
const query = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: "query",
  schema: text,
  ...more,
});
const failing = (...statuses: readonly number[]): Document =>
  operation({
    responses: {
      200: answer(text),
      ...Object.fromEntries(
        statuses.map((status) => [status, answer(object({ code: text }))]),
      ),
    },
  });
const secured = (
  schemes: JsonObject,
  ...security: readonly JsonObject[]
): Document =>
  operation(
    {},
    { security: [...security], components: { securitySchemes: schemes } },
  );
const key = (name: string): JsonObject => ({
  type: "apiKey",
  in: "header",
  name,
});
const headed = (headers: JsonObject): Document =>
  operation({ responses: { 200: { ...answer(text), headers } } });
const served = (url: string, variables: JsonObject = {}): Document =>
  operation({}, { servers: [{ url, variables }] });
const paged = (members: JsonObject, token: string): Document =>
  operation({
    parameters: [query("cursor"), query("after")],
    responses: {
      200: answer(
        object({ data: { type: "array", items: text }, nextCursor: text }),
      ),
    },
    "x-telltale-pagination":
      members["style"] === undefined
        ? { style: "cursor", parameter: token, next: "nextCursor" }
        : members,
  });
const hooked = (...names: readonly string[]): Document =>
  api({
    paths: {},
    webhooks: Object.fromEntries(
      names.map((name) => [
        name,
        {
          post: {
            requestBody: {
              content: { "application/json": { schema: object({ id: text }) } },
            },
            responses: { 200: { description: "" } },
          },
        },
      ]),
    ),
  });
const named = (name: string): Document =>
  api({
    paths: {
      "/thing": {
        get: {
          operationId: "getThing",
          responses: { 200: answer({ $ref: `#/components/schemas/${name}` }) },
        },
      },
    },
    components: { schemas: { [name]: object({ a: text }) } },
  });
/** Two operations, and what each brings. */
const twice = (first: string, second: string, types: JsonObject): Document =>
  api({
    paths: Object.fromEntries(
      [first, second].map((name, index) => [
        `/thing${index}`,
        {
          get: {
            operationId: `getThing${index}`,
            responses: {
              200: answer({ $ref: `#/components/schemas/${name}` }),
            },
          },
        },
      ]),
    ),
    components: { schemas: types },
  });
const structures = ["a", "b", "c"].map((each) =>
  object({ [each]: text, n: text }, [each]),
);
const guarded = (count: number): Document =>
  receiving({ anyOf: structures.slice(0, count) });
const untagged: GenerateOptions = { unions: { tag: false } };

const ofOperations: readonly Example[] = [
  { change: "operation-removed", old: plain, new: api({ paths: {} }) },
  { change: "operation-added", old: api({ paths: {} }), new: plain },
  {
    change: "operation-renamed",
    old: plain,
    new: operation({ operationId: "readThing" }),
  },
  {
    change: "operation-moved",
    old: plain,
    new: operation({}, {}, "/v2/thing"),
  },
  {
    change: "operation-deprecated",
    old: plain,
    new: operation({ deprecated: true }),
  },
  {
    change: "params-introduced",
    old: plain,
    new: operation({ parameters: [query("limit")] }),
  },
  {
    change: "params-removed",
    old: operation({ parameters: [query("limit")] }),
    new: plain,
  },
  {
    change: "request-otherwise",
    old: operation({ parameters: [query("limit")] }),
    new: operation({ parameters: [query("limit", { in: "header" })] }),
  },
  {
    change: "security-tightened",
    old: secured({ a: key("A"), b: key("B") }, { a: [] }, { b: [] }),
    new: secured({ a: key("A"), b: key("B") }, { a: [], b: [] }),
  },
  {
    change: "security-loosened",
    old: secured({ a: key("A"), b: key("B") }, { a: [] }),
    new: secured({ a: key("A"), b: key("B") }, { a: [] }, { b: [] }),
  },
  {
    change: "server-changed",
    old: plain,
    new: operation({ servers: [{ url: "https://other.example.com" }] }),
  },
  {
    change: "variant-differs",
    old: receiving(one(variant("a", { n: text }), variant("b", { n: text }))),
    new: receiving(
      one(variant("a", { n: text }), variant("b", { n: text }), variant("c")),
    ),
  },
  {
    change: "field-readonly",
    old: receiving(object({ a: text })),
    new: receiving(object({ a: { ...text, readOnly: true } })),
    unseen: true,
  },
  {
    change: "field-writable",
    old: receiving(object({ a: { ...text, readOnly: true } })),
    new: receiving(object({ a: text })),
  },
  {
    change: "status-added",
    old: failing(404),
    new: failing(404, 409),
    unseen: true,
  },
  { change: "status-removed", old: failing(404, 409), new: failing(404) },
  {
    change: "headers-added",
    old: plain,
    new: headed({ "X-Kind": { schema: values("x") } }),
  },
  {
    change: "headers-removed",
    old: headed({ "X-Kind": { schema: values("x") } }),
    new: plain,
    unseen: true,
  },
  {
    change: "pages-added",
    old: paged({ style: "none" }, ""),
    new: paged({}, "cursor"),
  },
  {
    change: "pages-removed",
    old: paged({}, "cursor"),
    new: paged({ style: "none" }, ""),
  },
  {
    change: "pages-otherwise",
    old: paged({}, "cursor"),
    new: paged({}, "after"),
    unseen: true,
  },
  {
    change: "credential-added",
    old: plain,
    new: operation({}, { components: { securitySchemes: { a: key("A") } } }),
  },
  {
    change: "credential-required",
    old: plain,
    new: secured({ a: key("A") }, { a: [] }),
  },
  {
    change: "credential-removed",
    old: secured({ a: key("A") }, { a: [] }),
    new: plain,
  },
  {
    change: "credential-optional",
    old: secured({ a: key("A") }, { a: [] }),
    new: secured({ a: key("A") }, { a: [] }, {}),
  },
  {
    change: "credential-retyped",
    old: secured({ a: key("A") }, { a: [] }),
    new: secured({ a: { type: "http", scheme: "basic" } }, { a: [] }),
  },
  {
    change: "credential-otherwise",
    old: secured({ a: key("A") }, { a: [] }),
    new: secured({ a: key("B") }, { a: [] }),
  },
  {
    change: "base-url-required",
    old: plain,
    new: operation({}, { servers: [] }),
  },
  { change: "base-url-known", old: operation({}, { servers: [] }), new: plain },
  {
    change: "base-url-changed",
    old: plain,
    new: served("https://two.example.com"),
  },
  {
    change: "server-variable-removed",
    old: served("https://{r}.example.com", { r: { default: "eu" } }),
    new: served("https://eu.example.com"),
  },
  {
    change: "server-variable-added",
    old: served("https://eu.example.com"),
    new: served("https://{r}.example.com", { r: { default: "eu" } }),
  },
  {
    change: "server-variable-needed",
    old: served("https://{r}.example.com", { r: { default: "eu" } }),
    new: served("https://{r}.example.com", { r: {} }),
  },
  {
    change: "server-variable-default",
    old: served("https://{r}.example.com", { r: { default: "eu" } }),
    new: served("https://{r}.example.com", { r: { default: "us" } }),
  },
  {
    change: "webhook-added",
    old: hooked("a"),
    new: hooked("a", "b"),
    unseen: true,
  },
  { change: "webhook-removed", old: hooked("a", "b"), new: hooked("a") },
  {
    change: "guard-added",
    old: guarded(2),
    new: guarded(3),
    options: untagged,
  },
  {
    change: "guard-removed",
    old: guarded(3),
    new: guarded(2),
    options: untagged,
  },
  { change: "name-renamed", old: named("Pet"), new: named("Animal") },
  {
    change: "name-moved",
    old: twice("Pet", "Pet", { Pet: object({ a: text }) }),
    new: twice("Animal", "Pet", {
      Animal: object({ a: text }),
      Pet: object({ a: text, b: text }),
    }),
  },
  {
    change: "name-removed",
    old: receiving(object({ a: text }), { Other: object({ b: text }) }),
    new: receiving(object({ a: text })),
  },
  {
    change: "name-added",
    old: receiving(object({ a: text })),
    new: receiving(object({ a: text }), { Other: object({ b: text }) }),
  },
];

export const examples: readonly Example[] = [...ofSchemas, ...ofOperations];
