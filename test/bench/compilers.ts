import { join } from "node:path";
import { root } from "../generated/clients.ts";
import { builtCli } from "./measure.ts";

/** A compiler's command line for an input and a folder. */
export type Command = (input: string, folder: string) => readonly string[];

/** The compilers that are measured beside each other, as their users run them. */
export const compilers = {
  telltale: (input, folder) => [builtCli, "generate", input, "-o", folder],
  /** Types alone. */
  "openapi-typescript": (input, folder) => [
    join(root, "node_modules/openapi-typescript/bin/cli.js"),
    ...[input, "-o", join(folder, "schema.d.ts")],
  ],
  /** What its bin starts as a process of its own, whose memory could not be asked for. */
  "hey-api": (input, folder) => [
    join(root, "node_modules/@hey-api/openapi-ts/dist/run.mjs"),
    ...["-i", input, "-o", folder, "--no-log-file"],
  ],
} satisfies Readonly<Record<string, Command>>;

export type Compiler = keyof typeof compilers;

export const compilerNames = Object.keys(compilers) as readonly Compiler[];
