import type { AccountCall } from "../connector.ts";
import { freshSecret, NotLetIn } from "../fresh-secret.ts";
import { readJson } from "../read-json.ts";
import { TOKEN_DEAD, type Trouble } from "./tiktok-outcome.ts";
import { type TiktokSecret, tiktokSecret } from "./tiktok-secret.ts";

type Json = Record<string, unknown>;
export type Answer = { ok: true; data: Json } | { ok: false; trouble: Trouble };

const HOUR = 3_600_000;
/** Tokens live for a day. */
const REFRESH_AFTER_HOURS = 20;
const REFRESH_SECONDS = 60;

async function askForTokens({ fetch }: AccountCall, secret: TiktokSecret): Promise<Json | null> {
  const form = new URLSearchParams({
    client_key: secret.clientKey,
    client_secret: secret.clientSecret,
    grant_type: "refresh_token",
    refresh_token: secret.refreshToken,
  });
  try {
    const answer = await fetch(`${secret.host}/v2/oauth/token/`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: form.toString(),
      seconds: REFRESH_SECONDS,
    });
    return readJson(await answer.text());
  } catch {
    return null;
  }
}

/** New tokens for the old ones. Where the answer was lost, the old one is shown once more: it may not have changed. */
async function newTokens(call: AccountCall, current: TiktokSecret): Promise<TiktokSecret> {
  const answer = (await askForTokens(call, current)) ?? (await askForTokens(call, current));
  const now = call.now().getTime();
  if (answer?.access_token) {
    const lasts = Number(answer.refresh_expires_in ?? 0);
    return {
      ...current,
      accessToken: String(answer.access_token),
      refreshToken: String(answer.refresh_token || current.refreshToken),
      refreshedAt: new Date(now).toISOString(),
      ...(lasts > 0 && { refreshUntil: new Date(now + lasts * 1000).toISOString() }),
    };
  }
  const code = typeof answer?.error === "string" ? answer.error : null;
  if (code === null)
    throw new NotLetIn({
      outcome: "retry",
      why: "TikTok chưa cấp được mã truy cập mới; hệ thống thử lại.",
      after: 60,
    });
  throw new NotLetIn({ outcome: "reauth", why: `TikTok không nhận mã làm mới nữa (mã ${code}).` });
}

const secretOf = (call: AccountCall, dead: string | null): Promise<TiktokSecret> =>
  freshSecret(call, {
    read: tiktokSecret,
    isOld: ({ accessToken, refreshedAt }) =>
      accessToken === "" ||
      accessToken === dead ||
      (refreshedAt !== "" &&
        call.now().getTime() - new Date(refreshedAt).getTime() > REFRESH_AFTER_HOURS * HOUR),
    renew: (current) => newTokens(call, current),
  });

export type Tiktok = (path: string, json?: Json) => Promise<Answer>;

async function ask({ fetch }: AccountCall, secret: TiktokSecret, path: string, json: Json): Promise<Answer> {
  const response = await fetch(`${secret.host}${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${secret.accessToken}`,
      "content-type": "application/json; charset=UTF-8",
    },
    body: JSON.stringify(json),
  });
  const answer = readJson(await response.text());
  const error = (answer?.error ?? null) as Json | null;
  if (typeof error?.code !== "string") return { ok: false, trouble: { status: response.status, code: null } };
  if (error.code !== "ok") return { ok: false, trouble: { status: response.status, code: error.code } };
  return { ok: true, data: (answer?.data ?? {}) as Json };
}

/** Calls of one account. A token that is refused is renewed once and the call repeated once. @throws NotLetIn */
export function tiktokOf(call: AccountCall): { tiktok: Tiktok; secret: () => Promise<TiktokSecret> } {
  const secret = () => secretOf(call, null);
  return {
    secret,
    tiktok: async (path, json = {}) => {
      const first = await secret();
      const answer = await ask(call, first, path, json);
      if (answer.ok || answer.trouble.code !== TOKEN_DEAD) return answer;
      return ask(call, await secretOf(call, first.accessToken), path, json);
    },
  };
}
