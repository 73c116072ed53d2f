import { pathToFileURL } from "node:url";
import { type AnyContractRouter, minifyContractRouter } from "@orpc/contract";
import type { Plugin } from "vite";

const ROUTES = "?routes";

interface Minified {
  "~orpc": { route: Record<string, unknown> };
}

/** Of each procedure what a call is made of: method, path and how its input and output stand. */
function routesOf(minified: unknown): unknown {
  if (typeof minified !== "object" || minified === null) return minified;
  if (!("~orpc" in minified))
    return Object.fromEntries(Object.entries(minified).map(([name, part]) => [name, routesOf(part)]));
  const { method, path, inputStructure, outputStructure } = (minified as Minified)["~orpc"].route;
  return { "~orpc": { errorMap: {}, meta: {}, route: { method, path, inputStructure, outputStructure } } };
}

/**
 * What a browser needs of a contract is where each procedure stands; the schemas, and the library that reads them, are
 * for the server. In a build every `api.ts` gets of a contract only that; types and the development server have it whole.
 */
export function contractRoutes(): Plugin {
  return {
    name: "gandan:contract-routes",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!importer?.endsWith("/api.ts") || !/(^|\/)contract(\.ts)?$/u.test(source)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && `${found.id}${ROUTES}`;
    },
    async load(id) {
      if (!id.endsWith(`contract.ts${ROUTES}`)) return null;
      const file = id.slice(0, -ROUTES.length);
      const contracts: Record<string, unknown> = await import(pathToFileURL(file).href);
      return Object.entries(contracts)
        .filter(([name]) => name.endsWith("Contract"))
        .map(
          ([name, contract]) =>
            `export const ${name} = ${JSON.stringify(routesOf(minifyContractRouter(contract as AnyContractRouter)))};`,
        )
        .join("\n");
    },
  };
}
