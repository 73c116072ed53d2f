import { eq } from "drizzle-orm";
import type { Hono } from "hono";
import { z } from "zod";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerOf } from "./actor-of.ts";
import { bodyOf, type Keeper } from "./keeper.ts";
import { proofRefused } from "./own-proof.ts";
import { isCurrentCode } from "./second-factor.ts";
import { sessionToken } from "./session-cookie.ts";
import { wrongProof } from "./sign-in-sentences.ts";
import { authSession } from "./tables.ts";

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
    const refused = await proofRefused(
      { database, config, keeper },
      c,
      actor,
      async (userId) =>
        (await keeper.passwordIs(c, input.proof)) ||
        (await isCurrentCode(database, keeper, c, userId, input.proof)),
      wrongProof,
    );
    if (refused) return refused;
    await database
      .update(authSession)
      .set({ confirmedAt: new Date() })
      .where(eq(authSession.token, sessionToken(c.req.raw.headers)!));
    return c.json({ ok: true });
  });
}
