import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shared } from "../shared.ts";
import type { Json } from "./json.ts";

/** What Spector wants a client to do: requests that have to arrive, and the responses that it plays. */
export interface Scenario {
  readonly area: string;
  /** The folder of its documents. */
  readonly spec: string;
  readonly scenario: string;
  /** What counts as passed: every request answered with success, with one status, or one for each key. */
  readonly passCondition: "response-success" | "status-code" | "by-key";
  readonly keys?: readonly string[];
  readonly doc?: string;
  readonly operations: readonly {
    readonly openapi: readonly { readonly file: string }[];
  }[];
  readonly apis: readonly Exchange[];
}

export interface Exchange {
  readonly uri: string;
  readonly method: string;
  readonly request?: ExpectedRequest;
  readonly response: PlayedResponse;
}

export interface ExpectedRequest {
  readonly headers?: Readonly<Record<string, Json>>;
  readonly query?: Readonly<Record<string, Json>>;
  readonly body?: ExpectedBody;
}

export interface ExpectedBody {
  readonly contentType: string;
  /** A text; bytes as `<49 bytes base64:…>`. Absent where the server works it out. */
  readonly raw?: string;
  readonly multipart?: boolean;
  readonly parts?: Readonly<Record<string, Json>>;
  readonly files?: readonly ExpectedFile[];
}

export interface ExpectedFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly buffer: string;
  readonly mimetype: string;
}

export interface PlayedResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, Json>>;
  readonly body?: { readonly contentType: string; readonly raw?: string };
}

/** Where the server of the index stood: its next links say so. */
export const playedAt = "http://localhost:3000";

/** The scenarios beside the repository; `undefined` where they are absent. */
export const spector: string | undefined = folderOf(
  shared("conformance/spector/index.json"),
);

function folderOf(index: URL | undefined): string | undefined {
  return index && fileURLToPath(new URL(".", index));
}

/** All scenarios, in the order of the index. */
export const readScenarios = (folder: string): readonly Scenario[] =>
  JSON.parse(readFileSync(`${folder}index.json`, "utf8")) as Scenario[];
