import { eq } from "drizzle-orm";
import type { Context } from "hono";
import type { Actor } from "#platform/auth/actor.ts";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import type { Keeper } from "./keeper.ts";
import { countFailure, forgetFailure, lockOut } from "./lock-out.ts";
import { recordFailedSignIn } from "./record-failed-sign-in.ts";
import { lockedAccount, lockedAddress, wrongPassword } from "./sign-in-sentences.ts";
import { person } from "./tables.ts";

/** What stands between who is signed in and an act on the own account. */
export interface Proving {
  database: Database;
  config: Config;
  keeper: Keeper;
}

/**
 * Asks who is signed in for a secret of the own account. Wrong ones count together with those of signing in. Gives the
 * refusal; null: it was right. `left`: tries until the lock.
 */
export async function proofRefused(
  { database, config }: Proving,
  c: Context,
  actor: Actor,
  proves: (userId: string) => Promise<boolean>,
  wrong: (left: number) => { message: string; advice: string },
): Promise<Response | null> {
  const [self] = await database
    .select({ id: person.id, agencyId: person.agencyId, email: person.email, userId: person.userId })
    .from(person)
    .where(eq(person.id, actor.personId));
  const { email, userId } = self!;
  const address = callerAddress(c, config);
  // Counted before the secret is looked at, so that guesses made at the same moment count as well.
  const attempt = await countFailure(database, email, address);
  const tries = await lockOut(database, email, address, { own: 1 });
  if (tries.account > 0 || tries.address > 0) {
    await forgetFailure(database, attempt);
    return c.json(
      tries.account > 0 ? lockedAccount(tries.account) : lockedAddress("nhập sai", tries.address),
      429,
    );
  }
  if (!(await proves(userId!))) {
    await recordFailedSignIn(database, self!, address, "proof");
    return c.json(wrong(tries.left), 422);
  }
  await forgetFailure(database, attempt);
  return null;
}

/** The same for the own password. */
export const passwordRefused = (
  proving: Proving,
  c: Context,
  actor: Actor,
  password: string,
): Promise<Response | null> =>
  proofRefused(proving, c, actor, () => proving.keeper.passwordIs(c, password), wrongPassword);
