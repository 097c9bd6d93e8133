import { define } from "../definition.ts";

/** Why nothing was written. */
export const writeCatalog = {
  "write/foreign-file": define<{ path: string }>({
    severity: "error",
    message: (p) =>
      `${p.path} is in the way and was not written by telltale; nothing was written`,
    help: "choose another output folder, or move the file away",
  }),
  "write/changed-by-hand": define<{ path: string }>({
    severity: "error",
    message: (p) =>
      `${p.path} was changed by hand since telltale wrote it; nothing was written`,
    help: "undo the change with git, or say it in an overlay or the config; --overwrite gives it up",
  }),
  "write/no-lock": define<{ files: number; first: string }>({
    severity: "error",
    message: (p) =>
      `${p.files === 1 ? p.first : `${p.files} files, such as ${p.first},`} would be written otherwise than found, and no lock file (.telltale.json) says whether a person changed them; nothing was written`,
    help: "restore the lock file; or commit what is there, pass --overwrite, and read the diff",
  }),
  "write/busy": define<{ path: string; process: string }>({
    severity: "error",
    message: (p) => `${p.path} is being written to by process ${p.process}`,
    help: "wait for it; if it is not telltale, delete the folder .telltale-staging in there",
  }),
  "write/failed": define<{ path: string; reason: string }>({
    severity: "error",
    message: (p) => `${p.path} cannot be written: ${p.reason}`,
    help: "check that the folder may be written to; what was begun is finished by the next run",
  }),
};
