// Generated from the runtime of telltale. Do not edit.

/** The same response with another body. One that is made by hand has no URL, which whoever follows links wants, and no status over 599. */
export function withBody({ headers, status, statusText, url }, body) {
  return Object.defineProperties(
    new Response(body, {
      headers,
      status: Math.min(status, 599),
      statusText,
    }),
    {
      status: { value: status },
      url: { value: url },
    },
  );
}
