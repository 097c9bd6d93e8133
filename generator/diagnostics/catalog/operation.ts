import { define } from "../definition.ts";

/** What can be wrong with paths, operations, parameters and security schemes. */
export const operationCatalog = {
  "operation/undeclared-path-parameter": define<{ name: string; path: string }>(
    {
      severity: "warning",
      message: (p) =>
        `{${p.name}} in ${p.path} is declared nowhere; added as a required string`,
      help: "declare it under parameters, with in: path and required: true",
    },
  ),
  "operation/parameter-not-in-path": define<{ name: string; path: string }>({
    severity: "warning",
    message: (p) =>
      `path parameter ${JSON.stringify(p.name)} does not occur in ${p.path}; left out`,
    help: "correct the name, or add it to the path",
  }),
  "operation/path-parameter-not-required": define<{ name: string }>({
    severity: "info",
    message: (p) =>
      `path parameter ${JSON.stringify(p.name)} is not marked required; a path cannot do without it, so it is`,
    help: "write required: true",
  }),
  "operation/not-an-object": define<{ found: string }>({
    severity: "warning",
    message: (p) => `an object should stand here, not ${p.found}; left out`,
    help: "write an object, or take the member out",
  }),
  "operation/not-a-list": define<{ found: string }>({
    severity: "warning",
    message: (p) => `a list should stand here, not ${p.found}; left out`,
    help: "write a list, even of a single item",
  }),
  "operation/not-text": define<{ key: string }>({
    severity: "warning",
    message: (p) => `${p.key} is no text; ignored`,
    help: "write a string",
  }),
  "operation/unknown-method": define<{ method: string }>({
    severity: "warning",
    message: (p) =>
      `${JSON.stringify(p.method)} is no method and no other field of a Path Item; left out`,
    help: "correct the spelling; methods are written in lower case, others go under additionalOperations (OAS 3.2)",
  }),
  "operation/method-twice": define<{ method: string }>({
    severity: "warning",
    message: (p) =>
      `the path has ${p.method} as a field of its own; what additionalOperations says of it is left out`,
    help: "take one of them out (OAS 3.2 §4.9)",
  }),
  "operation/not-a-parameter": define<object>({
    severity: "warning",
    message: () =>
      "a parameter needs a name and one of path, query, header, cookie, querystring; left out",
    help: "give it name and in",
  }),
  "operation/duplicate-parameter": define<{
    name: string;
    place: string;
    /** As the one that counts is written: header names have no case. */
    first: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${JSON.stringify(p.name)} is a ${p.place} parameter already${p.first === p.name ? "" : `, as ${JSON.stringify(p.first)}`}; the first one counts`,
    help: "describe it once; a list that repeats a parameter is an array",
  }),
  "operation/second-body": define<{ name: string; kept: string }>({
    severity: "warning",
    message: (p) =>
      `an operation has one body: ${JSON.stringify(p.name)} is left out beside ${JSON.stringify(p.kept)}`,
    help: "describe the payload by one body parameter, or by form data alone",
  }),
  "operation/body-without-content": define<object>({
    severity: "warning",
    message: () =>
      "a request body is required, but has no media type; nothing is sent",
    help: "describe it under content, by its media type",
  }),
  "operation/form-without-fields": define<{ type: string; isLeftOut: boolean }>(
    {
      severity: "warning",
      message: (p) =>
        `${p.type} has named fields, and what is described is no object; ${p.isLeftOut ? "the body is sent in the other media types" : "the body is an object with any fields"}`,
      help: "describe an object with a property for each field",
    },
  ),
  "operation/reserved-header": define<{ name: string }>({
    severity: "info",
    message: (p) =>
      `header parameter ${p.name} is set by content, security or the connection, not by callers; left out (OAS 3.1 §4.8.12, RFC 9110 §7.6.1)`,
    help: "describe it as a media type or a security scheme; what is about the connection needs no description",
  }),
  "operation/impossible-header": define<{ name: string }>({
    severity: "warning",
    message: (p) =>
      `no header can be called ${JSON.stringify(p.name)} (RFC 9110 §5.6.2): letters, digits and signs such as - and _; it is left out`,
    help: "correct the name; until then a call can give the header that the API wants in its headers option",
  }),
  "operation/unknown-style": define<{
    name: string;
    style: string;
    place: string;
    sent: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${JSON.stringify(p.style)} is no style that ${p.place} can have; ${JSON.stringify(p.name)} is sent as ${p.sent}`,
    help: "use simple, label or matrix in a path, form, spaceDelimited, pipeDelimited or deepObject in a query or a form, simple in a header, form or cookie in a cookie",
  }),
  "operation/object-without-style": define<{ name: string }>({
    severity: "info",
    message: (p) =>
      `query parameter ${JSON.stringify(p.name)} is an object without a style: sent as form, each member a parameter of its own (OAS 3.1 §4.8.12.2)`,
    help: `write style: deepObject if members go out as name[member]=value`,
  }),
  "operation/nested-parameter": define<{
    name: string;
    place: string;
    style: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${p.place} parameter ${JSON.stringify(p.name)} has lists or objects in each other, for which style ${p.style} has no form (OAS 3.1 §4.8.12.4); a call that gives one fails before anything is sent`,
    help: "describe it by content: application/json, or in a query by style: deepObject",
  }),
  "operation/unknown-status": define<{ status: string }>({
    severity: "warning",
    message: (p) =>
      `${JSON.stringify(p.status)} is no status code, range or default; left out`,
    help: "use 200, 4XX or default",
  }),
  "operation/content-never-sent": define<{ status: string }>({
    severity: "info",
    message: (p) =>
      `a ${p.status} response has no content (RFC 9110 §15); what is described is left out`,
    help: "move the content to the status that it arrives with, such as 200",
  }),
  "operation/asked-as-json": define<{ type: string }>({
    severity: "info",
    message: (p) =>
      `${p.type} is not asked for: the same is described as JSON, which has types`,
    help: "give the call an Accept header of your own and read its response(), if you want it",
  }),
  "operation/not-a-security-scheme": define<{ name: string }>({
    severity: "warning",
    message: (p) =>
      `security scheme ${JSON.stringify(p.name)} is incomplete; left out`,
    help: "give it a type, and name and in for an apiKey",
  }),
  "operation/unknown-security-scheme": define<{ name: string }>({
    severity: "warning",
    message: (p) =>
      `security names ${JSON.stringify(p.name)}, which is no security scheme; the requirement is left out`,
    help: "declare it under components.securitySchemes; since OpenAPI 3.2 the URI of a scheme will do",
  }),
  "operation/unknown-tag-parent": define<{ name: string; parent: string }>({
    severity: "info",
    message: (p) =>
      `tag ${JSON.stringify(p.name)} stands under ${JSON.stringify(p.parent)}, which no tag declares (OAS 3.2 §4.22); taken as if one did`,
    help: "declare the parent under tags, or correct its name",
  }),
  "operation/circular-tag-parent": define<{ name: string; parent: string }>({
    severity: "warning",
    message: (p) =>
      `tag ${JSON.stringify(p.name)} stands under ${JSON.stringify(p.parent)}, which stands under it; read as a tag without a parent`,
    help: "take the parent out of one of them (OAS 3.2 §4.22)",
  }),
  "operation/no-http-scheme": define<{ name: string }>({
    severity: "info",
    message: (p) =>
      `security scheme ${JSON.stringify(p.name)} does not say which http scheme it is; sent as "Authorization: Bearer <token>"`,
    help: "say scheme: bearer, or basic, or what the server expects",
  }),
  "operation/credentials-collide": define<{
    first: string;
    second: string;
    place: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${JSON.stringify(p.first)} and ${JSON.stringify(p.second)} are required together, but both go out as ${p.place}, of which a request has one: only the first is asked for and sent`,
    help: "list them as alternatives, or give one of them a header of its own",
  }),
  "operation/unknown-http-scheme": define<{ name: string; scheme: string }>({
    severity: "info",
    message: (p) =>
      `${p.scheme} is not a registered http authentication scheme; sent as "Authorization: ${p.scheme} <credentials>"`,
    help: "nothing, if that is what the server expects; otherwise use apiKey in header",
  }),
  "operation/no-server": define<{ own: number }>({
    severity: "info",
    message: (p) =>
      `no server is an absolute URL that requests can be sent to; createClient requires baseUrl${p.own === 0 ? "" : `, which operations with a server of their own (${p.own}) go to as well`}`,
    help: "declare an http or https URL without user under servers",
  }),
  "operation/server-without-defaults": define<{ names: readonly string[] }>({
    severity: "info",
    message: (p) =>
      `with the defaults of its variables this server is no URL that requests can be sent to; createClient requires ${p.names.map((name) => JSON.stringify(name)).join(" and ")} under server`,
    help: "give them defaults that make an http or https URL, unless each caller has to say",
  }),
  "operation/server-with-query": define<object>({
    severity: "warning",
    message: () =>
      "the URL of a server is what paths are appended to (OAS 3.1 §4.8.5), so it has no query and no fragment; what follows its path is left out",
    help: "describe what each request has to carry as a parameter or a security scheme",
    isPrivate: true,
  }),
  "operation/unusable-servers": define<{ operation: string }>({
    severity: "warning",
    message: (p) =>
      `none of the servers of ${p.operation} is a URL that requests can be sent to; it goes to the client's baseUrl`,
    help: "use an http or https URL without user, query and fragment, and a default for each variable",
  }),
  "operation/link-target-missing": define<{ name: string }>({
    severity: "warning",
    message: (p) =>
      `the link ${JSON.stringify(p.name)} leads to no operation of this description; left out`,
    help: "correct its operationId or operationRef",
  }),
  "operation/duplicate-id": define<{ id: string; name: string }>({
    severity: "warning",
    message: (p) =>
      `operationId ${JSON.stringify(p.id)} leads to a name that is taken; this operation is called ${p.name}`,
    help: "give every operation an id of its own",
  }),
  "operation/rename-taken": define<{
    id: string;
    wanted: string;
    name: string;
  }>({
    severity: "warning",
    message: (p) =>
      `rename calls ${JSON.stringify(p.id)} ${JSON.stringify(p.wanted)}, which is taken or reserved; this operation is called ${p.name}`,
    help: "choose another name in the config",
  }),
  "operation/rename-unused": define<{ id: string }>({
    severity: "warning",
    message: (p) =>
      `rename names ${JSON.stringify(p.id)}, but there is no such operation`,
    help: "correct the operationId in the config",
  }),
};
