/** What the cases and whoever runs them have in common. */

/** A request as the server got it. */
export interface Logged {
  readonly origin: "base" | "other";
  readonly method: string;
  /** Path and query as they were sent, without the segment that names the case. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** One character for each byte. */
  readonly body: string;
  /** Answered, or given up by the client. */
  readonly isClosed: boolean;
}

/** How a case ended. */
export interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  /** What is wrong; empty if nothing is. */
  readonly detail: string;
}
