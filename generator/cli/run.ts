import { Command, CommanderError } from "commander";
import { crashText } from "./crash.ts";
import { addDiff } from "./diff.ts";
import { addExplain } from "./explain.ts";
import { addExtract } from "./extract.ts";
import { addGenerate } from "./generate.ts";
import { addInit } from "./init.ts";
import { UsageError } from "../config/usage-error.ts";
import { identity } from "../lock/identity.ts";
import { exit, usageText, type Exit, type Terminal } from "./terminal.ts";

/** Runs a command line and returns its exit code. Only this folder prints. */
export async function run(
  args: readonly string[],
  terminal: Terminal,
): Promise<Exit> {
  let code: Exit = exit.fine;
  const program = new Command("telltale")
    .description("Compiles OpenAPI descriptions into TypeScript clients.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError("(telltale --help shows what there is)")
    .option("-V, --version", "print which telltale this is")
    .on("option:version", () => {
      terminal.stdout.write(`${identity().name}\n`);
      throw new CommanderError(0, "version", "");
    });
  const done = (result: Exit) => (code = result);
  addGenerate(program, terminal, done);
  addExplain(program, terminal, done);
  addDiff(program, terminal, done);
  addExtract(program, terminal, done);
  addInit(program, terminal, done);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return explainFailure(error, terminal);
  }
}

function explainFailure(error: unknown, { stderr }: Terminal): Exit {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exit.fine : exit.usage;
  }
  if (error instanceof UsageError) {
    stderr.write(usageText(error));
    return exit.usage;
  }
  stderr.write(crashText(error));
  return exit.cannotCompile;
}
