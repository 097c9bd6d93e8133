// Generated from the runtime of telltale. Do not edit.

/** Statuses registered with IANA, by class. Types only: they cost nothing at run time. */

export type HttpStatus1xx = 100 | 101 | 102 | 103;

export type HttpStatus2xx =
  200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

export type HttpStatus3xx = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;

export type HttpStatus4xx =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 407
  | 408
  | 409
  | 410
  | 411
  | 412
  | 413
  | 414
  | 415
  | 416
  | 417
  | 421
  | 422
  | 423
  | 424
  | 425
  | 426
  | 428
  | 429
  | 431
  | 451;

export type HttpStatus5xx =
  500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;

/** The statuses an error can have. Informational and successful ones are none. */
export type HttpStatus = HttpStatus3xx | HttpStatus4xx | HttpStatus5xx;

/**
 * What a documented range stands for: `"4XX"` (OAS 3.1 §4.8.16) is every registered 4xx, but for those that are
 * documented by themselves.
 */
export type RangeStatus<
  Range extends "1XX" | "2XX" | "3XX" | "4XX" | "5XX",
  Documented extends number = never,
> = Exclude<
  {
    "1XX": HttpStatus1xx;
    "2XX": HttpStatus2xx;
    "3XX": HttpStatus3xx;
    "4XX": HttpStatus4xx;
    "5XX": HttpStatus5xx;
  }[Range],
  Documented
>;

/**
 * Every status but the documented ones. An unregistered one (520) lands there as well: the type is a
 * promise about the documented statuses, not about what a server can think of.
 */
export type OtherStatus<Documented extends number = never> = Exclude<
  HttpStatus,
  Documented
>;

/** The same of what a webhook or a callback is answered, which may be a success as well. */
export type AnswerStatus<Documented extends number = never> = Exclude<
  HttpStatus2xx | HttpStatus,
  Documented
>;
