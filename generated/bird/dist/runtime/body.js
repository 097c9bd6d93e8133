// Generated from the runtime of telltale. Do not edit.

export const jsonBody = (value) => ({
  body: JSON.stringify(value),
  type: "application/json",
});
/** JSON without the tags that the client added when the value was received. */
export function jsonBodyOf(shape) {
  return (value, given) => jsonBody(shape.untag(value), given);
}
