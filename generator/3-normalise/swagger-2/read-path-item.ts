import type { Located } from "../../2-bundle/bundle.ts";
import type { Operation } from "../../ir/openapi.ts";
import { itemsAt, followObject } from "../follow.ts";
import { layersOf, methodsOf } from "../openapi-3/read-path-item.ts";
import { readDeclaredPages } from "../pagination/read-declared-pages.ts";
import { onceEach } from "../once-each.ts";
import { completePath, override } from "../path-parameters.ts";
import { boolean, own, string } from "../read.ts";
import { tagNamesOf } from "../read-tags.ts";
import { readSecurity } from "../read-security.ts";
import { proseAt, textAt } from "../read-text.ts";
import type { SwaggerContext } from "./context.ts";
import { mediaTypesAt } from "./media-types.ts";
import { readParameter } from "./read-parameter.ts";
import { readRequestBody } from "./read-request-body.ts";
import { readResponses } from "./read-responses.ts";

/** The Operations of one Path Item. */
export function readPathItem(
  path: string,
  written: Located,
  context: SwaggerContext,
): readonly Operation[] {
  const layers = layersOf(written, context);
  const listedByLayer = layers.map((layer) => parametersOf(layer, context));
  const shared = listedByLayer
    .map((parameters) => plain(parameters, context))
    .reduce(override, []);
  return methodsOf(layers, context).map(([method, operation]): Operation => {
    const { value, origin } = operation;
    const listed = parametersOf(operation, context);
    return {
      origin,
      method,
      path,
      operationId: textAt(operation, "operationId", context),
      tags: tagNamesOf(operation, context),
      summary: proseAt(operation, "summary", context),
      description: proseAt(operation, "description", context),
      deprecated: boolean(own(value, "deprecated")) ?? false,
      ...completePath(
        path,
        origin,
        override(shared, plain(listed, context)),
        context.report,
      ),
      requestBody: readRequestBody(
        operation,
        [...listedByLayer.flat(), ...listed],
        mediaTypesAt(operation, "consumes") ?? context.consumes ?? [],
        context,
      ),
      responses: readResponses(
        operation,
        mediaTypesAt(operation, "produces") ?? context.produces ?? [],
        context,
      ),
      ...readSecurity(operation, context, context.security),
      servers: [],
      callbacks: [],
      declaredPages: readDeclaredPages(operation),
    };
  });
}

const parametersOf = (
  of: Located,
  context: SwaggerContext,
): readonly Located[] =>
  onceEach(
    itemsAt(of, "parameters", context).flatMap(
      (written) => followObject(written, context) ?? [],
    ),
    context,
  );

/** The parameters that are no part of the body. */
const plain = (parameters: readonly Located[], context: SwaggerContext) =>
  parameters.flatMap((parameter) =>
    isOfBody(parameter) ? [] : (readParameter(parameter, context) ?? []),
  );

const isOfBody = ({ value }: Located): boolean =>
  /^(body|formData)$/.test(string(own(value, "in")) ?? "");
