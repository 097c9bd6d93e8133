import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { component, folderOf, readApi, withSchemas } from "./read-api.ts";

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  if (request.url === "/specs/moved.json")
    response.writeHead(302, { location: "/secret.json" }).end();
  else if (request.url === "/specs/pet.json")
    response.end('{"properties":{"owner":{"$ref":"owner.json"}}}');
  else if (request.url === "/specs/owner.json")
    response.end('{"properties":{"file":{"$ref":"file:///etc/hostname"}}}');
  else response.writeHead(404).end();
});
let host = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const outside = "it leads out of the description's folder";
const why = async (reference: string, files: Record<string, unknown> = {}) => {
  const { diagnostics, sources } = await readApi(
    {
      "api/openapi.yaml": withSchemas({ A: { $ref: reference } }),
      "secret.yaml": "type: string\n",
      ...files,
    },
    { entry: "api/openapi.yaml" },
  );
  expect(sources).toHaveLength(1);
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
};

test.each([
  "../secret.yaml",
  "..%2fsecret.yaml",
  "%2e%2e/secret.yaml",
  "..\\secret.yaml",
  "/etc/hostname",
  "file:///etc/hostname",
  "x/../../secret.yaml",
  "../api-other/x.yaml",
])("%s leads out, and is not read", async (reference) => {
  const [said, ...more] = await why(reference);
  // Absent or not, it is not looked at: the answer says nothing about what is there.
  expect(said).toMatch(/^load\/reference-refused /);
  expect(more).toEqual([]);
});

test.each([
  ["../secret.yaml", outside],
  ["data:application/json,{}", "nothing is read by data:"],
  ["ftp://example.com/x", "nothing is read by ftp:"],
  ["javascript:1", "nothing is read by javascript:"],
  ["//example.com/x.yaml", "it is no path of this machine"],
  ["//example.com:99/x.yaml", "it is no URL that can be read"],
  ["x%00.yaml", "it is no path of this machine"],
])("%s is refused: %s", async (reference, reason) => {
  const [said] = await why(reference);
  expect(said).toContain(`is not read: ${reason};`);
});

test("an absent file is named, relative to the working directory", async () => {
  expect(await why("models/absent.yaml")).toEqual([
    "load/reference-not-found models/absent.yaml: there is no file api/models/absent.yaml; the value is typed as unknown",
  ]);
});

test("a symbolic link may not lead out, nor a folder be read", async () => {
  const cwd = await folderOf({
    "api/openapi.yaml": withSchemas({
      A: { $ref: "link.yaml" },
      B: { $ref: "linked/secret.yaml" },
      C: { $ref: "models" },
      D: { $ref: "inside.yaml" },
    }),
    "api/models/pet.yaml": "type: string\n",
    "outside/secret.yaml": "type: string\n",
  });
  await symlink(join(cwd, "outside/secret.yaml"), join(cwd, "api/link.yaml"));
  await symlink(join(cwd, "outside"), join(cwd, "api/linked"));
  await symlink(join(cwd, "api/models/pet.yaml"), join(cwd, "api/inside.yaml"));
  const { api, diagnostics } = await readApi(
    {},
    { cwd, entry: "api/openapi.yaml" },
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `link.yaml is not read: ${outside}; the value is typed as unknown`,
    `linked/secret.yaml is not read: ${outside}; the value is typed as unknown`,
    "models is not read: it is no regular file; the value is typed as unknown",
  ]);
  expect(component(api, "D").types).toEqual(["string"]);
});

test("a description in a folder that is itself a link is at home there", async () => {
  const cwd = await folderOf({});
  await mkdir(join(cwd, "real"));
  await symlink(join(cwd, "real"), join(cwd, "api"));
  await writeFile(join(cwd, "real/pet.json"), '{"type":"string"}');
  const text = JSON.stringify(withSchemas({ A: { $ref: "pet.json" } }));
  await writeFile(join(cwd, "real/openapi.json"), text);
  const { reported } = await readApi({}, { cwd, entry: "api/openapi.json" });
  expect(reported).toEqual([]);
});

test("allowRefs lets references out, into that folder only", async () => {
  const { api, reported } = await readApi(
    {
      "api/openapi.yaml": withSchemas({
        A: { $ref: "../shared/a.yaml" },
        B: { $ref: "../shared-not/b.yaml" },
      }),
      "shared/a.yaml": { type: "string" },
      "shared-not/b.yaml": { type: "string" },
    },
    { entry: "api/openapi.yaml", allowRefs: ["shared"] },
  );
  expect(component(api, "A").types).toEqual(["string"]);
  expect(reported).toEqual([
    "load/reference-refused api/openapi.yaml#/components/schemas/B",
  ]);
});

test("nothing is fetched unless its URL is allowed", async () => {
  const schemas = { A: { $ref: `${host}/specs/pet.json` } };
  const { diagnostics } = await readApi({ "api.yaml": withSchemas(schemas) });
  expect(diagnostics[0]?.message).toContain(
    `${host} is read only if allowRefs names it`,
  );
  expect(asked).toEqual([]);
});

test("an allowed URL is fetched, with what lies below it, and no redirect followed", async () => {
  const { api, reported } = await readApi(
    {
      "api.yaml": withSchemas({
        A: { $ref: `${host}/specs/pet.json` },
        B: { $ref: `${host}/specs/moved.json` },
        C: { $ref: `${host}/specs-other/pet.json` },
        D: { $ref: `${host.replace("//", "//user@")}/specs/pet.json` },
      }),
    },
    { allowRefs: [`${host}/specs`] },
  );
  expect(component(api, "A").id).toBe(`${host}/specs/pet.json#`);
  expect(asked.toSorted()).toEqual([
    "/specs/moved.json",
    "/specs/owner.json",
    "/specs/pet.json",
  ]);
  expect(reported.toSorted()).toEqual([
    "load/reference-refused api.yaml#/components/schemas/C",
    "load/reference-refused api.yaml#/components/schemas/D",
    `load/reference-refused ${host}/specs/owner.json#/properties/file`,
    `load/unreadable ${host}/specs/moved.json#`,
  ]);
});
