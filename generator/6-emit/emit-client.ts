import {
  StructureKind,
  type FunctionDeclarationStructure,
  type InterfaceDeclarationStructure,
  type OptionalKind,
  type PropertySignatureStructure,
  type StatementStructures,
} from "ts-morph";
import type { ClientFile, SchemePlan } from "../ir/client-plan.ts";
import { commentText } from "./comment.ts";
import { docs } from "./declarations.ts";
import { literal, propertyKey } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { object } from "./shape-text.ts";
import { runtimeType, runtimeValue } from "./runtime-name.ts";

/** client.ts: `createClient` and its options. */
export function clientStatements(
  of: ClientFile,
  title: string,
  printer: Printer,
): readonly StatementStructures[] {
  return [optionsInterface(of, printer), createClient(of, title, printer)];
}

type Member = OptionalKind<PropertySignatureStructure>;

function optionsInterface(
  of: ClientFile,
  printer: Printer,
): InterfaceDeclarationStructure {
  const plain = of.schemes
    .filter(({ nested }) => !nested)
    .map((scheme) => credential(scheme, printer));
  const nested = of.schemes.filter(({ nested: isNested }) => isNested);
  const server = of.serverVariables.map(({ name, enum: values, required }) => {
    const text =
      values === undefined ? "string" : values.map(literal).join(" | ");
    return `readonly ${propertyKey(name)}${required ? "" : "?"}: ${text}${required ? "" : " | undefined"}`;
  });
  const properties: readonly Member[] = [
    ...plain,
    ...(nested.length === 0
      ? []
      : [
          {
            name: "auth",
            isReadonly: true,
            hasQuestionToken: nested.every(({ required }) => !required),
            type: `{ ${nested.map((scheme) => inline(scheme, printer)).join("; ")} }`,
            docs: ["Credentials."],
          },
        ]),
    ...(server.length === 0
      ? []
      : [
          {
            name: "server",
            isReadonly: true,
            hasQuestionToken: !needsServer(of),
            type: `{ ${server.join("; ")} }${needsServer(of) ? "" : " | undefined"}`,
            docs: [serverText(of)],
          },
        ]),
    ...(of.baseUrl === undefined
      ? [
          {
            name: "baseUrl",
            isReadonly: true,
            type: "string",
            docs: ["Absolute URL of the server: the description names none."],
          },
        ]
      : []),
  ];
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: "CreateClientOptions",
    extends: [printer.name(runtimeType("client", "ClientOptions"))],
    properties: [...properties],
  };
}

/** Whether the server's URL is none before `createClient` is given variables of it. */
const needsServer = ({ serverVariables }: ClientFile): boolean =>
  serverVariables.some(({ required }) => required);

function serverText({
  baseUrl: url = "",
  serverVariables,
}: ClientFile): string {
  const defaults = serverVariables.flatMap(
    ({ name, default: text, required }) =>
      text === undefined || required ? [] : [`\`${name}\` ${literal(text)}`],
  );
  const said =
    defaults.length === 0 ? "" : ` Defaults: ${defaults.join(", ")}.`;
  return commentText(`Variables of the server's URL, \`${url}\`.${said}`);
}

const credential = (scheme: SchemePlan, printer: Printer): Member => ({
  name: propertyKey(scheme.option),
  isReadonly: true,
  hasQuestionToken: !scheme.required,
  type: credentialType(scheme, printer),
  ...docs({ ...scheme.docs, note: commentText(scheme.docs.note ?? "") }, 2),
});

const inline = (scheme: SchemePlan, printer: Printer): string =>
  `readonly ${propertyKey(scheme.option)}${scheme.required ? "" : "?"}: ${credentialType(scheme, printer)}`;

const credentialType = (scheme: SchemePlan, printer: Printer): string =>
  `${printer.name(runtimeType("auth", scheme.credential))}${scheme.required ? "" : " | undefined"}`;

function createClient(
  of: ClientFile,
  title: string,
  printer: Printer,
): FunctionDeclarationStructure {
  const needsOptions =
    of.baseUrl === undefined ||
    needsServer(of) ||
    of.schemes.some(({ required }) => required);
  const schemes = of.schemes.map((scheme): [string, string] => {
    const isOptional = of.schemes.every(
      ({ nested, required }) => !nested || !required,
    );
    const path = scheme.nested
      ? `options.auth${isOptional ? "?" : ""}.${scheme.option}`
      : `options.${scheme.option}`;
    const args = [
      ...(scheme.argument === undefined ? [] : [literal(scheme.argument)]),
      path,
    ];
    return [scheme.name, `${printer.name(scheme.apply)}(${args.join(", ")})`];
  });
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: "createClient",
    parameters: [
      {
        name: "options",
        type: "CreateClientOptions",
        ...(!needsOptions && { initializer: "{}" }),
      },
    ],
    returnType: printer.name(runtimeType("client", "Client")),
    statements: [
      `return ${printer.name(runtimeValue("client", "makeClient"))}(options, ${baseUrl(of, printer)}, ${object(schemes)});`,
    ],
    docs: [
      `A client of ${commentText(title)}, the first argument of every operation.`,
    ],
  };
}

/** The server's URL; variables that nobody sets have their defaults (OAS 3.1 §4.8.5). */
function baseUrl(
  { baseUrl: url, serverVariables }: ClientFile,
  printer: Printer,
): string {
  if (url === undefined) return "undefined";
  if (serverVariables.length === 0) return literal(url);
  const defaults = serverVariables.flatMap(
    ({ name, default: text }): [string, string][] =>
      text === undefined ? [] : [[name, literal(text)]],
  );
  const serverUrl = printer.name(runtimeValue("server-url", "serverUrl"));
  return `${serverUrl}(${literal(url)}, ${object(defaults)}, options.server)`;
}
