import { sql } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { z } from "zod";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress, publicOrigin } from "#platform/http/caller.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { accountHolder, holderOf, personAt } from "./account-holder.ts";
import { callerOf } from "./actor-of.ts";
import { confirmIdentityRoute } from "./confirm-identity.ts";
import { bodyOf, createKeeper } from "./keeper.ts";
import { askedFor, countFailure, forgetFailure, forgetFailures, lockedUntil, lockOut } from "./lock-out.ts";
import { forgetLinks } from "./make-account.ts";
import { passwordRefused } from "./own-proof.ts";
import { passkeyRoutes } from "./passkeys.ts";
import { newPasswordHindrance } from "./passwords/check-new-password.ts";
import { passwordAsked } from "./passwords/password-rule-queries.ts";
import { endAddressAt, letInAt, SIGNED_OUT_PATH, type ThereToo } from "./provider/end-at-provider.ts";
import { providerSignInRoutes } from "./provider/provider-routes.ts";
import { recordFailedSignIn } from "./record-failed-sign-in.ts";
import { recordSignIn } from "./record-sign-in.ts";
import { secondFactorRoutes } from "./second-factor.ts";
import { sessionToken } from "./session-cookie.ts";
import { lockedAccount, lockedAddress, resting, wrong, wrongPassword } from "./sign-in-sentences.ts";
import { signedInByOf } from "./signed-in-by.ts";

const credentials = z.object({ email: z.string().max(200), password: z.string().max(200) });
const sampleElsewhere = {
  message: "Tài khoản mẫu chỉ dùng được trên chính máy chủ, khi bật chế độ mẫu.",
};
const isLoopback = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address);

/** Sample accounts are for trying out on the machine itself, unless sample mode was switched on by hand. */
function sampleRefused(config: Config, c: Context): boolean {
  if (!config.sample) return true;
  if (config.sampleExplicit) return false;
  return !isLoopback(callerAddress(c, config)) || c.req.header("x-forwarded-for") !== undefined;
}

