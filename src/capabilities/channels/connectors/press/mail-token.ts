import type { OutgoingFetch } from "../connector.ts";
import { NotLetIn } from "../fresh-secret.ts";
import { readJson } from "../read-json.ts";

/** What a mail server that takes no password lets us in by (XOAUTH2): a token for an hour or so, and what renews it. */
export interface MailOauth {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  scope: string;
  /** Empty: there is none yet. */
  accessToken: string;
  until: string;
}

/** Renewed so long before it ends. */
const AHEAD_MS = 5 * 60_000;
/** How long a token holds where nobody says. */
const USUAL_SECONDS = 3600;

/** What was filled in or came with a renewal; null: the server is entered by password. */
export function mailOauth(given: Partial<Record<keyof MailOauth, unknown>>): MailOauth | null {
  const text = (name: keyof MailOauth) => (typeof given[name] === "string" ? given[name].trim() : "");
  if (text("tokenUrl") === "") return null;
  return {
    ...{ tokenUrl: text("tokenUrl"), clientId: text("clientId"), clientSecret: text("clientSecret") },
    ...{ refreshToken: text("refreshToken"), scope: text("scope") },
    ...{ accessToken: text("accessToken"), until: text("until") },
  };
}

export const isStale = ({ accessToken, until }: MailOauth, now: Date): boolean =>
  accessToken === "" || !(Date.parse(until) - now.getTime() > AHEAD_MS);

/** Gets another token; who renews commits what came before anybody uses it. @throws NotLetIn */
export async function renewToken(oauth: MailOauth, fetch: OutgoingFetch, now: Date): Promise<MailOauth> {
  const { tokenUrl, clientId, clientSecret, refreshToken, scope } = oauth;
  if (!/^https?:\/\//.test(tokenUrl))
    throw new NotLetIn({ outcome: "reauth", why: "Địa chỉ cấp mã truy cập (OAuth) chưa đúng." });
  const response = await fetch(tokenUrl, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      ...{ grant_type: "refresh_token", client_id: clientId, refresh_token: refreshToken },
      ...(clientSecret && { client_secret: clientSecret }),
      ...(scope && { scope }),
    }).toString(),
  });
  const answer = readJson(await response.text());
  const token = answer?.access_token;
  if (response.ok && typeof token === "string" && token !== "") {
    const seconds = Number(answer?.expires_in ?? USUAL_SECONDS) || USUAL_SECONDS;
    const next = answer?.refresh_token;
    return {
      ...oauth,
      accessToken: token,
      until: new Date(now.getTime() + seconds * 1000).toISOString(),
      ...(typeof next === "string" && next !== "" && { refreshToken: next }),
    };
  }
  const said = String(answer?.error ?? `HTTP ${response.status}`).slice(0, 60);
  // What is refused for good names itself; anything else may mend itself.
  if (/^(invalid_|unauthorized_|unsupported_|access_denied|interaction_required)/.test(said))
    throw new NotLetIn({
      outcome: "reauth",
      why: `Nơi cấp mã truy cập cho máy chủ thư không nhận mã làm mới nữa (mã ${said}).`,
    });
  throw new NotLetIn({
    outcome: "retry",
    why: `Nơi cấp mã truy cập cho máy chủ thư chưa trả lời được (mã ${said}).`,
    after: 300,
  });
}
