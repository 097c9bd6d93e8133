import type { Located } from "../../2-bundle/bundle.ts";
import type { IncomingRequest } from "../../ir/openapi.ts";
import type { OperationContext } from "../context.ts";
import { entriesAt, follow } from "../follow.ts";
import { override } from "../path-parameters.ts";
import { at, entries } from "../read.ts";
import { readOperation } from "./read-operation.ts";
import { readParameters } from "./read-parameters.ts";
import { layersOf, methodsOf } from "./read-path-item.ts";

/** The requests of a webhook, or of a callback's Path Item. */
export function readIncoming(
  name: string,
  expression: string | undefined,
  written: Located,
  context: OperationContext,
): readonly IncomingRequest[] {
  const layers = layersOf(written, context);
  const shared = layers
    .map((layer) => readParameters(layer, context))
    .reduce(override, []);
  return methodsOf(layers, context).map(([method, operation]) => {
    const nested = at(operation, "callbacks");
    if (nested !== undefined)
      context.report("unsupported/nested-callbacks", nested.origin, { name });
    const read = readOperation(method, operation, context);
    const parameters = override(shared, read.parameters);
    return { ...read, name, expression, parameters };
  });
}

/** Callback name -> runtime expression -> Path Item (OAS 3.1 §4.8.18). */
export function readCallbacks(
  operation: Located,
  context: OperationContext,
): readonly IncomingRequest[] {
  return entriesAt(operation, "callbacks", context).flatMap(([name, written]) =>
    entries(follow(written, context)).flatMap(([expression, item]) =>
      expression.startsWith("x-")
        ? []
        : readIncoming(name, expression, item, context),
    ),
  );
}
