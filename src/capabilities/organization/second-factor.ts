import { and, eq, sql } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { z } from "zod";
import { type Actor, hasRole } from "#platform/auth/actor.ts";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { work } from "#platform/work/work.ts";
import { holderOf } from "./account-holder.ts";
import { callerOf } from "./actor-of.ts";
import { bodyOf, type Keeper } from "./keeper.ts";
import { countFailure, forgetFailure, forgetFailures, lockOut } from "./lock-out.ts";
import { type Proving, passwordRefused } from "./own-proof.ts";
import { ofKeptStep, stepByProvider } from "./provider/step-by-provider.ts";
import { recordFailedSignIn } from "./record-failed-sign-in.ts";
import { recordSignIn } from "./record-sign-in.ts";
import { asPrinted } from "./recovery-codes.ts";
import { tokenIn } from "./session-cookie.ts";
import { signInRuleOf } from "./sign-in-rule.ts";
import {
  lockedAccount,
  lockedAddress,
  passkeyFirst,
  resting,
  stepOver,
  wrongCode,
} from "./sign-in-sentences.ts";
import { authSession, authTwoFactor, authVerification, person } from "./tables.ts";

const withPassword = z.object({ password: z.string().max(200) });
const withCode = z.object({ code: z.string().max(60) });
const noCode = { message: "Hãy nhập mã." };
/** Six digits of the application; everything else is taken for a recovery code. */
const digitsOf = (typed: string): string | null => /^\d{6}$/.exec(typed.replace(/\s/g, ""))?.[0] ?? null;

/** Marks the code of the application as used; false when it was used before. */
async function spend(database: Database, userId: string, code: string): Promise<boolean> {
  const { rowCount } = await database
    .update(authTwoFactor)
    .set({ usedCode: code })
    .where(and(eq(authTwoFactor.userId, userId), sql`${authTwoFactor.usedCode} is distinct from ${code}`));
  return rowCount === 1;
}

const isSpent = async (database: Database, userId: string, code: string) =>
  (await database.$count(
    authTwoFactor,
    and(eq(authTwoFactor.userId, userId), eq(authTwoFactor.usedCode, code)),
  )) > 0;

/** Whether this is the code that the signed-in person's application shows now; it is used up by that. */
export async function isCurrentCode(
  database: Database,
  keeper: Keeper,
  c: Context,
  userId: string,
  typed: string,
): Promise<boolean> {
  const code = digitsOf(typed);
  const [factor] = await database
    .select({ verified: authTwoFactor.verified })
    .from(authTwoFactor)
    .where(eq(authTwoFactor.userId, userId));
  if (!code || !factor?.verified) return false;
  return (await keeper.ask("/two-factor/verify-totp", c, { code })).ok && spend(database, userId, code);
}

