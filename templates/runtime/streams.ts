/** What callers of a client with event streams may name. */

export { resumeEvents, type ResumeOptions } from "./resume-events.js";
export type { ServerSentEvent } from "./server-sent-event.js";
