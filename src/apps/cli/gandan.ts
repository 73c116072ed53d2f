import { createInterface } from "node:readline";
import { runGandan } from "./run-gandan.ts";

/** The question goes to the error stream, so that the other one holds the answer of the command alone. */
async function ask(question: string): Promise<string | null> {
  process.stderr.write(`${question}\n> `);
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  process.stderr.write("\n");
  return null;
}

// Whoever reads our output may have seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await runGandan(process.argv.slice(2), {
  env: process.env,
  ask,
  stdout: (text) => process.stdout.write(`${text}\n`),
  stderr: (text) => process.stderr.write(`${text}\n`),
});
