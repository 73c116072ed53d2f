/**
 * A cookie of the browser and what the keeper of accounts calls it, inside this process only. Over TLS its name begins
 * with __Host-, so that no other host and no unencrypted answer can plant it. Strict: a page elsewhere never makes the
 * browser send it along; the workspace's own calls still do.
 */
interface Named {
  plain: string;
  overTls: string;
  keeper: string;
}

const named = (name: string, keeper: string): Named => ({
  plain: `gandan.${name}`,
  overTls: `__Host-gandan.${name}`,
  keeper: `gandan.${keeper}`,
});

const cookies = {
  /** Who is signed in. */
  session: named("session", "session_token"),
  /** Whose password was right and whose second factor is still asked for. */
  step: named("step", "two_factor"),
  /** What a passkey has to sign. */
  challenge: named("challenge", "challenge"),
  /** Who left for a provider of sign-in, until they come back. */
  journey: named("journey", "journey"),
};

/** Which cookie is meant. */
export type CookieKind = keyof typeof cookies;

function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

/** The value as it stands in the cookie: token, dot, signature, percent-encoded; null when there is none. */
function rawValue(kind: CookieKind, headers: Headers): string | null {
  const header = headers.get("cookie") ?? "";
  const { plain, overTls } = cookies[kind];
  return cookieValue(header, overTls) ?? cookieValue(header, plain);
}

/** The Cookie header for the keeper; empty when the browser has none. */
export function cookieForKeeper(kind: CookieKind, headers: Headers): string {
  const value = rawValue(kind, headers);
  return value ? `${cookies[kind].keeper}=${value}` : "";
}

/** The token in a cookie's value; null when there is none. */
export function tokenOf(value: string): string | null {
  try {
    return decodeURIComponent(value).split(".")[0] || null;
  } catch {
    return null;
  }
}

/** The token in the browser's cookie; the row in the database is what counts. */
export const tokenIn = (kind: CookieKind, headers: Headers): string | null =>
  tokenOf(rawValue(kind, headers) ?? "");

export const sessionToken = (headers: Headers): string | null => tokenIn("session", headers);

/** The value that the keeper wants to set, out of its Set-Cookie lines. */
export const valueFromKeeper = (kind: CookieKind, answer: Response): string | null =>
  answer.headers
    .getSetCookie()
    .map((line) => cookieValue(line.split(";")[0] ?? "", cookies[kind].keeper))
    .find((value) => value) ?? null;

/** Who comes back from a provider comes from elsewhere: that one cookie has to come along. */
const line = (name: string, value: string, seconds: number) =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${name.endsWith(".journey") ? "Lax" : "Strict"}${name.startsWith("__Host-") ? "; Secure" : ""}`;

/** Set-Cookie lines that give the browser a cookie for so many seconds. */
export const keepCookie = (kind: CookieKind, value: string, seconds: number, overTls: boolean): string[] => [
  line(overTls ? cookies[kind].overTls : cookies[kind].plain, value, seconds),
];

/** Set-Cookie lines that take the cookie away, under either name. */
export const dropCookie = (kind: CookieKind, overTls: boolean): string[] => {
  const { plain, overTls: host } = cookies[kind];
  return overTls ? [line(host, "", 0), `${line(plain, "", 0)}; Secure`] : [line(plain, "", 0)];
};
