import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { root } from "../generated/clients.ts";
import { runSuccessfully } from "../consumer/run-command.ts";

/** Of a list of webhook subscriptions, as Bird's description has it. */
const body = JSON.stringify({
  results: ["a", "b"].map((id) => ({
    id: `6b1f0a52-${id}`,
    organizationId: "0f0e2c7e-5c1b-4d0e-8a60-3f1f0b2c9d4e",
    workspaceId: "9e3b6c1a-7f3f-4a53-9d7b-1c8d2f0a5e11",
    service: "channels",
    event: "sms.inbound",
    url: "https://hooks.example.com/inbound",
    status: "active",
    createdAt: "2026-01-01T00:00:00Z",
  })),
  nextPageToken: "page 3",
});

/**
 * Prints how much more processor time a call takes than a bare `fetch` of the same, through our client and through
 * openapi-fetch, which may be as much at most. The server is in this process, and the calls are in another one.
 */
export async function benchCall(): Promise<void> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/json").end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    const script = fileURLToPath(new URL("measure-call.ts", import.meta.url));
    const node = ["--disable-warning=ExperimentalWarning", "--expose-gc"];
    const args = [...node, script, `http://127.0.0.1:${port}`];
    const printed = await runSuccessfully(process.execPath, args, root);
    print(JSON.parse(printed) as Readonly<Record<string, number[]>>);
  } finally {
    server.close();
  }
}

function print(taken: Readonly<Record<string, readonly number[]>>): void {
  const bare = taken["fetch"] ?? [];
  const extra = (name: string): number =>
    median(
      (taken[name] ?? []).map((each, round) => each - (bare[round] ?? NaN)),
    );
  const rounds = bare.length;
  console.log(
    `\nProcessor time of a call on loopback, Node ${process.version}: medians of ${rounds} interleaved rounds\n`,
  );
  console.log("| caller | µs | more than fetch |");
  console.log("| --- | ---: | ---: |");
  for (const [name, microseconds] of Object.entries(taken))
    console.log(
      `| ${name} | ${median(microseconds).toFixed(1)} | ${extra(name).toFixed(1)} |`,
    );
  const ratio = extra("telltale") / extra("openapi-fetch");
  console.log(
    `\ntelltale's extra is ${ratio.toFixed(2)} of openapi-fetch's${ratio > 1 ? ", over 1" : ""}`,
  );
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
