/** A token (RFC 9110 §5.6.2): no other name goes over the wire, and `fetch` refuses it. */
export const isHeaderName = (name: string): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(name);
