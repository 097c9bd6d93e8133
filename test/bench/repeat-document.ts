type Value =
  null | boolean | number | string | Value[] | { [key: string]: Value };

/**
 * An OpenAPI document of 3.0 and later as if written so many times: each copy has paths, operations and
 * components of its own, and refers to its own.
 */
export function repeatDocument(document: unknown, times: number): unknown {
  const once = document as { [key: string]: Value };
  const copies = Array.from({ length: times }, (_, index) =>
    index === 0 ? once : copyOf(once, `_copy${index}`),
  );
  const kinds = new Set(
    copies.flatMap((each) => Object.keys(each["components"] ?? {})),
  );
  return {
    ...once,
    paths: Object.assign({}, ...copies.map((each) => each["paths"])),
    components: Object.fromEntries(
      [...kinds].map((kind) => [
        kind,
        kind === "securitySchemes"
          ? membersOf(once["components"])[kind]
          : Object.assign(
              {},
              ...copies.map((each) => membersOf(each["components"])[kind]),
            ),
      ]),
    ),
  };
}

function copyOf(
  { paths, components }: { [key: string]: Value },
  suffix: string,
): { [key: string]: Value } {
  const copied = (value: Value | undefined): Value =>
    renamed(value ?? {}, suffix);
  return {
    paths: Object.fromEntries(
      Object.entries(membersOf(paths)).map(([path, item]) => [
        `/${suffix}${path}`,
        copied(item),
      ]),
    ),
    components: Object.fromEntries(
      Object.entries(membersOf(components)).map(([kind, members]) => [
        kind,
        Object.fromEntries(
          Object.entries(membersOf(members)).map(([name, member]) => [
            name + suffix,
            copied(member),
          ]),
        ),
      ]),
    ),
  };
}

/** The value with references and operationIds of its copy. */
function renamed(value: Value, suffix: string): Value {
  if (typeof value === "string")
    return value.replace(/^#\/components\/[^/]+\/[^/]+/, `$&${suffix}`);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, suffix));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === "operationId" && typeof member === "string"
        ? member + suffix
        : renamed(member, suffix),
    ]),
  );
}

const membersOf = (value: Value | undefined): { [key: string]: Value } =>
  (value ?? {}) as { [key: string]: Value };
