import { describe, expect, test } from "vitest";
import { compileClients } from "./clients.ts";

/** What a newcomer to the package has to find: the API, each operation, and what it does. */
const said: Readonly<Record<string, readonly string[]>> = {
  quo: [
    "Quo Public API 1.0.0",
    'import { createClient } from "@telltale/quo"',
    "listWebhooks",
    "`GET /v1/webhooks`: Lists all webhooks",
  ],
  bird: [
    "Notifications 1.0.0",
    'import { createClient } from "@telltale/bird"',
    "listWebhookSubscriptions",
    "`GET /workspaces/{workspaceId}/webhook-subscriptions`: List all webhook subscriptions",
    "paginateWebhookSubscriptions",
  ],
};

const clients = await compileClients();

describe.each(clients)("$package's README", ({ name, files }) => {
  const readme = files.find(({ path }) => path === "README.md")?.text ?? "";

  test.each(said[name] ?? [])("says %s", (words) => {
    expect(readme).toContain(words);
  });

  test("leaves no value out", () => {
    expect(readme).not.toMatch(/\bundefined\b|\[object |\bNaN\b/);
  });
});
