import type { AccountCall } from "../connector.ts";
import { freshSecret, NotLetIn } from "../fresh-secret.ts";
import { readJson } from "../read-json.ts";
import { TOKEN_DEAD, type Trouble } from "./zalo-outcome.ts";
import { type ZaloSecret, zaloSecret } from "./zalo-secret.ts";

type Json = Record<string, unknown>;
export type Answer = { ok: true; data: Json } | { ok: false; trouble: Trouble };

const HOUR = 3_600_000;
/** Tokens live for 25 hours. */
const REFRESH_AFTER_HOURS = 20;
const REFRESH_SECONDS = 60;

async function askForPair({ fetch }: AccountCall, secret: ZaloSecret): Promise<Json | null> {
  const form = new URLSearchParams({
    refresh_token: secret.refreshToken,
    app_id: secret.appId,
    grant_type: "refresh_token",
  });
  try {
    const answer = await fetch(`${secret.oauthHost}/v4/oa/access_token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", secret_key: secret.secretKey },
      body: form.toString(),
      seconds: REFRESH_SECONDS,
    });
    return readJson(await answer.text());
  } catch {
    return null;
  }
}

/** A new pair for an old one. Where the answer was lost, the old one is shown once more: it may not have rotated. */
async function newPair(call: AccountCall, current: ZaloSecret): Promise<ZaloSecret> {
  const answer = (await askForPair(call, current)) ?? (await askForPair(call, current));
  if (answer?.access_token && answer.refresh_token)
    return {
      ...current,
      accessToken: String(answer.access_token),
      refreshToken: String(answer.refresh_token),
      refreshedAt: call.now().toISOString(),
    };
  const code = Number(answer?.error);
  if (answer === null || code === -32)
    throw new NotLetIn({
      outcome: "retry",
      why: "Zalo chưa cấp được mã truy cập mới; hệ thống thử lại.",
      after: 60,
    });
  throw new NotLetIn({
    outcome: "reauth",
    why: `Zalo không nhận mã làm mới nữa (mã ${answer.error ?? "không rõ"}).`,
  });
}

/** The pair to call with, renewed where it is old or `dead`. */
const pairOf = (call: AccountCall, dead: string | null): Promise<ZaloSecret> =>
  freshSecret(call, {
    read: zaloSecret,
    isOld: ({ accessToken, refreshedAt }) =>
      accessToken === "" ||
      accessToken === dead ||
      (refreshedAt !== "" &&
        call.now().getTime() - new Date(refreshedAt).getTime() > REFRESH_AFTER_HOURS * HOUR),
    renew: (current) => newPair(call, current),
  });

interface ZaloRequest {
  method?: "GET" | "POST";
  query?: Record<string, string>;
  json?: Json;
  form?: FormData;
  headers?: Record<string, string>;
  seconds?: number;
}

export type Zalo = (path: string, request?: ZaloRequest) => Promise<Answer>;

async function ask(
  { fetch }: AccountCall,
  secret: ZaloSecret,
  path: string,
  { method = "GET", query = {}, json, form, headers = {}, seconds }: ZaloRequest,
): Promise<Answer> {
  const address = new URL(`${secret.host}${path}`);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const packed = form && new Response(form);
  const body = packed ? new Uint8Array(await packed.arrayBuffer()) : json && JSON.stringify(json);
  const response = await fetch(address.href, {
    method,
    headers: {
      access_token: secret.accessToken,
      ...(json && { "content-type": "application/json" }),
      ...(packed && { "content-type": packed.headers.get("content-type")! }),
      ...headers,
    },
    ...(body !== undefined && { body }),
    ...(seconds !== undefined && { seconds }),
  });
  const answer = readJson(await response.text());
  // Failures come with status 200: the number in the answer alone tells.
  if (!answer || typeof answer.error !== "number") return { ok: false, trouble: { code: null, message: "" } };
  if (answer.error !== 0)
    return { ok: false, trouble: { code: answer.error, message: String(answer.message ?? "") } };
  return { ok: true, data: (answer.data ?? {}) as Json };
}

/** Calls of one account. A token that is refused is renewed once and the call repeated once. @throws NotLetIn */
export function zaloOf(call: AccountCall): { zalo: Zalo; secret: () => Promise<ZaloSecret> } {
  const secret = () => pairOf(call, null);
  return {
    secret,
    zalo: async (path, request = {}) => {
      const first = await secret();
      const answer = await ask(call, first, path, request);
      if (answer.ok || !TOKEN_DEAD.has(answer.trouble.code ?? 0)) return answer;
      return ask(call, await pairOf(call, first.accessToken), path, request);
    },
  };
}
