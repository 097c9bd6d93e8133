import type { OperationContext } from "../context.ts";

export interface SwaggerContext extends OperationContext {
  /** The media types of the document's bodies, for operations that name none of their own. */
  readonly consumes: readonly string[] | undefined;
  readonly produces: readonly string[] | undefined;
}
