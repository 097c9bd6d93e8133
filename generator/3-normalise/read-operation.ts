import {
  followReference,
  type Bundle,
  type Located,
} from "../2-bundle/bundle.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type {
  MediaType,
  Method,
  Operation,
  Parameter,
  RequestBody,
  Response,
} from "../ir/openapi.ts";
import {
  at,
  boolean,
  entries,
  isObject,
  items,
  own,
  string,
  strings,
} from "./read.ts";
import { readParameter } from "./read-parameter.ts";
import type { SchemaReader } from "./read-schema.ts";

export interface OperationContext {
  readonly bundle: Bundle;
  readonly schemas: SchemaReader;
  readonly report: Report;
  /** The document's own `security`, for operations that say nothing. */
  readonly security: Operation["security"];
}

const methods: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
]);

/** The Operations of one Path Item (OAS 3.1 §4.8.9). */
export function readPathItem(
  path: string,
  written: Located,
  context: OperationContext,
): readonly Operation[] {
  const item = follow(written, context);
  if (item === undefined) return [];
  const shared = readParameters(item, context);
  if (at(item, "servers") !== undefined) {
    context.report("unsupported/path-servers", item.origin, { path });
  }
  return entries(item).flatMap(([key, operation]) =>
    methods.has(key)
      ? [readOperation(path, key, operation, shared, context)]
      : [],
  );
}

function readOperation(
  path: string,
  method: string,
  operation: Located,
  shared: readonly Parameter[],
  context: OperationContext,
): Operation {
  const { value, origin } = operation;
  if (at(operation, "servers") !== undefined) {
    context.report("unsupported/path-servers", origin, { path });
  }
  if (at(operation, "callbacks") !== undefined) {
    context.report("unsupported/callbacks", origin, {});
  }
  const body = at(operation, "requestBody");
  const security = at(operation, "security");
  return {
    origin,
    method: method.toUpperCase() as Method,
    path,
    operationId: string(own(value, "operationId")),
    tags: strings(own(value, "tags")),
    summary: string(own(value, "summary")),
    description: string(own(value, "description")),
    deprecated: boolean(own(value, "deprecated")) ?? false,
    parameters: completePath(
      path,
      operation,
      override(shared, readParameters(operation, context)),
      context,
    ),
    requestBody: body && readRequestBody(body, context),
    responses: readResponses(operation, context),
    security:
      security === undefined ? context.security : readSecurity(security),
  };
}

const readParameters = (
  of: Located,
  context: OperationContext,
): readonly Parameter[] =>
  items(at(of, "parameters")).flatMap((written) => {
    const found = follow(written, context);
    return (
      (found && readParameter(found, context.schemas, context.report)) ?? []
    );
  });

/** A parameter of the operation replaces one of the path item with the same name and place. */
function override(
  shared: readonly Parameter[],
  own: readonly Parameter[],
): readonly Parameter[] {
  const same = (a: Parameter, b: Parameter) =>
    a.name === b.name && a.in === b.in;
  return [
    ...shared.filter(
      (parameter) => !own.some((other) => same(other, parameter)),
    ),
    ...own,
  ];
}

/** Makes the path parameters those of the template: undeclared ones added, others left out. */
function completePath(
  path: string,
  operation: Located,
  parameters: readonly Parameter[],
  { report }: OperationContext,
): readonly Parameter[] {
  const names = [
    ...new Set(
      [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ""),
    ),
  ];
  const declared = new Set(
    parameters.filter((p) => p.in === "path").map((p) => p.name),
  );
  const kept = parameters.filter((parameter) => {
    if (parameter.in !== "path" || names.includes(parameter.name)) return true;
    report("operation/parameter-not-in-path", parameter.origin, {
      name: parameter.name,
      path,
    });
    return false;
  });
  const added = names
    .filter((name) => !declared.has(name))
    .map((name): Parameter => {
      report("operation/undeclared-path-parameter", operation.origin, {
        name,
        path,
      });
      return {
        origin: operation.origin,
        name,
        in: "path",
        required: true,
        style: "simple",
        implicitStyle: true,
        explode: false,
        schema: undefined,
        description: undefined,
        deprecated: false,
        examples: [],
      };
    });
  return [...added, ...kept];
}

function readRequestBody(
  written: Located,
  context: OperationContext,
): RequestBody | undefined {
  const found = follow(written, context);
  if (found === undefined) return undefined;
  return {
    origin: found.origin,
    required: own(found.value, "required") === true,
    description: string(own(found.value, "description")),
    content: readContent(found, context),
  };
}

const readResponses = (
  operation: Located,
  context: OperationContext,
): readonly Response[] =>
  entries(at(operation, "responses")).flatMap(([status, written]) => {
    if (status.startsWith("x-")) return [];
    const found = follow(written, context);
    if (found === undefined) return [];
    if (!/^([1-5]\d\d|[1-5]XX|default)$/i.test(status)) {
      context.report("operation/unknown-status", written.origin, { status });
      return [];
    }
    return {
      origin: written.origin,
      status:
        status.toLowerCase() === "default" ? "default" : status.toUpperCase(),
      description: string(own(found.value, "description")),
      content: readContent(found, context),
    };
  });

const readContent = (
  of: Located,
  context: OperationContext,
): readonly MediaType[] =>
  entries(at(of, "content")).map(([type, media]) => {
    const schema = at(media, "schema");
    return {
      origin: media.origin,
      type,
      schema: schema && context.schemas.read(schema),
    };
  });

/** Security Requirement Objects: OR of ANDs of names (OAS 3.1 §4.8.30). */
export const readSecurity = (security: Located): Operation["security"] =>
  items(security).flatMap((requirement) =>
    isObject(requirement.value) ? [Object.keys(requirement.value)] : [],
  );

/** The value, or what its `$ref` names: parameters, bodies, responses and path items may be References. */
function follow(
  written: Located,
  { bundle, report }: OperationContext,
): Located | undefined {
  let found: Located | undefined = written;
  for (let hops = 0; found !== undefined; hops += 1) {
    const reference = string(own(found.value, "$ref"));
    if (reference === undefined) return found;
    if (hops > 64) {
      report("schema/reference-cycle", written.origin, { reference });
      return undefined;
    }
    found = followReference(bundle, reference, found.origin, report);
  }
  return undefined;
}
