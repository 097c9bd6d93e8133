import { own } from "./own.js";

/** Variables of a server by their name. */
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * A server's URL with its variables; those that nobody gave have their defaults (OAS 3.1 §4.8.6).
 *
 * A slash ends a host: given as `{region}` of `https://{region}.example.com` it would choose another one.
 * There it is encoded, so that it makes no host at all, and the call is refused.
 */
export function serverUrl(
  template: string,
  defaults: Variables,
  given: Variables = {},
): string {
  return template.replace(/\{([^{}]+)\}/g, (variable, name: string, at) => {
    const chosen = own(given, name);
    if (chosen === undefined) return String(own(defaults, name) ?? variable);
    const isInHost = /^[^/]*\/\/[^/]*$/.test(template.slice(0, at));
    return String(chosen).replaceAll("/", isInHost ? "%2F" : "/");
  });
}
