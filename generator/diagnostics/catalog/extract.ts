import { define } from "../definition.ts";

/** Where docs pages of one API contradict each other. The first page given wins. */
export const extractCatalog = {
  "extract/unequal-component": define<{
    section: string;
    name: string;
    renamed: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${p.section}/${p.name} differs from the one another page gave; kept beside it as ${p.renamed}`,
    help: "compare both: one page may be out of date; an overlay can bring them together",
  }),
  "extract/unequal-operation": define<{ operation: string }>({
    severity: "warning",
    message: (p) =>
      `${p.operation} differs from the one another page gave, which is kept`,
    help: "leave out the page that is out of date, or give the better page first",
  }),
  "extract/unequal-path-item": define<{ path: string; member: string }>({
    severity: "warning",
    message: (p) =>
      `${p.member} of ${p.path} differs from what another page gave, which is kept`,
    help: "give the better page first",
  }),
  "extract/unequal-member": define<{ member: string }>({
    severity: "warning",
    message: (p) =>
      `${p.member} differs from what another page gave, which is kept`,
    help: "give the better page first; an overlay can set what both should say",
  }),
  "extract/unequal-scope": define<{ member: "servers" | "security" }>({
    severity: "info",
    message: (p) =>
      `${p.member} differ from page to page; this page's are kept on its operations`,
    help: "nothing, if the operations do differ; else leave out the page that is out of date",
  }),
  "extract/unequal-tag": define<{ tag: string }>({
    severity: "info",
    message: (p) =>
      `the tag ${p.tag} is described differently by another page, which is kept`,
    help: "give the better page first",
  }),
  "extract/unequal-version": define<{ version: string; first: string }>({
    severity: "error",
    message: (p) =>
      `a page in OpenAPI ${p.version} cannot be merged into OpenAPI ${p.first}`,
    help: "extract pages of each version on their own",
  }),
};
