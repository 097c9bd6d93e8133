// Generated from the runtime of telltale. Do not edit.

import { encoded, flat, members } from "./encode.js";
/**
 * The query styles of OAS 3.1 §4.8.12.4. All of them leave out what RFC 6570 §2.3 calls undefined
 * (`undefined`, `null`, an empty list) and send an empty string as `name=`.
 */
function add(query, name, value) {
  query.push(`${encodeURIComponent(name)}=${encoded(name, value)}`);
}
/** Style `form` with `explode`, the default: `tag=a&tag=b`; an object becomes its own parameters. */
export const form = ({ query }, name, value) => {
  if (typeof value !== "object") return add(query, name, value);
  for (const [key, member] of members(value)) add(query, key ?? name, member);
};
/** The same of an object whose members may be lists, which OAS leaves undefined: each is a parameter of its own. */
export const formOfLists = (request, name, value) => {
  for (const [key, member] of members(value))
    form(request, key ?? name, Array.isArray(member) ? member : [member]);
};
function delimited(delimiter) {
  return ({ query }, name, value) => {
    const texts = flat(name, value).map(encodeURIComponent);
    if (texts.length > 0)
      query.push(`${encodeURIComponent(name)}=${texts.join(delimiter)}`);
  };
}
/** Style `form` without `explode`: `tag=a,b`; an object becomes `point=x,1,y,2`. */
export const formJoined = /* @__PURE__ */ delimited(",");
/** `tag=a%20b`. */
export const spaceDelimited = /* @__PURE__ */ delimited("%20");
/** `tag=a%7Cb`. */
export const pipeDelimited = /* @__PURE__ */ delimited("%7C");
/** `tag=a%09b`, the `collectionFormat: tsv` of Swagger 2.0. */
export const tabDelimited = /* @__PURE__ */ delimited("%09");
/**
 * `filter[status]=open&filter[created][from]=1`. What OAS leaves undefined: deeper objects nest, up to a
 * hundred in each other, and the members of an array are numbered, `items[0][price]=1`. A repeated name
 * could not keep the members of two objects apart.
 */
export const deepObject = ({ query }, name, value) =>
  nest(query, name, value, 100);
function nest(query, name, value, levels) {
  // What is still an object then is refused: it may be within itself.
  if (typeof value !== "object" || levels === 0) return add(query, name, value);
  for (const [index, [key, member]] of members(value).entries()) {
    if (member === value) add(query, name, value);
    nest(query, `${name}[${key ?? index}]`, member, levels - 1);
  }
}
/** A parameter with `content: application/json` instead of a style. */
export const jsonParameter = ({ query }, name, value) => {
  add(query, name, JSON.stringify(value));
};
