import type {
  BodyPlan,
  OperationPlan,
  ParameterPlan,
  RequestPlan,
} from "../ir/operation-plan.ts";
import { bodyText } from "./body-text.ts";
import { literal } from "./literal.ts";
import type { Printer } from "./printer.ts";
import { acceptText, readersText } from "./reader-text.ts";
import { object, shapeText } from "./shape-text.ts";
import { runtimeValue } from "./runtime-name.ts";

/**
 * The wire form of an operation, as data. What it does not name is in nobody's bundle: styles, schemes
 * and the retries of what may be sent twice are functions of templates/runtime.
 */
export function requestText(
  { method, path, request }: OperationPlan,
  printer: Printer,
): string {
  const members: readonly (readonly [string, string | undefined])[] = [
    ["method", literal(method)],
    ["path", literal(path)],
    ["pathParameters", pathText(path, request.pathParameters, printer)],
    ["query", writerText(request.query, printer)],
    ["header", writerText(request.header, printer)],
    ["cookie", writerText(request.cookie, printer)],
    ["body", request.body && senderText(request.body, printer)],
    ["accept", acceptText(request)],
    ["responses", readersText(request.responses, printer)],
    ["streams", request.streams ? "true" : undefined],
    ["security", securityText(request.security, printer)],
    ["repeat", repeatText(request, printer)],
    ["use", featuresText(request, printer)],
  ];
  return object(
    members.flatMap(([name, text]) =>
      text === undefined ? [] : [[name, text] as const],
    ),
  );
}

/** What fills in the template, if there is anything in it to fill in, or to look at. */
function pathText(
  path: string,
  parameters: readonly ParameterPlan[],
  printer: Printer,
): string | undefined {
  const styles = stylesText(
    parameters.filter(({ implied }) => !implied),
    printer,
  );
  if (styles !== undefined)
    return `${printer.name(runtimeValue("path-styles", "styledPath"))}(${styles})`;
  return /[{}%]|(^|\/)\.\.?(\/|$)/.test(path)
    ? printer.name(runtimeValue("path", "simplePath"))
    : undefined;
}

function writerText(
  parameters: readonly ParameterPlan[],
  printer: Printer,
): string | undefined {
  const styles = stylesText(parameters, printer);
  return (
    styles &&
    `${printer.name(runtimeValue("parameters", "parameters"))}(${styles})`
  );
}

function senderText(body: BodyPlan, printer: Printer): string {
  const key = body.key === "body" ? "" : `, ${literal(body.key)}`;
  return `${printer.name(runtimeValue("body", "sending"))}(${bodyText(body, printer)}${key})`;
}

/** A style with its key in `params`. TypeScript takes a member called `toString` for the one that every object has. */
function renamed(wireName: string, encoder: string, key: string): string {
  const pair = `[${encoder}, ${literal(key)}]`;
  return wireName in Object.prototype ? `${pair} as const` : pair;
}

function stylesText(
  parameters: readonly ParameterPlan[],
  printer: Printer,
): string | undefined {
  const members = parameters.map(
    ({ reserved, wireName, key, shape, style }): [string, string] => {
      const plain =
        reserved === undefined
          ? printer.name(style)
          : `${printer.name(reserved)}(${printer.name(style)})`;
      const encoder =
        shape === undefined
          ? plain
          : `${printer.name(runtimeValue("untagging", "untagging"))}(${shapeText(shape, printer)}, ${plain})`;
      return [
        wireName,
        key === wireName ? encoder : renamed(wireName, encoder, key),
      ];
    },
  );
  return members.length === 0 ? undefined : object(members);
}

/** OAS 3.1 §4.8.30: OR of ANDs. Where nothing has to be sent, only what somebody has is sent. */
function securityText(
  security: RequestPlan["security"],
  printer: Printer,
): string | undefined {
  if (security.every((names) => names.length === 0)) return undefined;
  const requirements = security
    .toSorted((a, b) => Number(a.length === 0) - Number(b.length === 0))
    .map(literal);
  return `${printer.name(runtimeValue("authorise", "anyOf"))}(${requirements.join(", ")})`;
}

function featuresText(
  request: RequestPlan,
  printer: Printer,
): string | undefined {
  const name = (module: string, text: string) =>
    printer.name(runtimeValue(module, text));
  const features = [
    ...(request.redirects ? [`${name("redirects", "redirects")}()`] : []),
    ...(maySendStream(request)
      ? [name("stoppable-upload", "stoppableUpload")]
      : []),
  ];
  return features.length > 0 ? `[${features.join(", ")}]` : undefined;
}

const maySendStream = ({ body }: RequestPlan): boolean =>
  body?.media.some(({ encoder }) =>
    /^(binary|multipart)$/.test(encoder.kind),
  ) === true;

function repeatText(
  request: RequestPlan,
  printer: Printer,
): string | undefined {
  const { repeat: plan } = request;
  const name = (text: string) => printer.name(runtimeValue("retry", text));
  if (plan === "never") return undefined;
  const repeat =
    plan === "idempotent"
      ? name("idempotent")
      : `${name(plan.isIdempotent ? "alsoWithKey" : "withKey")}(${literal(plan.key)})`;
  return maySendStream(request)
    ? `${name("unlessStreamed")}(${repeat})`
    : repeat;
}