/** Mounts sign-in, sign-out, recovery and change of password under /api/auth; nothing else of the keeper is open. */
export function signInRoutes(app: Hono, database: Database, config: Config): void {
  const keeper = createKeeper(database, config);
  /** Takes the cookie; tells where the session was let in, and where it ends there too. */
  const leave = async (c: Context, there: ThereToo | null) => {
    keeper.take("session", c);
    if (!there) return c.json({ ok: true });
    const endAt = await endAddressAt(there, `${publicOrigin(c, config)}${SIGNED_OUT_PATH}`);
    return c.json({ ok: true, openThere: true, ...(endAt && { url: endAt }) });
  };

  app.post("/api/auth/sign-in", async (c) => {
    const input = await bodyOf(c, credentials);
    if (!input) return c.json({ message: "Hãy nhập thư điện tử và mật khẩu." }, 400);
    const email = input.email.trim().toLowerCase();
    const address = callerAddress(c, config);
    // Counted before the password is looked at, so that guesses made at the same moment count as well.
    const attempt = await countFailure(database, email, address);
    const tries = await lockOut(database, email, address, { own: 1 });
    if (tries.account > 0 || tries.address > 0) {
      await forgetFailure(database, attempt);
      return c.json(
        tries.account > 0 ? lockedAccount(tries.account) : lockedAddress("nhập sai", tries.address),
        429,
      );
    }
    const holder = await accountHolder(database, email);
    if (holder?.isSample && sampleRefused(config, c)) {
      await forgetFailure(database, attempt);
      return c.json(sampleElsewhere, 403);
    }
    const answer = await keeper.ask("/sign-in/email", c, { email, password: input.password });
    if (!answer.ok || !holder) {
      // At most as many as lead to the lock: what is refused while it lasts is not written down.
      if (holder) await recordFailedSignIn(database, holder, address);
      return c.json(wrong(tries.left), 401);
    }
    // Told to nobody but who knows the password.
    if (!holder.active) {
      await forgetFailure(database, attempt);
      return c.json(resting, 403);
    }
    if (keeper.give("step", c, answer)) {
      // Wrong codes of earlier tries still count; only this password was right.
      await forgetFailure(database, attempt);
      return c.json({ ok: true, secondStep: true });
    }
    await forgetFailures(database, email);
    await recordSignIn(database, holder, { address });
    keeper.give("session", c, answer);
    return c.json({ ok: true });
  });

  app.post("/api/auth/sign-out", async (c) => {
    const token = sessionToken(c.req.raw.headers);
    const actor = await callerOf(database, c.req.raw.headers);
    const there = token ? await letInAt(database, token) : null;
    if (token) await database.execute(sql`delete from auth_session where token = ${token}`);
    if (actor)
      await work(database, actor, ({ record }) =>
        record({ act: "sign-out", objectKind: "person", objectId: actor.personId }),
      );
    return leave(c, there);
  });

  app.post("/api/auth/sign-out-everywhere", async (c) => {
    const actor = await callerOf(database, c.req.raw.headers);
    if (!actor) return c.json({ message: "Bạn cần đăng nhập." }, 401);
    const there = await letInAt(database, sessionToken(c.req.raw.headers) ?? "");
    await work(database, actor, async ({ tx, record }) => {
      await tx.execute(
        sql`delete from auth_session where user_id = (select user_id from person where id = ${actor.personId})`,
      );
      await record({ act: "sign-out-everywhere", objectKind: "person", objectId: actor.personId });
    });
    return leave(c, there);
  });

  app.post("/api/auth/forgotten-password", async (c) => {
    const input = await bodyOf(c, z.object({ email: z.string().max(200) }));
    const email = input?.email.trim().toLowerCase() ?? "";
    const address = callerAddress(c, config);
    const asked = askedFor(email);
    const tries = await lockOut(database, asked, address);
    if (tries.address > 0) return c.json(lockedAddress("xin đường dẫn", tries.address), 429);
    if (tries.account === 0) {
      await countFailure(database, asked, address);
      const holder = await accountHolder(database, email);
      if (holder?.active && !holder.isSample) await keeper.ask("/request-password-reset", c, { email });
    }
    return c.json({
      message: config.smtpUrl
        ? "Nếu địa chỉ này có tài khoản, một thư hướng dẫn đã được gửi. Hãy kiểm tra hộp thư."
        : "Máy chủ chưa được nối với hệ thống thư. Hãy nhờ người quản trị tạo đường dẫn đặt lại mật khẩu cho bạn.",
    });
  });

  app.post("/api/auth/reset-password", async (c) => {
    const input = await bodyOf(c, z.object({ token: z.string().max(200), password: z.string().max(200) }));
    if (!input) return c.json({ message: "Hãy nhập mật khẩu mới." }, 400);
    const holder = await holderOf(database, `reset-password:${input.token}`);
    const why = await newPasswordHindrance(database, input.password, {
      agencyId: holder?.agencyId ?? null,
      userId: holder?.userId ?? null,
      owner: holder,
    });
    if (why) return c.json({ message: why }, 422);
    if (holder && !holder.active) return c.json(resting, 403);
    const answer = await keeper.ask("/reset-password", c, {
      token: input.token,
      newPassword: input.password,
    });
    if (!answer.ok || !holder) {
      return c.json(
        {
          message: "Đường dẫn này đã dùng hoặc đã hết hạn.",
          advice: "Mật khẩu chưa thay đổi. Hãy xin đường dẫn mới, hoặc nhờ người quản trị tạo cho bạn.",
        },
        410,
      );
    }
    const { userId } = holder;
    await work(database, systemActor(holder.agencyId, holder.name), async ({ tx, record }) => {
      await forgetLinks(tx, userId);
      const until = (await lockedUntil(tx, [holder.email])).get(holder.email);
      await forgetFailures(tx, holder.email);
      await record({
        act: "reset-password",
        objectKind: "person",
        objectId: holder.id,
        ...(until && { before: { lockedUntil: until }, after: { lockedUntil: null } }),
      });
    });
    return c.json({ ok: true });
  });

  app.post("/api/auth/change-password", async (c) => {
    const actor = await callerOf(database, c.req.raw.headers);
    if (!actor) return c.json({ message: "Bạn cần đăng nhập." }, 401);
    const input = await bodyOf(c, z.object({ current: z.string().max(200), password: z.string().max(200) }));
    if (!input) return c.json({ message: "Hãy nhập mật khẩu hiện tại và mật khẩu mới." }, 400);
    const self = (await personAt(database, actor.personId))!;
    // What was used before is told to nobody but who knows the present one.
    const asFarAsToldToAll = await newPasswordHindrance(database, input.password, {
      ...self,
      userId: null,
      owner: self,
    });
    if (asFarAsToldToAll) return c.json({ message: asFarAsToldToAll }, 422);
    const refused = await passwordRefused({ database, config, keeper }, c, actor, input.current);
    if (refused) return refused;
    const why = await newPasswordHindrance(database, input.password, { ...self, owner: self });
    if (why) return c.json({ message: why }, 422);
    const before = await signedInByOf(database, sessionToken(c.req.raw.headers)!);
    const answer = await keeper.ask("/change-password", c, {
      currentPassword: input.current,
      newPassword: input.password,
      revokeOtherSessions: true,
    });
    if (!answer.ok) return c.json(wrongPassword(0), 422);
    await keeper.giveSession(c, answer, before);
    await work(database, actor, ({ record }) =>
      record({ act: "change-password", objectKind: "person", objectId: actor.personId }),
    );
    return c.json({ ok: true });
  });

  app.post("/api/auth/password-rule", async (c) => {
    c.header("Cache-Control", "no-store");
    const input = await bodyOf(c, z.object({ token: z.string().max(200).optional() }));
    const holder = input?.token
      ? await holderOf(database, `reset-password:${input.token}`)
      : await personAt(database, (await callerOf(database, c.req.raw.headers))?.personId);
    return c.json(await passwordAsked(database, holder?.agencyId ?? null, holder));
  });

  const refuses = (c: Context, { isSample }: { isSample: boolean }) =>
    isSample && sampleRefused(config, c) ? sampleElsewhere : null;
  passkeyRoutes(app, database, config, keeper, refuses);
  providerSignInRoutes(app, database, config, keeper, refuses);
  confirmIdentityRoute(app, database, config, keeper);
  secondFactorRoutes(app, database, config, keeper);
}
