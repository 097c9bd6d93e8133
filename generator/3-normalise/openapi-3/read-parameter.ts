import type { Located } from "../../2-bundle/bundle.ts";
import type { Parameter, ParameterStyle } from "../../ir/openapi.ts";
import type { Context } from "../context.ts";
import { entriesAt, followObject } from "../follow.ts";
import { at, boolean, own, string } from "../read.ts";
import { proseAt, textAt } from "../read-text.ts";
import { isSendableHeader } from "../sendable-header.ts";
import { defaultStyle, styleIn } from "./styles.ts";

const places: ReadonlySet<string> = new Set([
  "path",
  "query",
  "header",
  "cookie",
  "querystring",
]);

/** One Parameter Object, defaults of OAS 3.2 §4.12.2 filled in. */
export function readParameter(
  found: Located,
  context: Context,
): Parameter | undefined {
  const { schemas, report } = context;
  const place = string(own(found.value, "in"));
  const name = textAt(found, "name", context);
  if (name === undefined || place === undefined || !places.has(place)) {
    report("operation/not-a-parameter", found.origin, {});
    return undefined;
  }
  if (place === "header" && !isSendableHeader(name, found.origin, report))
    return undefined;
  if (place === "path" && own(found.value, "required") !== true) {
    report("operation/path-parameter-not-required", found.origin, { name });
  }
  const written = string(own(found.value, "style"));
  const known = styleIn(place, written);
  if (written !== undefined && known === undefined) {
    report("operation/unknown-style", found.origin, {
      name,
      style: written,
      place: `a ${place} parameter`,
      sent: defaultStyle(place),
    });
  }
  const media = contentOf(found, context);
  const style = media?.style(place) ?? known ?? defaultStyle(place);
  const schema = media?.schema ?? at(found, "schema");
  return {
    origin: found.origin,
    name,
    in: place === "querystring" ? "query" : (place as Parameter["in"]),
    required: place === "path" || own(found.value, "required") === true,
    style,
    implicitStyle: written === undefined && place !== "querystring",
    explode:
      boolean(own(found.value, "explode")) ??
      (style === "form" || style === "cookie"),
    allowReserved: own(found.value, "allowReserved") === true,
    schema: schema && schemas.read(schema),
    description: proseAt(found, "description", context),
    deprecated: boolean(own(found.value, "deprecated")) ?? false,
    examples: readExamples(found, context),
  };
}

/** A parameter may be described by one media type instead of a style (OAS 3.1 §4.8.12.2.2). */
function contentOf(found: Located, context: Context) {
  const [first] = entriesAt(found, "content", context);
  const media = first && followObject(first[1], context);
  if (first === undefined || media === undefined) return undefined;
  const [type] = first;
  return {
    schema: at(media, "schema"),
    style: (place: string): ParameterStyle => {
      // The whole query as a form: each member of the object is a parameter (OAS 3.2 §4.12.2).
      const isForm = /^application\/x-www-form-urlencoded\b/i.test(type);
      const isJson = /^application\/(.*\+)?json\b/i.test(type);
      if (place === "querystring" && isJson) return "wholeJson";
      if (place === "querystring")
        return isForm && at(media, "encoding") === undefined
          ? "form"
          : "content";
      if (isJson) return "json";
      // A text is what every style makes of it.
      const isText = /^(text\/plain|\*\/\*)\s*(;|$)/i.test(type.trim());
      return isText ? defaultStyle(place) : "content";
    },
  };
}

/** `example`, and the values of `examples` (OAS 3.1 §4.8.12.2). Nothing is reported of what only illustrates. */
function readExamples(found: Located, context: Context): Parameter["examples"] {
  const one = own(found.value, "example");
  if (one !== undefined) return [one];
  const quiet = { ...context, report: () => {} };
  return entriesAt(found, "examples", quiet).flatMap(([, written]) => {
    const example = followObject(written, quiet)?.value;
    return own(example, "dataValue") ?? own(example, "value") ?? [];
  });
}
