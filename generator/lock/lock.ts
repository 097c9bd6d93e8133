/**
 * The lock file: what a client was made from, and what telltale wrote. It is committed with the client. Of
 * what it lists, a file that no longer is as written was changed by a person, and a file that is not
 * listed is none of ours, whatever its first line says.
 */
export interface Lock {
  /** What made it: `0.1.0`, of a build with what tells it from others, `0.1.0+3f2a…`. */
  readonly telltale: string;
  /** Hash of the options in force. */
  readonly options: string;
  /** How imports end, where the folder's tsconfig was asked. */
  readonly imports: string | undefined;
  /** Warnings that were given when it was made. */
  readonly warnings: number;
  /** Every file read, relative to the output folder, or its URL without the query: the hash of its content. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The tags that the client adds to unions, by the union's name, or where it was written. */
  readonly tags: ReadonlyMap<string, string>;
  /** The files written, relative to the output folder; `""` where the hash is not known. */
  readonly files: ReadonlyMap<string, string>;
}

export const lockName = ".telltale.json";

/** How each source file we write begins. */
export const header = "// Generated from ";

/** One line for each entry, sorted: what two branches changed merges as text. */
export function renderLock(lock: Lock): string {
  const { telltale, options, imports, warnings, inputs, tags, files } = lock;
  const members = Object.entries({ telltale, options, imports, warnings })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${member(name, value)}`);
  const maps = Object.entries({ inputs, tags, files }).map(
    ([name, map]) => `  ${JSON.stringify(name)}: ${renderMap(map)}`,
  );
  return `{\n${[...members, ...maps].join(",\n")}\n}\n`;
}

function renderMap(map: ReadonlyMap<string, string>): string {
  const lines = [...map]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `    ${member(name, value)}`);
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
}

const member = (name: string, value: unknown): string =>
  `${JSON.stringify(name)}: ${JSON.stringify(value)}`;

/** `undefined` where there is none that can be read, as after a merge that left its marks in it. */
export function parseLock(text: string | undefined): Lock | undefined {
  if (text === undefined) return undefined;
  try {
    const read = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const { telltale, options, imports, warnings, inputs, tags, files } = read;
    return {
      telltale: textOf(telltale) ?? "",
      options: textOf(options) ?? "",
      imports: textOf(imports),
      warnings: typeof warnings === "number" ? warnings : 0,
      inputs: mapOf(inputs),
      tags: mapOf(tags),
      files: Array.isArray(files) ? withoutHashes(files) : mapOf(files),
    };
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

const mapOf = (value: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(value ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );

/** Before there was a lock file, it listed paths alone. */
const withoutHashes = (
  paths: readonly unknown[],
): ReadonlyMap<string, string> =>
  new Map(
    paths.flatMap((path): [string, string][] =>
      typeof path === "string" ? [[path, ""]] : [],
    ),
  );
