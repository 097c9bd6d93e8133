import { restoreBytes } from "./assets.ts";
import type { Document, DocumentOperation } from "./document.ts";
import type { Json } from "./json.ts";
import { isFile, isJson, isText, schemaOf } from "./media-type.ts";
import type { ExpectedBody, ExpectedFile, Scenario } from "./scenarios.ts";
import { kindOf } from "./undo-style.ts";

/** The body that a caller gives for the one that has to arrive: JSON as a value, a text, bytes, or parts. */
export function deriveBody(
  expected: ExpectedBody,
  { requestContent }: DocumentOperation,
  document: Document,
  { doc = "" }: Scenario,
  assets: readonly Uint8Array[],
): unknown {
  const { contentType, files = [], multipart, parts } = expected;
  const schema = schemaOf(requestContent, contentType, document);
  if (multipart === true)
    return {
      ...parts,
      ...filesOf(files, schema["properties"] ?? {}, document, assets),
    };
  const bytes = restoreBytes(expected.raw ?? shownIn(doc), assets);
  const text = Buffer.from(bytes).toString();
  if (isJson(contentType) && !isFile(schema)) return JSON.parse(text);
  return isText(contentType)
    ? text
    : new Blob([new Uint8Array(bytes)], { type: contentType });
}

/** Where the index has no body since the server works it out, the scenario's own words show it. */
const shownIn = (doc: string): string =>
  /```\w*\n(.*?)\n\s*```/s.exec(doc)?.[1] ?? "";

/** Files by their field: a list where the document says so. */
function filesOf(
  files: readonly ExpectedFile[],
  properties: Readonly<Record<string, Json>>,
  { follow }: Document,
  assets: readonly Uint8Array[],
): Readonly<Record<string, unknown>> {
  const byField = Map.groupBy(files, ({ fieldname }) => fieldname);
  return Object.fromEntries(
    [...byField].map(([field, expected]) => {
      const all = expected.map(({ buffer, mimetype, originalname }) => {
        const bytes = new Uint8Array(restoreBytes(buffer, assets));
        return new File([bytes], originalname, { type: mimetype });
      });
      const isList = kindOf(follow(properties[field])) === "array";
      return [field, isList ? all : all[0]];
    }),
  );
}