/** Mounts the second step of signing in, and how one sets up, renews and removes one's second factor. */
export function secondFactorRoutes(app: Hono, database: Database, config: Config, keeper: Keeper): void {
  app.post("/api/auth/second-step", async (c) => {
    const input = await bodyOf(c, withCode);
    if (!input) return c.json(noCode, 400);
    const holder = await holderOf(database, tokenIn("step", c.req.raw.headers) ?? "");
    if (!holder) return c.json(stepOver, 410);
    const address = callerAddress(c, config);
    const attempt = await countFailure(database, holder.email, address);
    const tries = await lockOut(database, holder.email, address, { own: 1 });
    if (tries.account > 0 || tries.address > 0) {
      await forgetFailure(database, attempt);
      return c.json(
        tries.account > 0 ? lockedAccount(tries.account) : lockedAddress("nhập sai", tries.address),
        429,
      );
    }
    if (!holder.active) {
      await forgetFailure(database, attempt);
      return c.json(resting, 403);
    }
    const code = digitsOf(input.code);
    const refused = async () => {
      await recordFailedSignIn(database, holder, address, "code");
      return c.json(wrongCode(tries.left), 401);
    };
    if (code && (await isSpent(database, holder.userId, code))) return refused();
    const answer = code
      ? await keeper.ask("/two-factor/verify-totp", c, { code }, ["step"])
      : await keeper.ask("/two-factor/verify-backup-code", c, { code: asPrinted(input.code) }, ["step"]);
    if (!answer.ok) return refused();
    // Two that come with one code at the same moment: one of them is let in.
    if (code && !(await spend(database, holder.userId, code))) {
      const { token } = await answer.json();
      await database.delete(authSession).where(eq(authSession.token, token));
      return refused();
    }
    await forgetFailures(database, holder.email);
    await recordSignIn(database, holder, {
      address,
      secondFactor: code ? "ứng dụng xác thực" : "mã dự phòng",
    });
    const [fromProvider] = await database
      .delete(authVerification)
      .where(eq(authVerification.identifier, stepByProvider(tokenIn("step", c.req.raw.headers) ?? "")))
      .returning({ kept: authVerification.value });
    await keeper.giveSession(
      c,
      answer,
      fromProvider ? "provider-and-factor" : "password-and-code",
      fromProvider && ofKeptStep(fromProvider.kept),
    );
    keeper.take("step", c);
    return c.json({ ok: true });
  });

  const proving: Proving = { database, config, keeper };
  /** Acts of who is signed in; each is recorded without any key or code. */
  const own = (path: string, act: (c: Context, actor: Actor) => Promise<Response>): Hono =>
    app.post(`/api/auth/second-factor/${path}`, async (c) => {
      c.header("Cache-Control", "no-store");
      const actor = await callerOf(database, c.req.raw.headers);
      return actor ? act(c, actor) : c.json({ message: "Bạn cần đăng nhập." }, 401);
    });
  const record = (
    actor: Actor,
    act: "set-up-second-factor" | "renew-recovery-codes" | "remove-second-factor",
  ) =>
    work(database, actor, (current) =>
      current.record({ act, objectKind: "person", objectId: actor.personId }),
    );
  const ownFactor = async (actor: Actor) => {
    const [found] = await database
      .select({ userId: person.userId, verified: authTwoFactor.verified })
      .from(person)
      .leftJoin(authTwoFactor, eq(authTwoFactor.userId, person.userId))
      .where(eq(person.id, actor.personId));
    return { userId: found!.userId!, enabled: found!.verified === true };
  };

  own("state", async (c, actor) => {
    const { userId, enabled } = await ownFactor(actor);
    return c.json({ enabled, recoveryCodesLeft: enabled ? await keeper.recoveryCodesLeft(userId) : 0 });
  });

  own("begin", async (c, actor) => {
    const input = await bodyOf(c, withPassword);
    if (!input) return c.json({ message: "Hãy nhập mật khẩu." }, 400);
    if ((await ownFactor(actor)).enabled)
      return c.json(
        { message: "Xác thực hai lớp đã bật.", advice: "Muốn đổi điện thoại thì tắt rồi bật lại." },
        409,
      );
    if (actor.secondFactor?.overdue && actor.secondFactor.passkeys) return c.json(passkeyFirst, 409);
    const refused = await passwordRefused(proving, c, actor, input.password);
    if (refused) return refused;
    const answer = await keeper.ask("/two-factor/enable", c, { ...input, method: "totp" });
    const { totpURI: uri, backupCodes: recoveryCodes } = await answer.json();
    return c.json({ uri, key: new URL(uri).searchParams.get("secret"), recoveryCodes });
  });

  own("confirm", async (c, actor) => {
    const input = await bodyOf(c, withCode);
    const code = input && digitsOf(input.code);
    if (!code) return c.json({ message: "Mã gồm 6 chữ số.", advice: "Hãy xem lại trong ứng dụng." }, 422);
    const { userId, enabled } = await ownFactor(actor);
    if (enabled) return c.json({ ok: true });
    const answer = await keeper.ask("/two-factor/verify-totp", c, { code });
    if (!answer.ok)
      return c.json(
        {
          message: "Mã không đúng.",
          advice: "Hãy chờ mã mới rồi nhập lại; giờ trên điện thoại cần để tự động.",
        },
        422,
      );
    await spend(database, userId, code);
    await keeper.giveSession(c, answer, "password-and-code");
    await record(actor, "set-up-second-factor");
    return c.json({ ok: true });
  });

  own("recovery-codes", async (c, actor) => {
    const input = await bodyOf(c, withPassword);
    const refused = await passwordRefused(proving, c, actor, input?.password ?? "");
    if (refused) return refused;
    const answer = await keeper.ask("/two-factor/generate-backup-codes", c, input);
    if (!answer.ok) return c.json({ message: "Xác thực hai lớp đang tắt nên không có mã dự phòng." }, 409);
    const { backupCodes: recoveryCodes } = await answer.json();
    await record(actor, "renew-recovery-codes");
    return c.json({ recoveryCodes });
  });

  own("remove", async (c, actor) => {
    const input = await bodyOf(c, withPassword);
    const { secondFactorRoles } = await signInRuleOf(database, actor.agencyId);
    if (hasRole(actor, ...secondFactorRoles))
      return c.json(
        {
          message: "Cơ quan quy định vai trò của bạn phải dùng xác thực hai lớp nên không tắt được.",
          advice: "Đổi điện thoại thì nhờ người quản trị gỡ, rồi bật lại bằng điện thoại mới.",
        },
        409,
      );
    const refused = await passwordRefused(proving, c, actor, input?.password ?? "");
    if (refused) return refused;
    const answer = await keeper.ask("/two-factor/disable", c, input);
    if (!answer.ok) return c.json({ message: "Xác thực hai lớp đang tắt." }, 409);
    await keeper.giveSession(c, answer, "password");
    await record(actor, "remove-second-factor");
    return c.json({ ok: true });
  });
}
