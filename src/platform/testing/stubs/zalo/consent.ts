import { createHash } from "node:crypto";
import type { Fields, StubAnswer, StubCall } from "../stub-call.ts";
import { ConsentError } from "./zalo-error.ts";
import type { Grant, ZaloState } from "./zalo-state.ts";

const ACCESS_SECONDS = 90_000;
const DAY = 86_400_000;

/** The consent page; the first official account of the seed agrees at once. */
export function consentPage(state: ZaloState, fields: Fields): StubAnswer {
  const app = state.apps.find(({ id }) => id === fields.text("app_id"));
  if (!app?.active) throw new ConsentError(-14002, "Invalid app", "The application is not active");
  const back = fields.text("redirect_uri") ?? "";
  if (back !== app.callbackUrl)
    throw new ConsentError(-14003, "Invalid redirect uri", "Official Account Callback Url differs");
  const challenge = app.consoleChallenge ?? fields.text("code_challenge");
  const oa = state.oas[0];
  if (!challenge || !oa)
    throw new ConsentError(-14004, "Invalid code challenge", "code_challenge is required");
  const code = `ma-${state.nextId()}`;
  state.codes.set(code, { appId: app.id, oaId: oa.id, challenge, until: state.clock.now() + 600_000 });
  const to = new URL(back);
  to.searchParams.set("code", code);
  to.searchParams.set("oa_id", oa.id);
  const sent = fields.text("state");
  // The link of the console carries none.
  if (sent && app.consoleChallenge === null) to.searchParams.set("state", sent);
  return { status: 302, headers: { location: to.href } };
}

function newPair(state: ZaloState, grant: Grant): StubAnswer {
  const access = `AT${state.nextId()}`;
  const now = state.clock.now();
  grant.accessTokens.set(access, now + ACCESS_SECONDS * 1000);
  grant.refreshToken = `RT${state.nextId()}`;
  grant.refreshUntil = now + 90 * DAY;
  return {
    body: {
      access_token: access,
      refresh_token: grant.refreshToken,
      expires_in: String(ACCESS_SECONDS),
    },
  };
}

function newGrant(state: ZaloState, appId: string, oaId: string): StubAnswer {
  const grant: Grant = {
    ...{ appId, oaId, accessTokens: new Map(), refreshToken: "", refreshUntil: 0 },
    ...{ spent: new Set(), revoked: false },
  };
  state.grants.push(grant);
  return newPair(state, grant);
}

/** `/new-keys`, ours: the first official account agrees anew, for whoever tries by hand what a lost right does. */
export const newKeys = (state: ZaloState): StubAnswer => newGrant(state, state.apps[0]!.id, state.oas[0]!.id);

/** `POST /v4/oa/access_token`: a code for a pair, or a refresh token, once, for a new pair. */
export function accessToken(state: ZaloState, call: StubCall, fields: Fields): StubAnswer {
  const app = state.apps.find(({ id }) => id === fields.text("app_id"));
  if (!app) throw new ConsentError(-14002, "Invalid app", "app_id is unknown");
  if (call.headers.secret_key !== app.secret)
    throw new ConsentError(-14004, "Invalid secret key", "The header secret_key is missing or wrong");
  const now = state.clock.now();
  if (fields.text("grant_type") === "authorization_code") {
    const code = fields.text("code") ?? "";
    const given = state.codes.get(code);
    state.codes.delete(code);
    if (!given || given.appId !== app.id || given.until < now)
      throw new ConsentError(-14011, "Invalid authorization code", "The code was used or has expired");
    const proof = createHash("sha256")
      .update(fields.text("code_verifier") ?? "")
      .digest("base64url");
    if (proof !== given.challenge)
      throw new ConsentError(-14012, "Invalid code verifier", "code_verifier does not fit the challenge");
    return newGrant(state, app.id, given.oaId);
  }
  if (fields.text("grant_type") !== "refresh_token")
    throw new ConsentError(-14010, "Invalid grant type", "grant_type is unknown");
  const refresh = fields.text("refresh_token") ?? "";
  const invalid = new ConsentError(
    -14014,
    "Invalid refresh token",
    "The refresh token was used or has expired",
  );
  const grant = state.grants.find((one) => one.refreshToken === refresh || one.spent.has(refresh));
  if (!grant || grant.revoked || grant.appId !== app.id) throw invalid;
  if (grant.spent.has(refresh)) {
    if (state.settings.spentRefreshEndsGrant) grant.revoked = true;
    throw invalid;
  }
  if (grant.refreshUntil < now) throw invalid;
  grant.spent.add(refresh);
  return newPair(state, grant);
}

/** The grant whose access token a call carries, in the header of that name and nowhere else. */
export function grantOf(state: ZaloState, call: StubCall): { grant: Grant; until: number } | null {
  const token = [call.headers.access_token].flat()[0] ?? "";
  for (const grant of state.grants) {
    const until = grant.accessTokens.get(token);
    if (until !== undefined) return { grant, until };
  }
  return null;
}

export function endToken(state: ZaloState, call: StubCall, how: "expired" | "revoked"): void {
  const found = grantOf(state, call);
  const token = [call.headers.access_token].flat()[0];
  // Refreshing comes with the refresh token instead.
  const refresh = new URLSearchParams(call.body.toString()).get("refresh_token");
  const grant = found?.grant ?? state.grants.find((one) => one.refreshToken === refresh);
  if (!grant) return;
  if (how === "revoked") grant.revoked = true;
  else if (token && found) grant.accessTokens.set(token, state.clock.now());
  else grant.refreshUntil = state.clock.now() - 1;
}
