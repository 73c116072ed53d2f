import { readdirSync } from "node:fs";
import { join } from "node:path";

/** A benchmark file: bench/*.bench.ts. Figures are ratios to a yardstick named in the figure, where there is one. */
interface Bench {
  name: string;
  run: () => Promise<{ figures: Record<string, number | string> }>;
}

const folder = join(import.meta.dirname, "..", "bench");
const wanted = process.argv[2];
const results: Record<string, Record<string, number | string>> = {};
for (const file of readdirSync(folder).filter(
  (name) => name.endsWith(".bench.ts") && name.includes(wanted ?? ""),
)) {
  const { name, run } = (await import(join(folder, file))) as Bench;
  process.stderr.write(`${name}…\n`);
  const { figures } = await run();
  results[name] = figures;
  for (const [figure, value] of Object.entries(figures)) {
    process.stderr.write(
      `  ${figure.padEnd(60)} ${typeof value === "number" ? Number(value.toPrecision(4)) : value}\n`,
    );
  }
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
