/** An event of a stream (HTML §9.2.6). Its fields are those that the server sent with this very event, or with what came before it and was none. */
export interface ServerSentEvent<Data> {
  /** What kind of event it is; without it, a `message`. */
  event?: string;
  data: Data;
  /** Sent back as the header `Last-Event-ID`, it asks for what came after. */
  id?: string;
  /** Milliseconds that the server wants a client to wait before it comes back. */
  retry?: number;
}
