/**
 * Told of every input, with the bytes that were read: a path, absolute, or what people may see of a URL. Where
 * there is no file it is `absent`; what may not be looked at is `unread`.
 */
export type RecordInput = (
  place: InputPlace,
  content: Uint8Array | "absent" | "unread",
) => void;

type InputPlace =
  | { readonly path: string; readonly url?: never }
  | { readonly path?: never; readonly url: string };
