import { execFile } from "node:child_process";

/** How a process ended. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. It is not told that npm may have started these tests. */
export function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_/i.test(name),
  );
  const env = { ...Object.fromEntries(inherited), ...variables };
  const options = { cwd, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(command, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === "number") resolve({ code, stdout, stderr });
      else reject(error);
    });
  });
}

/** As `runCommand`, for a program that has to succeed; gives what it printed. */
export async function runSuccessfully(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { code, stdout, stderr } = await runCommand(command, args, cwd);
  if (code === 0) return stdout;
  const line = [command, ...args].join(" ");
  throw new Error(`exit ${code} of ${line}\n${stdout}${stderr}`);
}
