// Node strips types from .ts by itself; .tsx needs its JSX compiled as well. Used before a build: development,
// benchmarks and the first `gandan` of a fresh clone.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "rolldown/utils";

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const { code, errors } = transformSync(path, readFileSync(path, "utf8"), {
      jsx: { runtime: "automatic" },
    });
    if (errors.length > 0) throw new SyntaxError(errors.map((error) => error.message).join("\n"));
    return { format: "module", source: code, shortCircuit: true };
  },
});
