import { eq, sql } from "drizzle-orm";
import type { Context, Hono } from "hono";
import { z } from "zod";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress, isOverTls, publicOrigin } from "#platform/http/caller.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { CALLER_HEADER, createAccounts, LONGEST_SESSION, RECOVERY_MINUTES } from "./accounts.ts";
import { actorOf } from "./actor-of.ts";
import {
  askedFor,
  countFailure,
  forgetFailure,
  forgetFailures,
  lockedUntil,
  lockOut,
  WINDOW_MINUTES,
} from "./lock-out.ts";
import { forgetLinks, passwordHindrance } from "./make-account.ts";
import { queueMail } from "./notify.ts";
import { recordFailedSignIn } from "./record-failed-sign-in.ts";
import {
  dropSession,
  KEEPER,
  keepSession,
  sessionToken,
  sessionValue,
  valueFromKeeper,
} from "./session-cookie.ts";
import { agency, authUser, authVerification, person } from "./tables.ts";

const credentials = z.object({ email: z.string().max(200), password: z.string().max(200) });
const resting = {
  message: "Tài khoản hoặc cơ quan này đang ngừng sử dụng.",
  advice: "Hãy nhờ người quản trị mở lại.",
};
/** What to do when a password was wrong; `left`: tries until the lock. The same for addresses without an account. */
const wrong = (left: number) => ({
  message: "Thư điện tử hoặc mật khẩu không đúng.",
  advice:
    left === 0
      ? `Đã sai quá số lần cho phép nên tạm khóa ${WINDOW_MINUTES} phút. Quên mật khẩu thì xin đường dẫn đặt lại; đặt lại xong là vào được ngay.`
      : left > 2
        ? "Xem lại phím Caps Lock và bộ gõ tiếng Việt: mật khẩu phân biệt chữ hoa, chữ thường."
        : `Còn ${left} lần thử trước khi tạm khóa ${WINDOW_MINUTES} phút. Quên mật khẩu thì xin đường dẫn đặt lại.`,
});
const lockedAccount = (minutes: number) => ({
  message: `Nhập sai mật khẩu nhiều lần nên tạm khóa; hãy thử lại sau ${minutes} phút.`,
  advice:
    "Không cần chờ nếu bạn đặt lại mật khẩu bằng đường dẫn, hoặc nhờ người quản trị gỡ tạm khóa ở mục Người dùng.",
});
const lockedAddress = (what: string, minutes: number) => ({
  message: `Từ mạng này đã có quá nhiều lần ${what}; hãy thử lại sau ${minutes} phút.`,
  advice: "Giới hạn này tính cho mọi người dùng chung đường mạng, không phải riêng tài khoản của bạn.",
});
const isLoopback = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address);

async function body<T>(c: Context, schema: z.ZodType<T>): Promise<T | null> {
  const parsed = schema.safeParse(await c.req.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}

async function accountHolder(database: Database, email: string) {
  const [found] = await database
    .select({
      person,
      isSample: agency.isSample,
      active: sql<boolean>`${person.active} and ${agency.active}`,
    })
    .from(person)
    .innerJoin(agency, eq(agency.id, person.agencyId))
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .where(eq(authUser.email, email));
  return found ?? null;
}

/** Whose one-time link this is; null when it is unknown. */
async function linkHolder(database: Database, token: string) {
  const [found] = await database
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      agencyId: person.agencyId,
      userId: person.userId,
      active: sql<boolean>`${person.active} and ${agency.active}`,
    })
    .from(authVerification)
    .innerJoin(person, eq(person.userId, authVerification.value))
    .innerJoin(agency, eq(agency.id, person.agencyId))
    .where(eq(authVerification.identifier, `reset-password:${token}`));
  return found ?? null;
}

/** Sample accounts are for trying out on the machine itself, unless sample mode was switched on by hand. */
function sampleRefused(config: Config, c: Context): boolean {
  if (!config.sample) return true;
  if (config.sampleExplicit) return false;
  return !isLoopback(callerAddress(c, config)) || c.req.header("x-forwarded-for") !== undefined;
}

