import type { Located } from "../2-bundle/bundle.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Parameter, ParameterStyle } from "../ir/openapi.ts";
import { at, boolean, entries, own, string } from "./read.ts";
import type { SchemaReader } from "./read-schema.ts";

const places: ReadonlySet<string> = new Set([
  "path",
  "query",
  "header",
  "cookie",
]);
const styles: ReadonlySet<string> = new Set<ParameterStyle>([
  "simple",
  "label",
  "matrix",
  "form",
  "spaceDelimited",
  "pipeDelimited",
  "deepObject",
]);

/** OAS 3.1 §4.8.12.3: these are set by other means than parameters. */
const reserved: ReadonlySet<string> = new Set([
  "accept",
  "content-type",
  "authorization",
]);

/** One Parameter Object, defaults of OAS 3.1 §4.8.12.2 filled in. */
export function readParameter(
  found: Located,
  schemas: SchemaReader,
  report: Report,
): Parameter | undefined {
  const name = string(own(found.value, "name"));
  const place = string(own(found.value, "in"));
  if (name === undefined || place === undefined || !places.has(place)) {
    report("operation/not-a-parameter", found.origin, {});
    return undefined;
  }
  if (place === "header" && reserved.has(name.toLowerCase())) {
    report("operation/reserved-header", found.origin, { name });
    return undefined;
  }
  if (place === "path" && own(found.value, "required") !== true) {
    report("operation/path-parameter-not-required", found.origin, { name });
  }
  const written = string(own(found.value, "style"));
  if (written !== undefined && !styles.has(written)) {
    report("operation/unknown-style", found.origin, { name, style: written });
  }
  const style = styleOf(place, written);
  const media = contentOf(found);
  const schema = media?.schema ?? at(found, "schema");
  return {
    origin: found.origin,
    name,
    in: place as Parameter["in"],
    required: place === "path" || own(found.value, "required") === true,
    style:
      media === undefined
        ? style
        : media.isJson && place === "query"
          ? "json"
          : "content",
    implicitStyle: written === undefined,
    explode: boolean(own(found.value, "explode")) ?? style === "form",
    schema: schema && schemas.read(schema),
    description: string(own(found.value, "description")),
    deprecated: boolean(own(found.value, "deprecated")) ?? false,
    examples: readExamples(found),
  };
}

function styleOf(place: string, written: string | undefined): ParameterStyle {
  const known =
    written !== undefined && styles.has(written)
      ? (written as ParameterStyle)
      : undefined;
  return known ?? (place === "query" || place === "cookie" ? "form" : "simple");
}

/** A parameter may be described by one media type instead of a style (OAS 3.1 §4.8.12.2.2). */
function contentOf(
  found: Located,
): { isJson: boolean; schema: Located | undefined } | undefined {
  const [first] = entries(at(found, "content"));
  if (first === undefined) return undefined;
  return {
    isJson: /^application\/(.*\+)?json\b/i.test(first[0]),
    schema: at(first[1], "schema"),
  };
}

/** `example`, and the values of `examples` (OAS 3.1 §4.8.12.2). */
function readExamples(found: Located): Parameter["examples"] {
  const one = own(found.value, "example");
  const several = entries(at(found, "examples")).flatMap(
    ([, example]) => own(example.value, "value") ?? [],
  );
  return one === undefined ? several : [one];
}
