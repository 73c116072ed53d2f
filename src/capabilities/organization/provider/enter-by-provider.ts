import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { z } from "zod";

/** Path under which the keeper begins a session for who came from a provider; only our own routes ask it. */
export const ENTER_PATH = "/enter-by-provider";

/**
 * Teaches the keeper to let in whom a provider vouched for: a session, or, where `codeAsked` and the account has a
 * second factor, the same step between as after a password.
 */
export const enterByProvider = (stepSeconds: number) => ({
  id: "enter-by-provider",
  endpoints: {
    enterByProvider: createAuthEndpoint(
      ENTER_PATH,
      { method: "POST", body: z.object({ userId: z.string(), codeAsked: z.boolean() }) },
      async (ctx) => {
        const { internalAdapter, secret } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (!user) return ctx.json({ ok: false }, { status: 404 });
        if (ctx.body.codeAsked && (user as { twoFactorEnabled?: boolean }).twoFactorEnabled) {
          const cookie = ctx.context.createAuthCookie("two_factor", { maxAge: stepSeconds });
          const identifier = `2fa-${generateRandomString(20)}`;
          const expiresAt = new Date(Date.now() + stepSeconds * 1000);
          await internalAdapter.createVerificationValue({ value: user.id, identifier, expiresAt });
          await internalAdapter.createVerificationValue({
            value: "0",
            identifier: `2fa-attempts-${identifier}`,
            expiresAt,
          });
          await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
          return ctx.json({ ok: true, step: identifier });
        }
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ ok: true });
      },
    ),
  },
});
