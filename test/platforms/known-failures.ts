const hidden =
  "a browser hides redirects from scripts, and follows them by its own rules (Fetch §4.3)";
const cookie =
  "no script of a browser sets the Cookie header (Fetch §2.2.2): the call is refused, and nothing dropped";

/**
 * What a platform does not let a client do, by platform and case, each with the reason. An entry that starts to
 * pass fails the run, and so does one that names no case.
 */
export const knownFailures: Readonly<
  Record<string, Readonly<Record<string, string>>>
> = {
  workerd: {
    "parameters: a header's letters, each as a byte":
      "workerd sends the values of headers in UTF-8, where Fetch §2.2.2 has a byte for each letter",
  },
  Chromium: {
    "parameters: cookies": cookie,
    "credentials: in a cookie": cookie,
    "failures: a redirect is not followed": hidden,
    "failures: a redirect of a body is not followed": hidden,
    "failures: a redirect that is documented": hidden,
    "features: a redirect to an origin that is not named": hidden,
    "bodies: bytes of a stream":
      "Chromium sends streams over HTTP/2 alone, and this server speaks HTTP/1.1",
    "bodies: multipart with a file of a stream":
      "Chromium sends streams over HTTP/2 alone, and this server speaks HTTP/1.1",
  },
};
