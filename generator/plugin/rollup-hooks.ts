import { summaryOf, type Fault } from "./fault.ts";
import type { Session } from "./session.ts";

/** As much of a plugin context of Rollup, Rolldown and Vite as is used here. */
interface BuildContext {
  addWatchFile(path: string): void;
  warn(log: Fault): void;
  error(log: Fault): never;
}

/** Generates before a build reads its first module. In watch mode that is before each rebuild. */
export function rollupHooks(session: Session, root: () => string) {
  return {
    async buildStart(this: BuildContext): Promise<void> {
      const { faults, warnings, inputs } = await session.refresh(root());
      for (const path of inputs) this.addWatchFile(path);
      for (const warning of warnings) this.warn(warning);
      const [first, ...others] = faults;
      if (first === undefined) return;
      const { lineText: _, ...log } = summaryOf([first, ...others], root());
      this.error(log);
    },
  };
}
