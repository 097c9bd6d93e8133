import type { PartialMessage, PluginBuild } from "esbuild";
import type { Fault } from "./fault.ts";
import type { Session } from "./session.ts";

/** An empty module of ours in every build, of which esbuild keeps nothing. */
const inputsModule = { path: "telltale:inputs", namespace: "telltale" };

/** Generates before a build begins. In watch mode that is before each rebuild. */
export function setUpBuild(build: PluginBuild, session: Session): void {
  const { initialOptions } = build;
  const root = initialOptions.absWorkingDir ?? process.cwd();
  const filter = new RegExp(`^${inputsModule.path}$`);
  let inputs: readonly string[] = [];
  build.onStart(async () => {
    const { faults, warnings, ...run } = await session.refresh(root);
    inputs = run.inputs;
    return {
      errors: faults.map(messageOf),
      warnings: warnings.map(messageOf),
    };
  });
  // esbuild watches what a resolved module names, and nothing else of a plugin's.
  initialOptions.inject = [...(initialOptions.inject ?? []), inputsModule.path];
  build.onResolve({ filter }, () => ({
    ...inputsModule,
    watchFiles: [...inputs],
  }));
  build.onLoad({ filter, namespace: inputsModule.namespace }, () => ({
    contents: "",
  }));
}

/** esbuild makes a frame of the line by itself; of a line too long to be shown it gets ours. */
function messageOf({ message, loc, lineText, frame }: Fault): PartialMessage {
  return {
    text: message,
    ...(loc && lineText !== undefined && { location: { ...loc, lineText } }),
    ...(lineText === undefined && frame && { notes: [{ text: frame }] }),
  };
}
