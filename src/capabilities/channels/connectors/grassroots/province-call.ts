import type { AccountCall } from "../connector.ts";
import { freshSecret, NotLetIn } from "../fresh-secret.ts";
import { readJson } from "../read-json.ts";
import { type ProvinceSecret, provinceSecret } from "./province-secret.ts";

/** Tokens are renewed after so long, whatever they say of themselves. */
const RENEW_AFTER_MINUTES = 50;
const UPLOAD_SECONDS = 120;

/** An answer with a status; `data` null: it could not be read. */
export interface ProvinceAnswer {
  status: number;
  data: Record<string, unknown> | null;
  retryAfter: number | null;
}

async function signIn({ fetch, now }: AccountCall, secret: ProvinceSecret): Promise<ProvinceSecret> {
  const answer = await fetch(`${secret.host}/api/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: secret.user, password: secret.password }),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === "OutgoingRefused") throw error;
    return null;
  });
  const data = answer && readJson(await answer.text().catch(() => ""));
  if (answer?.ok && typeof data?.token === "string")
    return { ...secret, token: data.token, tokenAt: now().toISOString() };
  if (answer?.status === 401 || answer?.status === 403)
    throw new NotLetIn({
      outcome: "reauth",
      why: "Hệ thống của tỉnh không nhận tên đăng nhập, mật khẩu này nữa.",
    });
  throw new NotLetIn({
    outcome: "retry",
    why: "Chưa đăng nhập được vào hệ thống của tỉnh; hệ thống thử lại.",
    after: 60,
  });
}

const secretOf = (call: AccountCall, dead: string | null): Promise<ProvinceSecret> =>
  freshSecret(call, {
    read: provinceSecret,
    isOld: ({ token, tokenAt }) =>
      token === "" ||
      token === dead ||
      call.now().getTime() - Date.parse(tokenAt || "0") > RENEW_AFTER_MINUTES * 60_000,
    renew: (secret) => signIn(call, secret),
  });

export type Province = (
  path: string,
  form?: (secret: ProvinceSecret) => Promise<FormData>,
) => Promise<ProvinceAnswer>;

/** Calls of one account; a token that is refused is renewed once and the call made once more: it did nothing. @throws NotLetIn */
export function provinceOf(call: AccountCall): Province {
  return async (path, form) => {
    const ask = async (secret: ProvinceSecret): Promise<ProvinceAnswer> => {
      const packed = form && new Response(await form(secret));
      const answer = await call.fetch(`${secret.host}${path}`, {
        method: packed ? "POST" : "GET",
        headers: {
          authorization: `Bearer ${secret.token}`,
          ...(packed && { "content-type": packed.headers.get("content-type")! }),
        },
        ...(packed && { body: new Uint8Array(await packed.arrayBuffer()), seconds: UPLOAD_SECONDS }),
      });
      const after = Number(answer.headers.get("retry-after"));
      return {
        status: answer.status,
        data: readJson(await answer.text()),
        retryAfter: Number.isFinite(after) && after > 0 ? after : null,
      };
    };
    const first = await secretOf(call, null);
    const answer = await ask(first);
    return answer.status === 401 ? ask(await secretOf(call, first.token)) : answer;
  };
}
