import type { AccountCall } from "../connector.ts";
import { freshSecret, NotLetIn } from "../fresh-secret.ts";
import { readJson } from "../read-json.ts";
import type { Trouble } from "./youtube-outcome.ts";
import { type YoutubeSecret, youtubeSecret } from "./youtube-secret.ts";

type Json = Record<string, unknown>;

/** `status` and `headers` tell what an upload needs; `body` null: it could not be read, or there was none. */
export interface Answer {
  ok: boolean;
  status: number;
  headers: Headers;
  body: Json | null;
  trouble: Trouble;
}

/** Renewed so long before a token ends. */
const EARLY_SECONDS = 120;
const REFRESH_SECONDS = 60;

/** A new access token; the refresh token stays, unless another one comes with it. */
async function newToken(call: AccountCall, current: YoutubeSecret): Promise<YoutubeSecret> {
  const form = new URLSearchParams({
    client_id: current.clientId,
    client_secret: current.clientSecret,
    grant_type: "refresh_token",
    refresh_token: current.refreshToken,
  });
  const answer = await call
    .fetch(`${current.oauthHost}/token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: form.toString(),
      seconds: REFRESH_SECONDS,
    })
    .then(async (response) => readJson(await response.text()))
    .catch(() => null);
  if (answer?.access_token)
    return {
      ...current,
      accessToken: String(answer.access_token),
      refreshToken: String(answer.refresh_token || current.refreshToken),
      until: new Date(call.now().getTime() + Number(answer.expires_in ?? 3600) * 1000).toISOString(),
    };
  const code = typeof answer?.error === "string" ? answer.error : null;
  if (code === null)
    throw new NotLetIn({
      outcome: "retry",
      why: "Google chưa cấp được mã truy cập mới; hệ thống thử lại.",
      after: 60,
    });
  throw new NotLetIn({ outcome: "reauth", why: `Google không nhận mã làm mới nữa (mã ${code}).` });
}

const secretOf = (call: AccountCall, dead: string | null): Promise<YoutubeSecret> =>
  freshSecret(call, {
    read: youtubeSecret,
    isOld: ({ accessToken, until }) =>
      accessToken === "" ||
      accessToken === dead ||
      (until !== "" && Date.parse(until) - call.now().getTime() < EARLY_SECONDS * 1000),
    renew: (current) => newToken(call, current),
  });

export interface YoutubeRequest {
  method?: "GET" | "POST" | "PUT";
  query?: Record<string, string>;
  json?: Json;
  headers?: Record<string, string>;
  /** Made anew for each attempt: a stream is read once. */
  body?: () => unknown;
  seconds?: number;
}

export type Youtube = (path: string, request?: YoutubeRequest) => Promise<Answer>;

async function ask(
  { fetch }: AccountCall,
  secret: YoutubeSecret,
  path: string,
  { method = "GET", query = {}, json, headers = {}, body, seconds }: YoutubeRequest,
): Promise<Answer> {
  const address = new URL(path.startsWith("http") ? path : `${secret.host}${path}`);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const sent = json ? JSON.stringify(json) : body?.();
  const response = await fetch(address.href, {
    method,
    headers: {
      authorization: `Bearer ${secret.accessToken}`,
      ...(json && { "content-type": "application/json; charset=UTF-8" }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
    ...(seconds !== undefined && { seconds }),
  });
  const answer = readJson(await response.text());
  const { errors, message } = (answer?.error ?? {}) as { errors?: { reason?: string }[]; message?: string };
  const reason = errors?.[0]?.reason ?? (answer?.error ? (message ?? null) : null);
  return {
    ok: response.ok,
    status: response.status,
    headers: response.headers,
    body: answer,
    trouble: { status: response.status, reason },
  };
}

/** Calls of one account. A token that is refused is renewed once and the call repeated once. @throws NotLetIn */
export function youtubeOf(call: AccountCall): { youtube: Youtube; secret: () => Promise<YoutubeSecret> } {
  const secret = () => secretOf(call, null);
  return {
    secret,
    youtube: async (path, request = {}) => {
      const first = await secret();
      const answer = await ask(call, first, path, request);
      if (answer.trouble.reason !== "authError") return answer;
      return ask(call, await secretOf(call, first.accessToken), path, request);
    },
  };
}
