import ts from "typescript";

/** What is wrong with a file of a client, in words. */
export function faultsOf(path: string, text: string): readonly string[] {
  const source = parse(path, text);
  const program = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext },
  });
  const faults = (program.diagnostics ?? []).map(
    ({ messageText }) => `does not parse: ${messageText}`,
  );
  const names = new Set<string>();
  walk(source, (node) => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node))
      names.add(node.text);
    if (ts.isPropertyAssignment(node) && isPrototype(node.name))
      faults.push("sets a prototype");
  });
  for (const name of names)
    if (name.includes("__PWNED")) faults.push(`has the identifier ${name}`);
  if (!path.startsWith("runtime/"))
    for (const name of ["Infinity", "NaN"])
      if (names.has(name)) faults.push(`has ${name}`);
  const { referencedFiles, typeReferenceDirectives, libReferenceDirectives } =
    source;
  if (
    [referencedFiles, typeReferenceDirectives, libReferenceDirectives].flat()
      .length > 0
  )
    faults.push("refers to files");
  for (const comment of commentsOf(text))
    if (directive.test(comment))
      faults.push(`has a comment that tools obey: ${comment}`);
  return faults;
}

/** A key that an object literal takes for its prototype (ECMA-262 §13.2.5.5): one that is computed it does not. */
const isPrototype = (name: ts.PropertyName): boolean =>
  (ts.isIdentifier(name) || ts.isStringLiteral(name)) &&
  name.text === "__proto__";

/** What TypeScript, ESLint, Prettier, bundlers and test runners read at the beginning of a comment. */
const directive =
  /^\/[/*]+[\s*]*(@ts-|eslint|prettier-|[#@]\s*source|istanbul|c8 |v8 |@vite|webpack|@jsx|<(reference|amd))/;

function commentsOf(text: string): readonly string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false);
  scanner.setText(text);
  const comments: string[] = [];
  for (;;) {
    const token = scanner.scan();
    if (token === ts.SyntaxKind.EndOfFileToken) return comments;
    if (
      token === ts.SyntaxKind.SingleLineCommentTrivia ||
      token === ts.SyntaxKind.MultiLineCommentTrivia
    )
      comments.push(scanner.getTokenText());
  }
}

/** Every value that stands in a file: strings, names of properties, numbers. */
export function valuesOf(
  path: string,
  text: string,
): ReadonlySet<string | number> {
  const values = new Set<string | number>();
  walk(parse(path, text), (node) => {
    if (ts.isStringLiteralLike(node)) values.add(node.text);
    else if (ts.isNumericLiteral(node)) {
      const isNegative =
        ts.isPrefixUnaryExpression(node.parent) &&
        node.parent.operator === ts.SyntaxKind.MinusToken;
      values.add(isNegative ? -Number(node.text) : Number(node.text));
    } else if (ts.isIdentifier(node) && isMember(node)) values.add(node.text);
  });
  return values;
}

const isMember = ({ parent }: ts.Identifier): boolean =>
  ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent);

const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
