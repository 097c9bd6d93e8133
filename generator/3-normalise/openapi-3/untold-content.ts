import type { Located } from "../../2-bundle/bundle.ts";
import type { Exchange, MediaType, Response } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { entriesAt, followObject } from "../follow.ts";
import { own } from "../read.ts";

/**
 * The responses to a call. Who asks with GET is there for what comes (RFC 9110 §9.3.1): where no success says what that
 * is, nor that it is nothing (`content: {}`), the description is silent and the server is not. It is read by the media
 * type that arrives.
 */
export function withUntoldContent(
  { method, responses }: Exchange,
  operation: Located,
  context: Context,
): readonly Response[] {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  if (method !== "GET" || successes.some(({ content }) => content.length > 0))
    return responses;
  const saysNone = entriesAt(operation, "responses", context).some(
    ([status, written]) =>
      status.startsWith("2") &&
      own(followObject(written, context)?.value, "content") !== undefined,
  );
  return saysNone
    ? responses
    : responses.map((response) =>
        /^2(00|XX)$/.test(response.status)
          ? { ...response, content: [anything(response)] }
          : response,
      );
}

const anything = ({ origin }: Response): MediaType => ({
  origin,
  type: "*/*",
  schema: undefined,
  itemSchema: undefined,
  encoding: [],
});
