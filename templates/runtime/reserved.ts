import type { ParameterStyle } from "./operation.js";

/**
 * A query style with `allowReserved` (OAS 3.1 §4.8.12.2.1, RFC 6570 §3.2.3): reserved characters of a
 * value, and what is percent-encoded in it already, go out as they are. All but those that would end the
 * value, or the query: `&`, `+`, `#` and the brackets, which RFC 3986 §3.4 does not allow there.
 */
export function reserved(style: ParameterStyle): ParameterStyle {
  return (draft, name, value) => {
    const query: string[] = [];
    style({ headers: draft.headers, query }, name, value);
    draft.query.push(...query.map(unreserve));
  };
}

function unreserve(pair: string): string {
  const [name = "", ...text] = pair.split("=");
  const plain = text
    .join("=")
    .replace(/%(3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent)
    .replace(/%25(?=[\dA-F]{2})/gi, "%");
  return `${name}=${plain}`;
}
