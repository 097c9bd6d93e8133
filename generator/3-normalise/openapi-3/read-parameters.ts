import type { Located } from "../../2-bundle/bundle.ts";
import type { Parameter } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { followObject, itemsAt } from "../follow.ts";
import { onceEach } from "../once-each.ts";
import { readParameter } from "./read-parameter.ts";

/** The `parameters` of a Path Item or an Operation. */
export const readParameters = (
  of: Located,
  context: Context,
): readonly Parameter[] =>
  onceEach(
    itemsAt(of, "parameters", context).flatMap(
      (written) => followObject(written, context) ?? [],
    ),
    context,
  ).flatMap((found) => readParameter(found, context) ?? []);
