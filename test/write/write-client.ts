/** What the tests of crashes run: it writes one of the two clients into a folder. */
import { write } from "../../generator/7-write/index.ts";
import { about, clients } from "./client.ts";

const [folder = "", which] = process.argv.slice(2);
const files = which === "old" ? clients.old : clients.new;
await write(files, folder, about, { mode: "write" });
