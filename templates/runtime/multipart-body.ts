import {
  blobOf,
  type BlobSource,
  isBlobSource,
  isStream,
  tagOf,
} from "./binary.js";
import type { BodyEncoder } from "./body.js";
import { isGiven, members, scalar } from "./encode.js";
import { newBoundary, type Part, writeMultipart } from "./multipart.js";
import type { StreamedFile } from "./streamed-file.js";

/** Turns one property into parts, none if it is `undefined` or `null`. */
export type PartStyle = (name: string, value: unknown) => readonly Part[];

/**
 * `multipart/form-data`. A property with a style of its own goes by it, the others by `parts`.
 *
 * @throws TypeError for a stream that is locked or has been read
 */
export function multipartBody(
  styles: Readonly<Record<string, PartStyle>> = {},
): BodyEncoder {
  return (value, _, signal) => {
    const all = members(value).flatMap(([name, member]) => {
      if (name === undefined)
        throw new TypeError("the body must be an object with named parts");
      const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
      return (style ?? parts)(name, member);
    });
    return writeMultipart(all, newBoundary(), signal);
  };
}

/**
 * What OAS 3.1 §4.8.15 says by default: a file with its name and type, an object as JSON, anything else
 * as text; an array as one part for each item (RFC 7578 §4.3).
 */
export const parts: PartStyle = (name, value) => partsAs(name, value);

/** Parts of one media type, whatever a file itself says: `encoding.contentType`. */
export function partOf(type: string): PartStyle {
  return (name, value) => partsAs(name, value, type);
}

function partsAs(name: string, value: unknown, type?: string): Part[] {
  return [value]
    .flat()
    .filter(isGiven)
    .map((item): Part => {
      if (isBlobSource(item)) return file(name, item, type);
      if (isStreamed(item)) return streamed(name, item, type);
      if (typeof item === "object" && !isSaidByJson(item))
        throw new TypeError(
          `"${name}" must be a Blob of this platform, bytes that are not shared, { stream }, or plain`,
        );
      return typeof item === "object"
        ? {
            name,
            content: JSON.stringify(item),
            type: type ?? "application/json",
          }
        : { name, content: scalar(name, item), type };
    });
}

/** Of a polyfilled `Blob`, shared bytes or a `Map`, JSON would say `{}` or little more. */
function isSaidByJson(value: object): boolean {
  return (
    !ArrayBuffer.isView(value) &&
    !("arrayBuffer" in value) &&
    ("toJSON" in value || /^\[object (Object|Array)\]$/.test(tagOf(value)))
  );
}

/** Name and type are asked of what was given: a `File` of another realm is no instance of ours. */
function file(name: string, value: BlobSource, type: string | undefined): Part {
  return {
    name,
    content: blobOf(value) ?? new Blob([value]),
    filename: "name" in value ? String(value.name) : "blob",
    type:
      type ??
      (("type" in value && String(value.type)) || "application/octet-stream"),
  };
}

const isStreamed = (value: unknown): value is StreamedFile =>
  typeof value === "object" &&
  value !== null &&
  "stream" in value &&
  isStream(value.stream);

function streamed(
  name: string,
  { stream, name: filename = "blob", type: own }: StreamedFile,
  type = own || "application/octet-stream",
): Part {
  if (stream.locked) throw new TypeError(`the stream of "${name}" is in use`);
  return { name, content: stream, filename, type };
}
