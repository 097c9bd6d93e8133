import { define } from "../definition.ts";

/** Valid OpenAPI that is not built yet. Each names the feature; nothing wrong is emitted for it. */
export const unsupportedCatalog = {
  "unsupported/keyword": define<{ keyword: string }>({
    severity: "info",
    message: (p) =>
      `${p.keyword} narrows values further than the emitted type says`,
    help: "nothing: the type is wider than the schema, never narrower",
  }),
  "unsupported/get-body": define<{ method: string }>({
    severity: "warning",
    message: (p) =>
      `fetch cannot send a body with ${p.method}; the parameter is left out`,
    help: "use POST, or query parameters",
  }),
  "unsupported/parameter": define<{
    name: string;
    in: string;
    style: string;
    operation: string;
  }>({
    severity: "warning",
    message: (p) =>
      `${p.in} parameter ${JSON.stringify(p.name)} goes out as ${p.style}, which is not built yet; ${p.operation} is left out`,
    help: "nothing is wrong with the description",
  }),
  "unsupported/request-media-type": define<{
    types: readonly string[];
    operation: string;
    isLeftOut: boolean;
  }>({
    severity: "warning",
    message: (p) =>
      `a request body of ${p.types.join(", ")} is not built yet; ${p.operation} is ${p.isLeftOut ? "left out" : "sent in the other media types"}`,
    help: "nothing is wrong with the description",
  }),
  "unsupported/response-media-type": define<{
    type: string;
    given: "a string" | "a Blob";
  }>({
    severity: "info",
    message: (p) =>
      `${p.type} is handed over as ${p.given}; what its schema says of the contents is in no type`,
    help: "nothing is wrong with the description; callers parse what they get",
  }),
  "unsupported/method": define<{ method: string; operation: string }>({
    severity: "warning",
    message: (p) =>
      `fetch sends no ${p.method} requests; ${p.operation} is left out`,
    help: "nothing is wrong with the description",
  }),
  "unsupported/sequence": define<{ keyword: string }>({
    severity: "warning",
    message: (p) =>
      `${p.keyword} describes the items of a sequence, which are not read one by one yet; the body is handed over as it arrives`,
    help: "nothing is wrong with the description",
  }),
  "unsupported/nested-callbacks": define<{ name: string }>({
    severity: "info",
    message: (p) =>
      `callbacks of ${JSON.stringify(p.name)}, itself a request of the API, are not emitted`,
    help: "nothing is wrong with the description",
  }),
  "unsupported/http-scheme": define<{ name: string; scheme: string }>({
    severity: "warning",
    message: (p) =>
      `http scheme ${p.scheme} needs an exchange with the server, which is not built; ${JSON.stringify(p.name)} is not sent`,
    help: "add the header with headers or a fetch of your own",
  }),
  "unsupported/reserved-cookie": define<{ name: string }>({
    severity: "info",
    message: (p) =>
      `allowReserved of cookie ${JSON.stringify(p.name)} is not followed: reserved characters of its value are percent-encoded`,
    help: "write style: cookie, which encodes nothing (OAS 3.2 §4.12.3)",
  }),
  "unsupported/security-scheme": define<{ name: string; kind: string }>({
    severity: "info",
    message: (p) =>
      `${p.kind} (${JSON.stringify(p.name)}) is settled below fetch; nothing is sent for it`,
    help: "pass a fetch that does it",
  }),
};
