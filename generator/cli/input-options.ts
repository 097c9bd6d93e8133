import type { Command } from "commander";
import { filterFields } from "../choose/filter.ts";
import type { GenerateOptions, OperationFilter } from "../options.ts";
import { UsageError } from "../config/usage-error.ts";

/** What the command line says about the one input that it names; the config has all of it too. */
export interface InputFlags {
  readonly overlay?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly allowRefs?: readonly string[];
  readonly header?: readonly string[];
  readonly int64?: string;
}

export const addInputOptions = (command: Command): Command =>
  command
    .option(
      "--overlay <file>",
      "an OpenAPI Overlay, applied after loading; repeatable",
      append,
    )
    .option(
      "--include <filter>",
      "only these operations: tag=Pets, path=/users/**,method=get; repeatable",
      append,
    )
    .option(
      "--exclude <filter>",
      "all but these operations, whatever --include says; repeatable",
      append,
    )
    .option(
      "--allow-refs <place>",
      "a folder or URL that references may lead to; repeatable",
      append,
    )
    .option(
      "--header <name: value>",
      "sent to the server of an input that is a URL, and to no other; repeatable",
      append,
    )
    .option("--int64 <type>", "what 64-bit integers are: number or string");

export const append = (value: string, before: readonly string[] = []) => [
  ...before,
  value,
];

/** The flags above as options of the Node API. */
export function inputOptions(
  input: string,
  flags: InputFlags,
): Partial<GenerateOptions> {
  const { overlay, include, exclude, allowRefs, header, int64 } = flags;
  if (header !== undefined && !/^https?:\/\//i.test(input)) {
    throw new UsageError(
      "--header is for an input that is a URL; this one is read without a request",
      "leave it out, or name the URL of the description",
    );
  }
  return {
    ...(overlay && { overlays: overlay }),
    ...(include && { include: include.map(readFilter) }),
    ...(exclude && { exclude: exclude.map(readFilter) }),
    ...(allowRefs && { allowRefs }),
    ...(header && { headers: Object.fromEntries(header.map(readHeader)) }),
    ...(int64 !== undefined && { int64: readInt64(int64) }),
  };
}

/** The flags that mean nothing without an input, as they are written, and what the config calls them. */
export const configNames: Readonly<
  Record<keyof InputFlags, readonly [flag: string, option: string]>
> = {
  overlay: ["--overlay", "overlays"],
  include: ["--include", "include"],
  exclude: ["--exclude", "exclude"],
  allowRefs: ["--allow-refs", "allowRefs"],
  header: ["--header", "headers"],
  int64: ["--int64", "int64"],
};

/** `tag=Pets,method=get`: a comma separates only in front of another field, as tags may have one. */
function readFilter(text: string): OperationFilter {
  const names = filterFields.join("|");
  const parts = text.split(new RegExp(`,(?=(?:${names})=)`));
  const read = parts.map((part): readonly [string, string] => {
    const [, field = "", pattern = ""] =
      new RegExp(`^(${names})=(.+)$`, "s").exec(part) ?? [];
    if (field !== "") return [field, pattern];
    throw new UsageError(
      `${part} says of no field what it should be`,
      `as in tag=Pets,method=get; fields are ${filterFields.join(", ")}`,
    );
  });
  return Object.fromEntries(read);
}

/** As curl has it. What stands behind the colon may be secret, and is never shown. */
function readHeader(text: string): readonly [name: string, value: string] {
  const [, name = "", value = ""] =
    /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.*)$/.exec(text) ?? [];
  if (name !== "") return [name, value.trim()];
  throw new UsageError(
    "a --header has no name in front of a colon",
    'as in --header "Authorization: Bearer …"',
  );
}

function readInt64(text: string): "number" | "string" {
  if (text === "number" || text === "string") return text;
  throw new UsageError(
    `--int64 is number or string, not ${text}`,
    "string is for an API that sends 64-bit integers as strings",
  );
}
