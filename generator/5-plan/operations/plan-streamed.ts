import type { MediaType, Operation } from "../../ir/openapi.ts";
import type { Docs, Name } from "../../ir/declaration-plan.ts";
import type { StreamedPlan } from "../../ir/operation-plan.ts";
import { afterVerb, type OperationName } from "../names/operation-names.ts";
import { camel } from "../names/words.ts";
import { mediaKind } from "./media-types.ts";
import type { OperationContext } from "./plan-operation.ts";
import { planResponses, successType } from "./plan-responses.ts";

const isStream = (media: MediaType): boolean => mediaKind(media) === "stream";

/** The operation as it is called where a stream is not asked for: without those that stand beside something else. */
export const withoutStreams = (operation: Operation): Operation =>
  keeping(operation, (media) => !isStream(media));

/**
 * A function of its own for the streams that stand beside something else: what arrives is then known by
 * what was asked for. What else makes the server choose is the API's to say, often a property of the body.
 */
export function planStreamed(
  written: Operation,
  name: OperationName,
  docs: Docs,
  context: OperationContext,
): StreamedPlan | undefined {
  const operation = keeping(written, isStream);
  if (operation === written) return undefined;
  const types = operation.responses
    .flatMap(({ content, status }) => (status.startsWith("2") ? content : []))
    .map(({ type }) => `\`${type}\``);
  const asked = [...new Set(types)].join(" or ");
  return {
    name: streamName(name, context),
    docs: {
      ...docs,
      note: `As {@link ${name.name}}, value by value: asks for ${asked}.`,
    },
    data: successType(operation, context),
    responses: planResponses(operation, context),
  };
}

/** The operation itself, unless a success has media types of both kinds; then with those of one kind. */
function keeping(
  operation: Operation,
  isKept: (media: MediaType) => boolean,
): Operation {
  const isMixed = ({ content, status }: Operation["responses"][number]) =>
    status.startsWith("2") &&
    content.some(isStream) &&
    !content.every(isStream);
  if (!operation.responses.some(isMixed)) return operation;
  return {
    ...operation,
    responses: operation.responses.map((response) =>
      isMixed(response)
        ? { ...response, content: response.content.filter(isKept) }
        : response,
    ),
  };
}

/** `streamChat` beside `createChat`. */
function streamName(
  { words }: OperationName,
  { model, module }: OperationContext,
): Name {
  const names = [afterVerb(words), words];
  return {
    name: model.registry.claim(names.map((own) => camel(["stream", ...own]))),
    module,
    typeOnly: false,
  };
}
