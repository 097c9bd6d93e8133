import { define } from "../definition.ts";

/** Why nothing was written. */
export const writeCatalog = {
  "write/foreign-file": define<{ path: string }>({
    severity: "error",
    message: (p) =>
      `${p.path} is in the way and was not written by telltale; nothing was written`,
    help: "choose another output folder, or move the file away",
  }),
  "write/failed": define<{ path: string; reason: string }>({
    severity: "error",
    message: (p) => `${p.path} cannot be written: ${p.reason}`,
    help: "check that the folder may be written to",
  }),
};
