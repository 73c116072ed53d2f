import { oc } from "@orpc/contract";
import { z } from "zod";
import { inputMessage } from "#platform/i18n/input-messages.ts";
import type { Right } from "./policy.ts";

// Every contract is made from this file, so no refusal is ever told in a validator's own language.
z.config({ customError: inputMessage });

/** Who may call a procedure: a right of a policy, any signed-in person, or anyone. */
export type MayCall = Right | "signed-in" | "public";

export interface ProcedureMeta {
  may?: MayCall;
  /** Open also to who has yet to set up a second factor, or to change a password that grew too old. */
  beforeSecondFactor?: boolean;
  /** Sensitive: asks who calls to prove oneself anew, unless that was done within the last minutes. */
  sensitive?: boolean;
}

/** What every verb of an object answers: `{ approve: { allowed, why } }`. */
export const maySchema = z.record(z.string(), z.object({ allowed: z.boolean(), why: z.string().nullable() }));

const base = oc.$meta<ProcedureMeta>({}).errors({
  UNAUTHORIZED: { status: 401, message: "Bạn cần đăng nhập." },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  CONFLICT: { status: 409, data: z.unknown() },
  UNPROCESSABLE: {
    status: 422,
    data: z.object({ issues: z.array(z.object({ field: z.string(), message: z.string() })) }),
  },
});

/**
 * Begins a procedure of a contract: its REST method and path (under /api), a Vietnamese summary for the
 * reference page, and who may call it. A procedure without `may` cannot be written.
 */
export const procedure = (definition: {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: `/${string}`;
  summary: string;
  may: MayCall;
  beforeSecondFactor?: boolean;
  sensitive?: boolean;
}) =>
  base
    .meta({
      may: definition.may,
      beforeSecondFactor: definition.beforeSecondFactor ?? false,
      sensitive: definition.sensitive ?? false,
    })
    .route({
      method: definition.method,
      path: definition.path,
      summary: definition.summary,
      inputStructure: "compact",
    });

/** A file that the browser keeps and never opens within the site, in a contract with `outputStructure: "detailed"`. */
export const fileOutput = z.object({ headers: z.record(z.string(), z.string()), body: z.file() });
