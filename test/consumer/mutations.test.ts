import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyProject, playProject } from "./project.ts";
import { temporaryFolder } from "./temporary-folder.ts";

// The program finds fault where there is one: a client with one thing broken fails it.
interface Mutation {
  /** What is broken. */
  readonly broken: string;
  readonly file: string;
  readonly text: string;
  readonly by: string;
  /** A check that has to notice. */
  readonly noticed: string;
}

const mutations: readonly Mutation[] = [
  {
    broken: "decoder: items are not looked at",
    file: "quo/dist/runtime/tests.js",
    text: "if (!literals.includes(value[at]))",
    by: "if (at > value.length)",
    noticed: "quo: fits several kinds, or none",
  },
  {
    broken: "decoder: what fits none is guessed",
    file: "quo/dist/types/webhook.js",
    text: 'found ?? "unrecognized"',
    by: 'found ?? "message"',
    noticed: "quo: fits several kinds, or none",
  },
  {
    broken: "decoder: of several variants one is guessed",
    file: "quo/dist/runtime/variants.js",
    text: "before === undefined ? name : unrecognized",
    by: "before ?? name",
    noticed: "quo: fits several kinds, or none",
  },
  {
    broken: "decoder: another literal",
    file: "quo/dist/types/webhook.js",
    text: '"task.assigned"',
    by: '"task.resigned"',
    noticed: "quo: six kinds",
  },
  {
    broken: "decoder: never called",
    file: "quo/dist/runtime/read.js",
    text: "shape?.tag(value);",
    by: "",
    noticed: "quo: six kinds",
  },
  {
    broken: "query: keys of deepObject after a dot",
    file: "bird/dist/runtime/query.js",
    text: "`${name}[${key ?? index}]`",
    by: "`${name}.${key ?? index}`",
    noticed: "bird: every parameter",
  },
  {
    broken: "query: names as they are",
    file: "bird/dist/runtime/query.js",
    text: "`${encodeURIComponent(name)}=${encoded(name, value)}`",
    by: "`${name}=${encoded(name, value)}`",
    noticed: "bird: path and query are percent-encoded",
  },
  {
    broken: "query: values encoded as a URI, not as a part of one",
    file: "quo/dist/runtime/encode.js",
    text: "return encodeURIComponent(scalar(name, value));",
    by: "return encodeURI(scalar(name, value));",
    noticed: "quo: the query is percent-encoded",
  },
  {
    broken: "page guard: never sees a repetition",
    file: "bird/dist/runtime/page-guard.js",
    text: "if (token === anchor || recent.has(token)) return true;",
    by: "",
    noticed: "bird: a repeated token",
  },
  {
    broken: "page guard: sees only the token just before",
    file: "bird/dist/runtime/page-guard.js",
    text: "recent.add(token);",
    by: "anchor = token; return false;",
    noticed: "bird: tokens in a circle",
  },
  {
    broken: "pages: an empty one is the last",
    file: "bird/dist/runtime/pagination.js",
    text: "if (isLast) return;",
    by: "if (isLast || items.length === 0) return;",
    noticed: "bird: items of three pages, one of them empty",
  },
  {
    broken: "path: dot segments pass",
    file: "bird/dist/runtime/path.js",
    text: ".test(path)",
    by: ".test('')",
    noticed: "bird: a refused workspaceId",
  },
  {
    broken: "auth: the key in another header",
    file: "quo/dist/client.js",
    text: 'headerKey("Authorization", options.apiKey)',
    by: 'headerKey("X-API-Key", options.apiKey)',
    noticed: "quo: the key goes verbatim into Authorization",
  },
  {
    broken: "auth: no scheme before the key",
    file: "bird/dist/runtime/auth.js",
    text: "`${name} `",
    by: '""',
    noticed: "bird: every parameter",
  },
];

const folder = await temporaryFolder();
const node = { path: process.execPath };

test("nothing is broken in the first place", async () => {
  const sound = join(folder, "sound");
  await copyProject(sound);
  for (const noticed of new Set(
    mutations.map((mutation) => mutation.noticed),
  )) {
    const { code, outcomes } = await playProject(sound, node, noticed);
    expect(outcomes).toEqual({ [noticed]: "fine" });
    expect(code).toBe(0);
  }
});

test.concurrent.each(mutations)("$broken", async (mutation) => {
  const mutant = join(folder, mutation.broken.replaceAll(/\W+/g, "-"));
  await copyProject(mutant);
  const path = join(mutant, "node_modules/@telltale", mutation.file);
  const before = await readFile(path, "utf8");
  const after = before.replace(mutation.text, () => mutation.by);
  expect(after, `${mutation.file} has changed; so must this`).not.toBe(before);
  await writeFile(path, after);

  const { code, outcomes } = await playProject(mutant, node, mutation.noticed);
  expect(outcomes).toHaveProperty([mutation.noticed]);
  expect(outcomes[mutation.noticed]).not.toBe("fine");
  expect(code).toBe(1);
});
