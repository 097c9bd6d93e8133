import { define } from "../definition.ts";

/** What can be wrong with a file before it is an OpenAPI document. */
export const loadCatalog = {
  "load/not-found": define<{ path: string }>({
    severity: "error",
    message: (p) => `${p.path} cannot be read: there is no such file`,
    help: "check the path; it is relative to the working directory, or to the config file that names it",
  }),
  "load/unreadable": define<{ path: string; reason: string }>({
    severity: "error",
    message: (p) => `${p.path} cannot be read: ${p.reason}`,
    help: "name a file or a URL that may be read",
  }),
  "load/too-large": define<{ bytes: number; limit: number }>({
    severity: "error",
    message: (p) =>
      `the file has ${p.bytes} bytes, more than the ${p.limit} that are read`,
    help: "split the description, or leave out what it embeds",
  }),
  "load/not-text": define<{ seems: string }>({
    severity: "error",
    message: (p) => `this is no OpenAPI document: it seems to be ${p.seems}`,
    help: "name a file of JSON, YAML or Markdown, encoded in UTF-8",
  }),
  "load/not-openapi": define<{ seems: string }>({
    severity: "error",
    message: (p) => `this is no OpenAPI document: it seems to be ${p.seems}`,
    help: 'an OpenAPI document has a member openapi at its top, such as openapi: "3.1.0"',
  }),
  "load/openapi-type": define<{ found: string }>({
    severity: "error",
    message: (p) =>
      `openapi should be a version as a string, but it is ${p.found}`,
    help: 'write the whole version in quotes, such as openapi: "3.1.0"',
  }),
  "load/openapi-version": define<{ version: string }>({
    severity: "error",
    message: (p) =>
      `${p.version} is not read here; Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are`,
    help: "convert the description to OpenAPI 3.1; if its version is newer than that, look for a newer telltale",
  }),
  "load/no-openapi-block": define<Record<string, never>>({
    severity: "error",
    message: () =>
      "this seems to be a docs page, but none of its code blocks is an OpenAPI document",
    help: "name a page whose source shows the operation's OpenAPI between fences, or the description itself",
  }),
  "load/several-openapi-blocks": define<{ count: number }>({
    severity: "error",
    message: (p) =>
      `this docs page holds ${p.count} OpenAPI documents; the second begins here`,
    help: "merge them first: telltale extract <page.md> -o openapi.yaml",
  }),
  "load/json-syntax": define<{ problem: string }>({
    severity: "error",
    message: (p) => `the JSON is not well-formed: ${p.problem}`,
    help: "correct the JSON; nothing of the document was read",
  }),
  "load/json-truncated": define<{ problem: string }>({
    severity: "error",
    message: (p) => `the JSON ends too early: ${p.problem}`,
    help: "the file seems to be cut off; fetch or save it again",
  }),
  "load/yaml-syntax": define<{ problem: string }>({
    severity: "error",
    message: (p) => `the YAML is not well-formed: ${p.problem}`,
    help: "correct the YAML; nothing of the document was read",
  }),
  "load/yaml-documents": define<{ count: number }>({
    severity: "error",
    message: (p) =>
      `the file holds ${p.count} YAML documents; the second begins here`,
    help: "keep one description in a file",
  }),
  "load/yaml-alias": define<{ alias: string; problem: string }>({
    severity: "error",
    message: (p) => `the alias *${p.alias} ${p.problem}`,
    help: "an alias repeats an anchor that is written, and finished, before it",
  }),
  "load/yaml-alias-budget": define<{ limit: number }>({
    severity: "error",
    message: (p) =>
      `aliases repeat more than ${p.limit} values; the document is refused`,
    help: "write shared parts under components and reference them with $ref",
  }),
  "load/yaml-tag": define<{ tag: string }>({
    severity: "warning",
    message: (p) =>
      `the tag ${p.tag} is not part of the core schema; the value is read without it`,
    help: "remove the tag",
  }),
  "load/yaml-key": define<Record<string, never>>({
    severity: "warning",
    message: () =>
      "a key that is a map or a list has no counterpart in JSON; the entry is left out",
    help: "write a plain string as the key",
  }),
  "load/yaml-merge-key": define<Record<string, never>>({
    severity: "info",
    message: () =>
      "<< is a merge key of YAML 1.1, which OpenAPI does not have; merged as it was meant",
    help: "use $ref, so that every reader of the description agrees",
  }),
  "load/duplicate-key": define<{ key: string }>({
    severity: "warning",
    message: (p) =>
      `"${p.key}" is written twice in the same map; the last one counts`,
    help: "remove one of them",
  }),
  "load/too-deep": define<{ limit: number }>({
    severity: "error",
    message: (p) =>
      `the document nests more than ${p.limit} levels; it is refused`,
    help: "name inner schemas under components and reference them with $ref",
  }),
  "load/number-range": define<{ read: string }>({
    severity: "warning",
    message: (p) =>
      `this number is beyond what JSON and JavaScript can hold; read as ${p.read}`,
    help: "leave the limit out, or write one that a number can have",
  }),
  "load/number-rounded": define<{ read: string }>({
    severity: "warning",
    message: (p) =>
      `integers beyond 2^53 are rounded by every JSON parser in JavaScript; read as ${p.read}`,
    help: "send such values as strings",
  }),
  "load/reference-not-found": define<{ reference: string; why: string }>({
    severity: "warning",
    message: (p) =>
      `${p.reference}: there is no file ${p.why}; the value is typed as unknown`,
    help: "correct the reference; it is relative to the file that it is written in",
  }),
  "load/reference-refused": define<{ reference: string; why: string }>({
    severity: "warning",
    message: (p) =>
      `${p.reference} is not read: ${p.why}; the value is typed as unknown`,
    help: "copy it beside the description, or allow its folder or URL with allowRefs",
  }),
};
