import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { z } from "zod";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { callerOf } from "./actor-of.ts";
import { bodyOf, type Keeper } from "./keeper.ts";
import { countFailure, forgetFailure, lockOut } from "./lock-out.ts";
import { isCurrentCode } from "./second-factor.ts";
import { sessionToken } from "./session-cookie.ts";
import { lockedAccount, lockedAddress, wrongProof } from "./sign-in-sentences.ts";
import { authSession, person } from "./tables.ts";

/**
 * Mounts the proof that sensitive acts ask for: the password, or six digits of the second factor. Wrong ones count
 * together with those of signing in.
 */
export function confirmIdentityRoute(app: Hono, database: Database, config: Config, keeper: Keeper): void {
  app.post("/api/auth/confirm-identity", async (c) => {
    const actor = await callerOf(database, c.req.raw.headers);
    if (!actor) return c.json({ message: "Bạn cần đăng nhập." }, 401);
    const input = await bodyOf(c, z.object({ proof: z.string().max(200) }));
    if (!input) return c.json({ message: "Hãy nhập mật khẩu hoặc mã." }, 400);
    const [self] = await database
      .select({ email: person.email, userId: person.userId })
      .from(person)
      .where(eq(person.id, actor.personId));
    const address = callerAddress(c, config);
    const attempt = await countFailure(database, self!.email, address);
    const tries = await lockOut(database, self!.email, address, { own: 1 });
    if (tries.account > 0 || tries.address > 0) {
      await forgetFailure(database, attempt);
      return c.json(
        tries.account > 0 ? lockedAccount(tries.account) : lockedAddress("nhập sai", tries.address),
        429,
      );
    }
    const proved =
      (await keeper.passwordIs(c, input.proof)) ||
      (await isCurrentCode(database, keeper, c, self!.userId!, input.proof));
    if (!proved) return c.json(wrongProof(tries.left), 422);
    await forgetFailure(database, attempt);
    await database
      .update(authSession)
      .set({ confirmedAt: new Date() })
      .where(eq(authSession.token, sessionToken(c.req.raw.headers)!));
    return c.json({ ok: true });
  });
}
