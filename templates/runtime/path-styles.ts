import { encoded, members } from "./encode.js";
import {
  expandPath,
  type PathExpander,
  pathSimple,
  type PathStyle,
} from "./path.js";
import { own } from "./own.js";

/**
 * The path styles besides the default (OAS 3.1 §4.8.12.4, RFC 6570 §3.2), and the default's forms for
 * objects. `explode` makes `key=value` of an object's members, and separates members by the style's own
 * sign. A value without members is empty, and so refused.
 */

/** Wire name to style; with the key in `params` where that is not the wire name. */
export type PathStyles = Readonly<
  Record<string, PathStyle | readonly [style: PathStyle, key: string]>
>;

/** Parameters in these styles; those that are not listed in style `simple`, under their own names. */
export function styledPath(styles: PathStyles): PathExpander {
  return (template, given) =>
    expandPath(template, (name) => {
      const which = Object.hasOwn(styles, name) ? styles[name] : undefined;
      const [style, key] = typeof which === "object" ? which : [which, name];
      return (style ?? pathSimple)(name, own(given, key));
    });
}

/** `key,value,key,value`. */
export const pathObject: PathStyle = (name, value) =>
  joined(name, value).join();
/** `key=value,key=value`; a list is as in the default. */
export const pathExploded: PathStyle = (name, value) =>
  exploded(name, value).join();
/** `.a,b` and `.key,value`. */
export const label: PathStyle = (name, value) =>
  after(".", joined(name, value).join());
/** `.a.b` and `.key=value.key=value`. */
export const labelExploded: PathStyle = (name, value) =>
  after(".", exploded(name, value).join("."));
/** `;name=a,b` and `;name=key,value`. */
export const matrix: PathStyle = (name, value) =>
  after(`;${encodeURIComponent(name)}=`, joined(name, value).join());
/** `;name=a;name=b` and `;key=value;key=value`. */
export const matrixExploded: PathStyle = (name, value) =>
  value === ""
    ? ""
    : after(
        ";",
        exploded(name, value, `${encodeURIComponent(name)}=`).join(";"),
      );

/** `a|b`, of Swagger 2.0 alone (`collectionFormat: pipes`). */
export const pathPipeDelimited: PathStyle = (name, value) =>
  joined(name, value).join("%7C");
/** `a b`, of Swagger 2.0 alone (`ssv`). */
export const pathSpaceDelimited: PathStyle = (name, value) =>
  joined(name, value).join("%20");
/** Members between tabs, of Swagger 2.0 alone (`tsv`). */
export const pathTabDelimited: PathStyle = (name, value) =>
  joined(name, value).join("%09");

const after = (prefix: string, text: string): string =>
  text === "" ? "" : prefix + text;

function joined(name: string, value: unknown): string[] {
  return members(value).flatMap(([key, member]) => {
    const text = encoded(name, member);
    return key === undefined ? [text] : [encodeURIComponent(key), text];
  });
}

function exploded(name: string, value: unknown, prefix = ""): string[] {
  return members(value).map(([key, member]) => {
    const text = encoded(name, member);
    return key === undefined
      ? prefix + text
      : `${encodeURIComponent(key)}=${text}`;
  });
}
