import { textOf } from "./fault.ts";
import type { Run } from "./generate-clients.ts";
import type { Session } from "./session.ts";

/** As much of a compiler of webpack and Rspack as is used here. */
export interface Compiler {
  readonly context: string;
  readonly hooks: {
    readonly beforeCompile: {
      tapPromise(name: string, tap: () => Promise<void>): void;
    };
    readonly thisCompilation: {
      tap(name: string, tap: (compilation: Compilation) => void): void;
    };
  };
  readonly webpack: { readonly WebpackError: new (message: string) => Error };
}

interface Compilation {
  readonly errors: { push(error: Error): unknown };
  readonly warnings: { push(warning: Error): unknown };
  readonly fileDependencies: { add(path: string): unknown };
}

/**
 * Generates before a compilation begins, whose entries are looked up at once. A fault is an error of the
 * compilation: one that was thrown would end watching.
 */
export function tapCompiler(compiler: Compiler, session: Session): void {
  const { context, hooks, webpack } = compiler;
  let run: Run | undefined;
  hooks.beforeCompile.tapPromise("telltale", async () => {
    run = await session.refresh(context);
  });
  hooks.thisCompilation.tap("telltale", (compilation) => {
    const { faults = [], warnings = [], inputs = [] } = run ?? {};
    for (const path of inputs) compilation.fileDependencies.add(path);
    for (const fault of faults)
      compilation.errors.push(new webpack.WebpackError(textOf(fault, context)));
    for (const warning of warnings)
      compilation.warnings.push(
        new webpack.WebpackError(textOf(warning, context)),
      );
  });
}
