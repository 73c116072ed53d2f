import { isAPIError } from "better-auth/api";
import type { Context } from "hono";
import type { z } from "zod";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress, isOverTls, publicOrigin } from "#platform/http/caller.ts";
import {
  CALLER_HEADER,
  CHALLENGE_SECONDS,
  createAccounts,
  LONGEST_SESSION,
  RECOVERY_MINUTES,
  STEP_SECONDS,
} from "./accounts.ts";
import { queueMail } from "./notify.ts";
import type { SignedInBy } from "./session-beginning.ts";
import {
  type CookieKind,
  cookieForKeeper,
  dropCookie,
  keepCookie,
  tokenOf,
  valueFromKeeper,
} from "./session-cookie.ts";
import { type LetInBy, markSession } from "./signed-in-by.ts";

/** The keeper of accounts as the routes under /api/auth call it; nothing else of it is open. */
export interface Keeper {
  /** Asks in the name of whom the cookie names. */
  ask: (path: string, c: Context, json: unknown, kinds?: CookieKind[]) => Promise<Response>;
  /** The same for what is only looked up. */
  get: (path: string, c: Context, kinds?: CookieKind[]) => Promise<Response>;
  /** Hands the browser a cookie that the keeper has set; false when it has set none. */
  give: (kind: CookieKind, c: Context, answer: Response) => boolean;
  /** Hands the browser a cookie of our own. */
  put: (kind: CookieKind, c: Context, value: string) => void;
  /** Hands the browser the session that the keeper has begun, and writes down how it began. */
  giveSession: (
    c: Context,
    answer: Response,
    signedInBy: SignedInBy,
    letInBy?: LetInBy | null,
  ) => Promise<void>;
  /** Recovery codes of an account that nobody has used yet. */
  recoveryCodesLeft: (userId: string) => Promise<number>;
  /** Whether this is the password of who is signed in. */
  passwordIs: (c: Context, password: string) => Promise<boolean>;
  /** Takes a cookie from the browser. */
  take: (kind: CookieKind, c: Context) => void;
}

/** How long the browser keeps each cookie, in seconds. */
const lasts: Record<CookieKind, number> = {
  session: LONGEST_SESSION,
  step: STEP_SECONDS,
  challenge: CHALLENGE_SECONDS,
  journey: STEP_SECONDS,
};

/** The input of a request; null when it cannot be used. */
export async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T | null> {
  const parsed = schema.safeParse(await c.req.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}

export function createKeeper(database: Database, config: Config): Keeper {
  const accounts = createAccounts(database, config, async ({ email, name }, token) => {
    const link = `${config.baseUrl}/workspace/dat-lai-mat-khau?ma=${encodeURIComponent(token)}`;
    await queueMail(database, config, {
      recipient: email,
      subject: "Đặt lại mật khẩu Gần Dân",
      body: `Kính gửi ${name},\n\nĐể đặt lại mật khẩu, hãy mở địa chỉ sau trong ${RECOVERY_MINUTES} phút:\n${link}\n\nNếu không phải bạn yêu cầu, hãy bỏ qua thư này.\n`,
    });
  });
  const set = (c: Context, lines: string[]) => {
    for (const line of lines) c.header("Set-Cookie", line, { append: true });
  };
  const send = (path: string, c: Context, kinds: CookieKind[], init: RequestInit) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set("content-type", "application/json");
    headers.delete("content-length");
    headers.set(CALLER_HEADER, callerAddress(c, config));
    const cookies = kinds.map((kind) => cookieForKeeper(kind, c.req.raw.headers)).filter(Boolean);
    headers.set("cookie", cookies.join("; "));
    return accounts.handler(new Request(`${publicOrigin(c, config)}/api/auth${path}`, { ...init, headers }));
  };
  const give: Keeper["give"] = (kind, c, answer) => {
    const value = valueFromKeeper(kind, answer);
    if (value) set(c, keepCookie(kind, value, lasts[kind], isOverTls(c, config)));
    return value !== null;
  };
  return {
    ask: (path, c, json, kinds = ["session"]) =>
      send(path, c, kinds, { method: "POST", body: JSON.stringify(json) }),
    get: (path, c, kinds = ["session"]) => send(path, c, kinds, { method: "GET" }),
    give,
    giveSession: async (c, answer, signedInBy, letInBy) => {
      const token = tokenOf(valueFromKeeper("session", answer) ?? "");
      if (token) await markSession(database, token, signedInBy, letInBy);
      give("session", c, answer);
    },
    recoveryCodesLeft: async (userId) =>
      (await accounts.api.viewBackupCodes({ body: { userId } })).backupCodes.length,
    passwordIs: async (c, password) => {
      const headers = new Headers({ cookie: cookieForKeeper("session", c.req.raw.headers) });
      try {
        return (await accounts.api.verifyPassword({ body: { password }, headers })).status;
      } catch (error) {
        if (isAPIError(error)) return false;
        throw error;
      }
    },
    put: (kind, c, value) => set(c, keepCookie(kind, value, lasts[kind], isOverTls(c, config))),
    take: (kind, c) => set(c, dropCookie(kind, isOverTls(c, config))),
  };
}
