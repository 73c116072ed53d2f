/**
 * The cookie of a session. Over TLS its name begins with __Host-, so that no other host and no unencrypted answer can
 * plant it. Strict: a page elsewhere never makes the browser send it along; the workspace's own calls still do.
 */
const PLAIN = "gandan.session";
const OVER_TLS = `__Host-${PLAIN}`;
/** What the keeper of accounts calls its cookie, inside this process only. */
export const KEEPER = "gandan.session_token";

function cookieValue(cookies: string, name: string): string | null {
  for (const part of cookies.split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

/** The value as it stands in the cookie: token, dot, signature, percent-encoded; null when there is none. */
export function sessionValue(headers: Headers): string | null {
  const cookies = headers.get("cookie") ?? "";
  return cookieValue(cookies, OVER_TLS) ?? cookieValue(cookies, PLAIN);
}

/** The token in the cookie; the row in the database is what counts. */
export function sessionToken(headers: Headers): string | null {
  try {
    return decodeURIComponent(sessionValue(headers) ?? "").split(".")[0] || null;
  } catch {
    return null;
  }
}

/** The value that the keeper wants to set, out of its Set-Cookie lines. */
export const valueFromKeeper = (answer: Response): string | null =>
  answer.headers
    .getSetCookie()
    .map((line) => cookieValue(line.split(";")[0] ?? "", KEEPER))
    .find((value) => value) ?? null;

const line = (name: string, value: string, seconds: number) =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${name === OVER_TLS ? "; Secure" : ""}`;

/** Set-Cookie lines that give the browser a session for so many seconds. */
export const keepSession = (value: string, seconds: number, overTls: boolean): string[] => [
  line(overTls ? OVER_TLS : PLAIN, value, seconds),
];

/** Set-Cookie lines that take the session away, under either name. */
export const dropSession = (overTls: boolean): string[] =>
  overTls ? [line(OVER_TLS, "", 0), `${line(PLAIN, "", 0)}; Secure`] : [line(PLAIN, "", 0)];
