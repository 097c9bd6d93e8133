import type { Located } from "../../2-bundle/bundle.ts";
import type {
  MediaType,
  ParameterStyle,
  PropertyEncoding,
} from "../../ir/openapi.ts";
import type { SchemaId } from "../../ir/schema-graph.ts";
import type { Context } from "../context.ts";
import { entriesAt, followObject } from "../follow.ts";
import { at, boolean, own, string } from "../read.ts";
import { readHeaders } from "./read-headers.ts";
import { styleIn } from "./styles.ts";

/** The Media Type Objects of a body, by media type (OAS 3.2 §4.14, where each may be a Reference). */
export const readContent = (
  of: Located,
  context: Context,
): readonly MediaType[] =>
  entriesAt(of, "content", context).flatMap(([type, written]) => {
    const media = followObject(written, context);
    if (media === undefined) return [];
    reportSequences(media, context);
    const schema = at(media, "schema");
    const itemSchema = at(media, "itemSchema");
    return [
      {
        origin: media.origin,
        type,
        schema: schema && context.schemas.read(schema),
        itemSchema: itemSchema && readItem(itemSchema, type, context),
        encoding: readEncoding(media, context),
      },
    ];
  });

const readItem = (
  schema: Located,
  type: string,
  { schemas }: Context,
): SchemaId =>
  /^text\/event-stream\s*(;|$)/i.test(type)
    ? schemas.readEvents(schema)
    : schemas.read(schema);

/** Bodies that are read or written item by item (OAS 3.2 §4.14.3). */
function reportSequences(media: Located, { report }: Context): void {
  for (const keyword of ["itemEncoding", "prefixEncoding"]) {
    const found = at(media, keyword);
    if (found !== undefined)
      report("unsupported/sequence", found.origin, { keyword });
  }
}

/** OAS 3.1 §4.8.15. */
const readEncoding = (
  media: Located,
  context: Context,
): readonly PropertyEncoding[] =>
  entriesAt(media, "encoding", context).map(([property, written]) => ({
    property,
    contentType: string(own(written.value, "contentType")),
    headers: readHeaders(written, context),
    style: readStyle(property, written, context),
    explode: boolean(own(written.value, "explode")),
    allowReserved: own(written.value, "allowReserved") === true,
  }));

function readStyle(
  name: string,
  encoding: Located,
  { report }: Context,
): ParameterStyle | undefined {
  const written = string(own(encoding.value, "style"));
  const style = styleIn("query", written);
  if (written !== undefined && style === undefined)
    report("operation/unknown-style", encoding.origin, {
      name,
      style: written,
      place: "a field of a form",
      sent: "its content type",
    });
  return style;
}
