import { globSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import { checkTypes } from "./check-types.ts";
import {
  declarationOf,
  importsFor,
  laidOut,
  shapeOf,
  type Files,
} from "./emitted.ts";
import { knownFailures } from "./known-failures.ts";
import { readScenario, type Check, type Scenario } from "./read-scenario.ts";

const folder = new URL(".", import.meta.url);
const scenarios = globSync("*/*.md", { cwd: folder })
  .map((path) => path.replaceAll("\\", "/"))
  .sort()
  .map((name) =>
    readScenario(name, readFileSync(new URL(name, folder), "utf8")),
  );

interface Outcome {
  readonly files: Files;
  readonly diagnostics: readonly string[];
  readonly error?: Error;
}
const outcomes = new Map<string, Outcome>();
let typeErrors: ReturnType<typeof checkTypes> = new Map();

const programPath = ({ name }: Check): string =>
  `${name.replaceAll(" ", "-")}.ts`;

/** What the compiler makes of a scenario. It throws only where it is broken: then every check fails. */
async function outcomeOf(
  { name, document, options }: Scenario,
  cwd: string,
): Promise<Outcome> {
  try {
    await writeFile(join(cwd, "scenario.yaml"), document);
    const { files, diagnostics } = await compile("scenario.yaml", {
      cwd,
      ...options,
    });
    const lines = diagnostics.map(
      ({ severity, code, origin }) => `${severity} ${code} #${origin.pointer}`,
    );
    return {
      files: new Map(files.map(({ path, text }) => [path, text])),
      diagnostics: lines.sort(),
    };
  } catch (error) {
    return {
      files: new Map(),
      diagnostics: [],
      error: new Error(`${name}: the compiler threw`, { cause: error }),
    };
  }
}

beforeAll(async () => {
  const cwd = await mkdtemp(join(tmpdir(), "telltale-"));
  const folders = new Map<string, Files>();
  for (const scenario of scenarios) {
    const outcome = await outcomeOf(scenario, cwd);
    outcomes.set(scenario.name, outcome);
    const programs = scenario.checks.flatMap((check) =>
      check.kind === "program"
        ? [
            [
              programPath(check),
              `${importsFor(check.text, outcome.files)}\n${check.text}\nexport {};\n`,
            ] as const,
          ]
        : [],
    );
    folders.set(scenario.name, new Map([...outcome.files, ...programs]));
  }
  await rm(cwd, { recursive: true });
  typeErrors = checkTypes(folders);
}, 120_000);

function outcomeFor(name: string): Outcome {
  const outcome = outcomes.get(name);
  if (outcome === undefined) throw new Error(`${name} was not compiled`);
  if (outcome.error !== undefined) throw outcome.error;
  return outcome;
}

const met = new Set<string>();

/** A test that is expected to fail where the list of known failures says so. */
function check(
  scenario: string,
  name: string,
  run: () => void | Promise<void>,
): void {
  const key = `${scenario}: ${name}`;
  const reason = Object.hasOwn(knownFailures, key)
    ? knownFailures[key]
    : undefined;
  met.add(key);
  test(
    reason === undefined ? name : `${name} (known failure: ${reason})`,
    async () => {
      if (reason === undefined) return run();
      const passes = await Promise.resolve()
        .then(run)
        .then(
          () => true,
          () => false,
        );
      if (passes)
        throw new Error(`${key} passes now: take it out of known-failures.ts`);
    },
  );
}

for (const scenario of scenarios) {
  const { name, title, checks } = scenario;
  describe(`${name}: ${title}`, () => {
    const errorsOf = (path: string) => typeErrors.get(name)?.get(path) ?? [];
    for (const each of checks)
      check(name, each.name, () => runCheck(each, scenario, errorsOf));
    check(name, "emitted code type-checks", () => {
      const programs = new Set(
        checks.filter(({ kind }) => kind === "program").map(programPath),
      );
      const { files, diagnostics } = outcomeFor(name);
      const found = [...(typeErrors.get(name) ?? [])].filter(
        ([path]) => !programs.has(path),
      );
      expect(Object.fromEntries(found)).toEqual({});
      // Nothing is emitted at all only for an error.
      expect(
        files.size > 0 || diagnostics.some((line) => line.startsWith("error")),
      ).toBe(true);
    });
  });
}

async function runCheck(
  each: Check,
  { name }: Scenario,
  errorsOf: (path: string) => readonly string[],
): Promise<void> {
  const { files, diagnostics } = outcomeFor(name);
  switch (each.kind) {
    case "declaration": {
      const [wanted, emitted] = await laidOut(
        each.text,
        declarationOf(files, each.path, each.declared),
      );
      expect(emitted).toBe(wanted);
      break;
    }
    case "program": {
      const errors = errorsOf(programPath(each));
      if (errors.length > 0) throw new Error(errors.join("\n"));
      break;
    }
    case "decode":
    case "encode": {
      const shape = shapeOf(each.type, files);
      for (const { input, output } of each.cases) {
        const value: unknown = structuredClone(input);
        if (each.kind === "encode") {
          const sent = onWire(shape.untag(value));
          expect(sent, `untag ${JSON.stringify(input)}`).toEqual(output);
        } else {
          shape.tag(value);
          expect(onWire(value), `tag ${JSON.stringify(input)}`).toEqual(output);
          const back = onWire(shape.untag(value));
          expect(back, `sent back ${JSON.stringify(input)}`).toEqual(input);
        }
      }
      break;
    }
    case "diagnostics":
      expect(diagnostics).toEqual(each.lines);
      break;
    default:
      each satisfies never;
  }
}

const onWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("the runtime type-checks", () => {
  expect(Object.fromEntries(typeErrors.get("") ?? [])).toEqual({});
});

test("known failures name checks that there are", () => {
  expect(Object.keys(knownFailures).filter((key) => !met.has(key))).toEqual([]);
});

describe("a scenario that is not written as one is an error", () => {
  const body = (block: string) =>
    `# Rule\n\n\`\`\`yaml components\nA: { type: string }\n\`\`\`\n\n${block}\n`;
  const none = "```diagnostics\nnone\n```";
  test.each([
    ["a misspelt kind", body("```ts narows\n```\n" + none), "no kind of block"],
    ["a block without a kind", body("```\n```\n" + none), "no kind of block"],
    [
      "words too many",
      body("```ts types/a.ts type A B\n```\n" + none),
      "no kind of block",
    ],
    ["no diagnostics", body(""), "one block of diagnostics"],
    [
      "two descriptions",
      body("```yaml document\npaths: {}\n```\n" + none),
      "one description",
    ],
    ["an open block", body("```diagnostics"), "has no end"],
    [
      "a diagnostic without a pointer",
      body("```diagnostics\ninfo union/ambiguous\n```"),
      "severity code pointer",
    ],
    [
      "an unknown setting",
      "# Rule\n\n```yaml components open=3\nA: {}\n```\n\n" + none,
      "means nothing here",
    ],
  ])("%s", (_, markdown, message) => {
    expect(() => readScenario("x.md", markdown)).toThrow(message);
  });
});
