import type { ClientFile, SchemePlan } from "../ir/client-plan.ts";
import type { At, Comparison } from "./comparison.ts";
import { compareTypes } from "./compare-types.ts";
import type { TypeExpr } from "../ir/declaration-plan.ts";

/** What `createClient` takes: credentials, the server, its variables. */
export function compareClients(comparison: Comparison): void {
  const old = comparison.old.plan.client;
  const now = comparison.new.plan.client;
  compareCredentials(old.schemes, now.schemes, comparison);
  compareServers(old, now, comparison);
}

const nowhere = { old: undefined, new: undefined };

/** Where `createClient` has it. */
const optionOf = ({ nested, option }: SchemePlan): string =>
  nested ? `createClient(auth.${option})` : `createClient(${option})`;

function compareCredentials(
  old: readonly SchemePlan[],
  now: readonly SchemePlan[],
  { report }: Comparison,
): void {
  for (const was of old) {
    const is = now.find((each) => optionOf(each) === optionOf(was));
    const at: At = {
      subject: optionOf(was),
      old: was.origin,
      new: is?.origin,
    };
    if (is === undefined) {
      report("credential-removed", at);
      continue;
    }
    if (!was.required && is.required) report("credential-required", at);
    if (was.required && !is.required) report("credential-optional", at);
    const words = { before: was.docs.note ?? "", after: is.docs.note ?? "" };
    if (was.credential !== is.credential)
      report("credential-retyped", at, words);
    else if (was.apply.name !== is.apply.name || was.argument !== is.argument)
      report("credential-otherwise", at, words);
  }
  for (const is of now) {
    if (old.some((each) => optionOf(each) === optionOf(is))) continue;
    report(is.required ? "credential-required" : "credential-added", {
      subject: optionOf(is),
      old: undefined,
      new: is.origin,
    });
  }
}

function compareServers(
  old: ClientFile,
  now: ClientFile,
  comparison: Comparison,
): void {
  const { report } = comparison;
  const baseUrl = { ...nowhere, subject: "createClient(baseUrl)" };
  if (old.baseUrl !== now.baseUrl) {
    if (now.baseUrl === undefined)
      report("base-url-required", baseUrl, { before: old.baseUrl ?? "" });
    else if (old.baseUrl === undefined)
      report("base-url-known", baseUrl, { after: now.baseUrl });
    else
      report("base-url-changed", baseUrl, {
        before: old.baseUrl,
        after: now.baseUrl,
      });
  }
  const variable = (name: string): At => ({
    ...nowhere,
    subject: `createClient(server.${name})`,
  });
  for (const was of old.serverVariables) {
    const is = now.serverVariables.find(({ name }) => name === was.name);
    const at = variable(was.name);
    if (is === undefined) {
      report("server-variable-removed", at);
      continue;
    }
    compareTypes(
      { old: textOf(was), new: textOf(is), direction: "sent", at },
      comparison,
    );
    if (!was.required && is.required) report("server-variable-needed", at);
    else if (was.default !== is.default)
      report("server-variable-default", at, {
        before: was.default ?? "none",
        after: is.default ?? "none",
      });
  }
  for (const { name, required } of now.serverVariables)
    if (!old.serverVariables.some((was) => was.name === name))
      report(
        required ? "server-variable-needed" : "server-variable-added",
        variable(name),
      );
}

/** As `createClient` takes it. */
const textOf = ({
  enum: values,
}: ClientFile["serverVariables"][number]): TypeExpr =>
  values === undefined
    ? { kind: "keyword", keyword: "string" }
    : {
        kind: "union",
        members: values.map((value) => ({ kind: "literal", value })),
      };
