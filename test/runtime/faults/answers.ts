// What a server, or whatever stands before it, can do to an answer.
import { gzipSync } from "node:zlib";
import type { Answerer } from "../server.ts";

/** A whole answer; its type is JSON unless another one, or none (""), is given. */
export const whole =
  (body: string | Uint8Array, type = "application/json"): Answerer =>
  (_, response) => {
    response.writeHead(200, type === "" ? {} : { "content-type": type });
    response.end(body);
  };

/** RST before a byte was sent. */
export const resetBefore: Answerer = (_, response) => {
  response.socket?.resetAndDestroy();
};

/** RST amid a body. */
export const resetAmid: Answerer = (_, response) => {
  response.writeHead(200, { "content-length": "50" });
  response.write('{"id":', () => response.socket?.resetAndDestroy());
};

/** The connection ends before as much was sent as was promised. */
export const halfBody: Answerer = (_, response) => {
  response.writeHead(200, { "content-length": "50" });
  response.write('{"id":', () => response.socket?.end());
};

/** The connection ends before the last chunk. */
export const halfChunked: Answerer = (_, response) => {
  response.writeHead(200, { "transfer-encoding": "chunked" });
  response.write('{"id":', () => response.socket?.end());
};

/** The connection ends where the body does, as in HTTP/1.0: nothing tells that it is cut short. */
export const halfUnmeasured: Answerer = (_, response) => {
  const head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
  response.socket?.end(`${head}{"id":`);
};

/** Headers that never end. */
export const slowHeaders: Answerer = (_, response) => {
  response.socket?.write("HTTP/1.1 200 OK\r\nX-Slow: ");
};

/** One byte every few milliseconds, without an end. */
export const slowBody: Answerer = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const drip = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(drip));
};

/** As much as the client takes, without an end. */
export const endlessBody: Answerer = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const fill = (): void => {
    while (!response.destroyed && response.write(" ".repeat(1000)));
  };
  response.on("drain", () => setTimeout(fill, 1));
  fill();
};

/** What says that it is zipped. */
export const zipped =
  (bytes: Uint8Array, type = "application/json"): Answerer =>
  (_, response) => {
    response.writeHead(200, {
      "content-type": type,
      "content-encoding": "gzip",
    });
    response.end(bytes);
  };

const zip = gzipSync(`{"id":"${"0123456789".repeat(50)}"}`);
/** Cut off within what is zipped. */
export const zipCut: Answerer = zipped(zip.subarray(0, -20));
/** Not zipped at all. */
export const notZipped: Answerer = zipped(Buffer.from('{"id":"1"}'));
/** Cut off within its checksum, when all of the text was there. */
export const zipUnchecked: Answerer = zipped(zip.subarray(0, -4));

/** More headers than any client takes. */
export const muchHeaders: Answerer = (_, response) => {
  response.socket?.end(`HTTP/1.1 200 OK\r\nX-Much: ${"x".repeat(200_000)}`);
};

/** No HTTP. */
export const nonsense: Answerer = (_, response) => {
  response.socket?.end("220 smtp.example ESMTP\r\n\r\n");
};
