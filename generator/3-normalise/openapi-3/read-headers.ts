import type { Located } from "../../2-bundle/bundle.ts";
import type { Header } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { entriesAt, followObject } from "../follow.ts";
import { at, boolean, entries, own } from "../read.ts";
import { proseAt } from "../read-text.ts";

/** The `headers` of a Response or an Encoding (OAS 3.1 §4.8.21), but `Content-Type`, which content says. */
export const readHeaders = (of: Located, context: Context): readonly Header[] =>
  entriesAt(of, "headers", context).flatMap(([name, written]) => {
    const found = followObject(written, context);
    if (found === undefined || /^content-type$/i.test(name)) return [];
    const [media] = entries(at(found, "content"));
    const schema = at(found, "schema") ?? (media && at(media[1], "schema"));
    return [
      {
        origin: written.origin,
        name,
        required: own(found.value, "required") === true,
        explode: own(found.value, "explode") === true,
        schema: schema && context.schemas.read(schema),
        description: proseAt(found, "description", context),
        deprecated: boolean(own(found.value, "deprecated")) ?? false,
      },
    ];
  });
