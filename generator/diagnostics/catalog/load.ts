import { define } from "../definition.ts";

/** What can be wrong with a file before it is an OpenAPI document. */
export const loadCatalog = {
  "load/not-found": define<{ path: string }>({
    severity: "error",
    message: (p) => `${p.path} cannot be read: there is no such file`,
    help: "check the path; it is relative to the working directory, or to the config file that names it",
  }),
};