/** Mounts sign-in, sign-out, recovery and change of password under /api/auth; nothing else of the keeper is open. */
export function signInRoutes(app: Hono, database: Database, config: Config): void {
  const accounts = createAccounts(database, config, async ({ email, name }, token) => {
    const link = `${config.baseUrl}/workspace/dat-lai-mat-khau?ma=${encodeURIComponent(token)}`;
    await queueMail(database, config, {
      recipient: email,
      subject: "Đặt lại mật khẩu Gần Dân",
      body: `Kính gửi ${name},\n\nĐể đặt lại mật khẩu, hãy mở địa chỉ sau trong ${RECOVERY_MINUTES} phút:\n${link}\n\nNếu không phải bạn yêu cầu, hãy bỏ qua thư này.\n`,
    });
  });
  const asKeeper = (path: string, c: Context, json: unknown) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set("content-type", "application/json");
    headers.delete("content-length");
    headers.set(CALLER_HEADER, callerAddress(c, config));
    const session = sessionValue(c.req.raw.headers);
    headers.set("cookie", session ? `${KEEPER}=${session}` : "");
    return accounts.handler(
      new Request(`${publicOrigin(c, config)}/api/auth${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(json),
      }),
    );
  };

  const cookies = (c: Context, lines: string[]) => {
    for (const line of lines) c.header("Set-Cookie", line, { append: true });
  };
  const enter = (c: Context, answer: Response) => {
    const value = valueFromKeeper(answer);
    if (value) cookies(c, keepSession(value, LONGEST_SESSION, isOverTls(c, config)));
  };
  const leave = (c: Context) => {
    cookies(c, dropSession(isOverTls(c, config)));
    return c.json({ ok: true });
  };

  app.post("/api/auth/sign-in", async (c) => {
    const input = await body(c, credentials);
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
      return c.json({ message: "Tài khoản mẫu chỉ dùng được trên chính máy chủ, khi bật chế độ mẫu." }, 403);
    }
    const answer = await asKeeper("/sign-in/email", c, { email, password: input.password });
    if (!answer.ok || !holder) {
      // At most as many as lead to the lock: what is refused while it lasts is not written down.
      if (holder) await recordFailedSignIn(database, holder.person, address);
      return c.json(wrong(tries.left), 401);
    }
    // Told to nobody but who knows the password.
    if (!holder.active) {
      await forgetFailure(database, attempt);
      return c.json(resting, 403);
    }
    await forgetFailures(database, email);
    const actor = { ...systemActor(holder.person.agencyId, holder.person.name), personId: holder.person.id };
    await work(database, actor, ({ record }) =>
      record({ act: "sign-in", objectKind: "person", objectId: holder.person.id, after: { address } }),
    );
    enter(c, answer);
    return c.json({ ok: true });
  });

  app.post("/api/auth/sign-out", async (c) => {
    const token = sessionToken(c.req.raw.headers);
    if (token) await database.execute(sql`delete from auth_session where token = ${token}`);
    return leave(c);
  });

  app.post("/api/auth/sign-out-everywhere", async (c) => {
    const actor = await actorOf(database, c.req.raw.headers);
    if (!actor) return c.json({ message: "Bạn cần đăng nhập." }, 401);
    await work(database, actor, async ({ tx, record }) => {
      await tx.execute(
        sql`delete from auth_session where user_id = (select user_id from person where id = ${actor.personId})`,
      );
      await record({ act: "sign-out-everywhere", objectKind: "person", objectId: actor.personId });
    });
    return leave(c);
  });

  app.post("/api/auth/forgotten-password", async (c) => {
    const input = await body(c, z.object({ email: z.string().max(200) }));
    const email = input?.email.trim().toLowerCase() ?? "";
    const address = callerAddress(c, config);
    const asked = askedFor(email);
    const tries = await lockOut(database, asked, address);
    if (tries.address > 0) return c.json(lockedAddress("xin đường dẫn", tries.address), 429);
    if (tries.account === 0) {
      await countFailure(database, asked, address);
      const holder = await accountHolder(database, email);
      if (holder?.active && !holder.isSample) await asKeeper("/request-password-reset", c, { email });
    }
    return c.json({
      message: config.smtpUrl
        ? "Nếu địa chỉ này có tài khoản, một thư hướng dẫn đã được gửi. Hãy kiểm tra hộp thư."
        : "Máy chủ chưa được nối với hệ thống thư. Hãy nhờ người quản trị tạo đường dẫn đặt lại mật khẩu cho bạn.",
    });
  });

  app.post("/api/auth/reset-password", async (c) => {
    const input = await body(c, z.object({ token: z.string().max(200), password: z.string().max(200) }));
    if (!input) return c.json({ message: "Hãy nhập mật khẩu mới." }, 400);
    const holder = await linkHolder(database, input.token);
    const why = passwordHindrance(input.password, holder?.email ?? "");
    if (why) return c.json({ message: why }, 422);
    if (holder && !holder.active) return c.json(resting, 403);
    const answer = await asKeeper("/reset-password", c, { token: input.token, newPassword: input.password });
    if (!answer.ok || !holder?.userId) {
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
    const actor = await actorOf(database, c.req.raw.headers);
    if (!actor) return c.json({ message: "Bạn cần đăng nhập." }, 401);
    const input = await body(c, z.object({ current: z.string().max(200), password: z.string().max(200) }));
    if (!input) return c.json({ message: "Hãy nhập mật khẩu hiện tại và mật khẩu mới." }, 400);
    const [self] = await database
      .select({ email: person.email })
      .from(person)
      .where(eq(person.id, actor.personId));
    const why = passwordHindrance(input.password, self?.email ?? "");
    if (why) return c.json({ message: why }, 422);
    const answer = await asKeeper("/change-password", c, {
      currentPassword: input.current,
      newPassword: input.password,
      revokeOtherSessions: true,
    });
    if (!answer.ok) return c.json({ message: "Mật khẩu hiện tại không đúng." }, 422);
    enter(c, answer);
    await work(database, actor, ({ record }) =>
      record({ act: "change-password", objectKind: "person", objectId: actor.personId }),
    );
    return c.json({ ok: true });
  });
}
