import type { Command } from "commander";
import { exit, type Exit, type Terminal } from "./terminal.ts";

/** The options of `telltale init`. */
export interface InitFlags {
  readonly input?: string;
  readonly output?: string;
  readonly name?: string;
  readonly package?: string;
  readonly yes?: true;
}

export function addInit(
  program: Command,
  terminal: Terminal,
  done: (exit: Exit) => void,
): void {
  program
    .command("init")
    .description(
      "write telltale.config.ts with a first client, and a script that generates it",
    )
    .option("--input <description>", "an OpenAPI description: a file or a URL")
    .option("--output <folder>", "where the client goes; src/api by default")
    .option("--name <name>", "what the config calls the client")
    .option("--package <name>", "emit a publishable package of this name")
    .option("--yes", "ask nothing: take the one description in this folder")
    .action(async (flags: InitFlags) => {
      const { runInit } = await import("./run-init.ts");
      await runInit(flags, terminal);
      done(exit.fine);
    });
}
