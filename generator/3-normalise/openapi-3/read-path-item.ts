import type { Located } from "../../2-bundle/bundle.ts";
import type { Operation, Server } from "../../ir/openapi.ts";
import type { OperationContext } from "../context.ts";
import { entriesAt, followObject } from "../follow.ts";
import { readDeclaredPages } from "../pagination/read-declared-pages.ts";
import { completePath, override } from "../path-parameters.ts";
import { entries, own } from "../read.ts";
import { readSecurity } from "../read-security.ts";
import { readOperation } from "./read-operation.ts";
import { readParameters } from "./read-parameters.ts";
import { readCallbacks } from "./read-incoming.ts";
import { readServers } from "./read-servers.ts";
import { withUntoldContent } from "./untold-content.ts";

const methods: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);

const otherFields: ReadonlySet<string> = new Set([
  "$ref",
  "summary",
  "description",
  "servers",
  "parameters",
  "additionalOperations",
]);

/** The Operations of one Path Item (OAS 3.2 §4.9). */
export function readPathItem(
  path: string,
  written: Located,
  context: OperationContext,
): readonly Operation[] {
  const layers = layersOf(written, context);
  const pathServers = lastServers(layers, context);
  const shared = layers
    .map((layer) => readParameters(layer, context))
    .reduce(override, []);
  return methodsOf(layers, context).map(([method, operation]): Operation => {
    const servers = readServers(operation, context);
    const read = readOperation(method, operation, context);
    return {
      ...read,
      path,
      responses: withUntoldContent(read, operation, context),
      ...completePath(
        path,
        operation.origin,
        override(shared, read.parameters),
        context.report,
      ),
      ...readSecurity(operation, context, context.security),
      servers: servers.length > 0 ? servers : pathServers,
      callbacks: readCallbacks(operation, context),
      declaredPages: readDeclaredPages(operation),
    };
  });
}

/**
 * A Path Item that refers to another may have fields beside the `$ref`. What they mean is undefined
 * (OAS 3.1 §4.8.9); they are laid over the referred ones.
 */
export function layersOf(
  written: Located,
  context: OperationContext,
): readonly Located[] {
  const found = followObject(written, context);
  if (found === undefined || found === written) return found ? [found] : [];
  return [found, written];
}

/** The Operations by method; a key that is none is a misspelling that loses an operation. */
export function methodsOf(
  layers: readonly Located[],
  context: OperationContext,
): readonly (readonly [method: string, operation: Located])[] {
  const found = new Map<string, Located>();
  for (const layer of layers) {
    for (const [key, operation] of entries(layer)) {
      if (methods.has(key)) found.set(key.toUpperCase(), operation);
      else if (!otherFields.has(key) && !key.startsWith("x-"))
        context.report("operation/unknown-method", operation.origin, {
          method: key,
        });
    }
    for (const [method, operation] of entriesAt(
      layer,
      "additionalOperations",
      context,
    )) {
      const sent = asSent(method);
      const isFixed =
        methods.has(sent.toLowerCase()) &&
        own(layer.value, sent.toLowerCase()) !== undefined;
      if (!isToken.test(method))
        context.report("operation/unknown-method", operation.origin, {
          method,
        });
      else if (isFixed && sent === sent.toUpperCase())
        context.report("operation/method-twice", operation.origin, {
          method: sent,
        });
      else found.set(sent, operation);
    }
  }
  return [...found].flatMap(([method, written]) => {
    const operation = followObject(written, context);
    return operation === undefined ? [] : [[method, operation] as const];
  });
}

/** A method is a token (RFC 9110 §9.1): with anything else in it, `fetch` throws. */
const isToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** `fetch` writes these in capitals, whatever their case (Fetch §2.2.1), and leaves all others alone. */
const asSent = (method: string): string =>
  /^(delete|get|head|options|post|put)$/i.test(method)
    ? method.toUpperCase()
    : method;

function lastServers(
  layers: readonly Located[],
  context: OperationContext,
): readonly Server[] {
  return (
    layers
      .map((layer) => readServers(layer, context))
      .findLast((servers) => servers.length > 0) ?? []
  );
}
