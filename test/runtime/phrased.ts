import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach } from "vitest";

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

/** The URL of a server that answers `{"id":"1"}` at once, with a status line that Node's own server would not write. */
export async function phrased(status: string, head = ""): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () =>
      socket.end(
        `HTTP/1.1 ${status}\r\n${head}content-type: application/json\r\ncontent-length: 10\r\n\r\n{"id":"1"}`,
      ),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  running.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
