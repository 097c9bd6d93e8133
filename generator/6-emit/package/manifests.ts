import type { ClientPlan } from "../../ir/client-plan.ts";
import type { PackageOptions } from "../../options.ts";
import { oneLine } from "../comment.ts";
import { packageVersion } from "./package-version.ts";

const types = "./dist/index.d.ts";
const script = "./dist/index.js";

/** package.json: what Node and every bundler import is published, the sources under `src/` are not. */
export function packageJson(
  { name, version, license, repository }: PackageOptions,
  plan: ClientPlan,
): string {
  return json({
    name,
    version: packageVersion(version, plan.version),
    description: `${oneLine(plan.title)}: a typed client`,
    license,
    repository,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: {
      ".": { types, default: script },
      "./package.json": "./package.json",
    },
    main: script,
    types,
    files: ["dist", "CHANGELOG.md"],
  });
}

/** jsr.json, for `deno publish`: the sources, which JSR compiles by itself. */
export function jsrJson(
  { name, version, license }: PackageOptions,
  plan: ClientPlan,
): string {
  return json({
    name,
    version: packageVersion(version, plan.version),
    license,
    exports: "./src/index.ts",
    publish: { include: ["src", "README.md", "CHANGELOG.md"] },
  });
}

const json = (fields: object): string => `${JSON.stringify(fields, null, 2)}\n`;
