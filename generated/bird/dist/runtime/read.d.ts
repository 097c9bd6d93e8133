// Generated from the runtime of telltale. Do not edit.

import type { RequestErrorReason } from "./errors.js";
import type { UnionShape } from "./shape.js";
/** The error of a body that is not as documented; by `limit`, of one that is too long. */
export type Undecodable = (text: string, reason?: RequestErrorReason) => Error;
/**
 * Reads the body of one documented response. Throws `undecodable(text)` for one that is not as
 * documented; else only what `fetch` throws. What is read once the call has ended throws `broken(error)`
 * instead.
 */
export type Reader = (
  response: Response,
  undecodable: Undecodable,
  broken: (error: unknown) => Error,
) => Promise<unknown>;
/**
 * JSON, whatever its media type is called: the description's word counts, and many servers say
 * `text/plain` or nothing. Not HTML, though: that is a proxy speaking, even where it parses.
 * A byte order mark, which `text()` does not drop on every platform, is white space to `trimStart()`.
 */
export declare const json: Reader;
/** JSON with unions that need a tag which is not on the wire. */
export declare function jsonOf(shape?: UnionShape): Reader;
/** A response without content. If there is some after all, it is left unread. */
export declare const nothing: Reader;
/** In the charset that the server names and the platform knows, else in UTF-8. */
export declare const text: Reader;
export declare const blob: Reader;
/**
 * A response that the description does not mention, by its media type: JSON that parses; a success
 * that is no text as a `Blob`; else text, `undefined` if empty, bounded if an error's.
 */
export declare const undocumented: Reader;
/** As much of a text as an error keeps: 4096 characters. */
export declare function excerpt(text: string): string;
/** Lets go of a body that nobody reads, so that its connection is free. */
export declare function discard(response: Response): undefined;
/** Content-Type as it arrived; empty if there is none. */
export declare function mediaType(response: Response): string;
