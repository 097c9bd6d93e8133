/** Compiles one document in a process of its own, which says what it measured as JSON. */
import { compileDocument } from "./compile-document.ts";

const [path = "", operations, corpus = "", output = ""] = process.argv.slice(2);
const document = { path, operations: Number(operations) };
const row = await compileDocument(document, corpus, output);
process.stdout.write(JSON.stringify(row));
