/** Reason phrases of RFC 9110 §15 and the IANA registry, as names of bodies. */
const phrases: Readonly<Record<string, string>> = {
  200: "Ok", 201: "Created", 202: "Accepted", 203: "NonAuthoritative", 204: "NoContent", 205: "ResetContent", 206: "PartialContent", 207: "MultiStatus",
  300: "MultipleChoices", 301: "MovedPermanently", 302: "Found", 303: "SeeOther", 304: "NotModified", 307: "TemporaryRedirect", 308: "PermanentRedirect",
  400: "BadRequest", 401: "Unauthorized", 402: "PaymentRequired", 403: "Forbidden", 404: "NotFound", 405: "MethodNotAllowed", 406: "NotAcceptable", 407: "ProxyAuthenticationRequired", 408: "RequestTimeout", 409: "Conflict", 410: "Gone", 411: "LengthRequired", 412: "PreconditionFailed", 413: "ContentTooLarge", 414: "UriTooLong", 415: "UnsupportedMediaType", 416: "RangeNotSatisfiable", 417: "ExpectationFailed", 421: "MisdirectedRequest", 422: "UnprocessableContent", 423: "Locked", 424: "FailedDependency", 425: "TooEarly", 426: "UpgradeRequired", 428: "PreconditionRequired", 429: "TooManyRequests", 431: "HeaderFieldsTooLarge", 451: "UnavailableForLegalReasons",
  500: "InternalServerError", 501: "NotImplemented", 502: "BadGateway", 503: "ServiceUnavailable", 504: "GatewayTimeout", 505: "HttpVersionNotSupported", 506: "VariantAlsoNegotiates", 507: "InsufficientStorage", 508: "LoopDetected", 510: "NotExtended", 511: "NetworkAuthenticationRequired",
  "4XX": "ClientError", "5XX": "ServerError", "3XX": "Redirection", "2XX": "Success", default: "DefaultError",
};

/** `401` is Unauthorized; a status that nobody registered is Status599. */
export const statusName = (status: string): string => phrases[status] ?? `Status${status}`;
