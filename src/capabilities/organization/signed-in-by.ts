import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { SignedInBy } from "./session-beginning.ts";
import { authSession } from "./tables.ts";

/** The provider that let a session in, with the sealed token by which it is ended there. */
export interface LetInBy {
  providerKey: string;
  sealedIdToken: string;
}

/** Writes down how a new session began. */
export async function markSession(
  q: Queryable,
  token: string,
  signedInBy: SignedInBy,
  letInBy: LetInBy | null = null,
): Promise<void> {
  await q
    .update(authSession)
    .set({ signedInBy, ...letInBy })
    .where(eq(authSession.token, token));
}

/** How the session of a token began. */
export async function signedInByOf(q: Queryable, token: string): Promise<SignedInBy> {
  const [found] = await q
    .select({ signedInBy: authSession.signedInBy })
    .from(authSession)
    .where(eq(authSession.token, token));
  return found?.signedInBy ?? "password";
}
