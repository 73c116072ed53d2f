import type { AnyContractRouter } from "@orpc/contract";
import type { z } from "zod";
import type { Role } from "#platform/auth/actor.ts";
import type { MayCall, ProcedureMeta } from "#platform/auth/contract-base.ts";
import { contracts } from "../src/apps/contracts.ts";

export interface Procedure {
  /** "plan.getTask" */
  name: string;
  method: string;
  /** Under /api, with parameters in braces. */
  path: string;
  may: MayCall | undefined;
  input: z.ZodType | undefined;
}

interface Definition {
  meta: ProcedureMeta;
  route: { method?: string; path?: string };
  inputSchema?: z.ZodType;
}

function proceduresOf(router: AnyContractRouter, name: string[] = []): Procedure[] {
  if ("~orpc" in router) {
    const { meta, route, inputSchema } = (router as unknown as { "~orpc": Definition })["~orpc"];
    return [
      {
        name: name.join("."),
        method: route.method ?? "",
        path: route.path ?? "",
        may: meta.may,
        input: inputSchema,
      },
    ];
  }
  return Object.entries(router).flatMap(([key, inner]) =>
    proceduresOf(inner as AnyContractRouter, [...name, key]),
  );
}

/** Every procedure of the API; the one that empties the sample department comes last. */
export const procedures: Procedure[] = proceduresOf(contracts as unknown as AnyContractRouter).toSorted(
  (a, b) => Number(a.name.endsWith("removeSample")) - Number(b.name.endsWith("removeSample")),
);

/** Whether the right that the procedure names is given to the role; null: no account. */
export const mayCall = (may: MayCall | undefined, role: Role | null): boolean =>
  may === "public" ||
  (role !== null && (may === "signed-in" || (typeof may === "object" && may.roles.includes(role))));

/** What the gate says that a caller lacks, as it stands in its answer: "content.approve". */
export const rightOf = (may: MayCall | undefined): string | null =>
  typeof may === "object" ? `${may.noun}.${may.verb}` : null;
