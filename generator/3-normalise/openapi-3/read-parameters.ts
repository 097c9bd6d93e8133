import type { Located } from "../../2-bundle/bundle.ts";
import type { Parameter } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { followObject, itemsAt } from "../follow.ts";
import { distinct } from "../path-parameters.ts";
import { readParameter } from "./read-parameter.ts";

/** The `parameters` of a Path Item or an Operation. */
export const readParameters = (
  of: Located,
  context: Context,
): readonly Parameter[] =>
  distinct(
    itemsAt(of, "parameters", context).flatMap((written) => {
      const found = followObject(written, context);
      return (found && readParameter(found, context)) ?? [];
    }),
    context.report,
  );
