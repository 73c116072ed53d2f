import type { Fields, StubAnswer, StubCall } from "../stub-call.ts";
import { ALL_SCOPES } from "./facebook-seed.ts";
import type { FacebookState, Token } from "./facebook-state.ts";
import { badParameter, GraphError } from "./graph-error.ts";
import { needScope, tokenOf } from "./tokens.ts";

const MINUTES = 60_000;

function issue(state: FacebookState, token: Omit<Token, "token" | "endedBy" | "scopes">): Token {
  const scopes = ALL_SCOPES.filter(
    (scope) => !state.people.find(({ id }) => id === token.userId)?.declined.includes(scope),
  );
  const made: Token = { ...token, token: `EAAB${state.nextId()}`, scopes, endedBy: null };
  state.tokens.set(made.token, made);
  return made;
}

/** The page on which a person agrees; here the first person of the seed agrees at once. */
export function dialog(state: FacebookState, fields: Fields): StubAnswer {
  const redirectUri = fields.text("redirect_uri");
  const appId = fields.text("client_id");
  if (!redirectUri || !state.apps.some(({ id }) => id === appId))
    throw badParameter("Invalid app or redirect");
  const back = new URL(redirectUri);
  const person = state.people[0];
  if (person) {
    const code = `AQ${state.nextId()}`;
    state.codes.set(code, {
      userId: person.id,
      redirectUri,
      appId: appId!,
      until: state.clock.now() + 10 * MINUTES,
    });
    back.searchParams.set("code", code);
  } else back.searchParams.set("error", "access_denied");
  const sent = fields.text("state");
  if (sent) back.searchParams.set("state", sent);
  return { status: 302, headers: { location: back.href } };
}

/** `GET /oauth/access_token`: a code, a short token or the app itself for a token. */
export function accessToken(state: FacebookState, fields: Fields): StubAnswer {
  const app = state.apps.find(({ id }) => id === fields.text("client_id"));
  if (!app || app.secret !== fields.text("client_secret"))
    throw new GraphError(101, "Error validating application. Cannot get application info.");
  const now = Math.floor(state.clock.now() / 1000);
  const answer = (token: string, seconds: number) => ({
    body: { access_token: token, token_type: "bearer", expires_in: seconds },
  });
  if (fields.text("grant_type") === "client_credentials")
    return { body: { access_token: `${app.id}|${app.secret}`, token_type: "bearer" } };
  if (fields.text("grant_type") === "fb_exchange_token") {
    const short = state.tokens.get(fields.text("fb_exchange_token") ?? "");
    if (!short || short.endedBy !== null || short.expiresAt <= now)
      throw new GraphError(190, "The exchanged token is not valid", { subcode: 463 });
    const days60 = 60 * 86_400;
    const { appId, userId } = short;
    return answer(
      issue(state, { kind: "USER", appId, userId, pageId: null, expiresAt: now + days60 }).token,
      days60,
    );
  }
  const code = fields.text("code") ?? "";
  const granted = state.codes.get(code);
  if (!granted || granted.redirectUri !== fields.text("redirect_uri") || granted.until < state.clock.now())
    throw new GraphError(100, "This authorization code has been used or has expired.", { subcode: 36009 });
  state.codes.delete(code);
  const { userId, appId } = granted;
  return answer(
    issue(state, { kind: "USER", appId, userId, pageId: null, expiresAt: now + 5400 }).token,
    5400,
  );
}

export function debugToken(state: FacebookState, fields: Fields): StubAnswer {
  const [appId, secret] = (fields.text("access_token") ?? "").split("|");
  if (!state.apps.some((app) => app.id === appId && app.secret === secret))
    throw new GraphError(100, "You must provide an app access token to inspect a token");
  const token = state.tokens.get(fields.text("input_token") ?? "");
  if (!token)
    return {
      body: { data: { is_valid: false, error: { code: 190, message: "Malformed token" }, scopes: [] } },
    };
  const expired = token.expiresAt !== 0 && token.expiresAt * 1000 <= state.clock.now();
  return {
    body: {
      data: {
        app_id: token.appId,
        type: token.kind,
        is_valid: token.endedBy === null && !expired,
        expires_at: token.expiresAt,
        data_access_expires_at: Math.floor(state.clock.now() / 1000) + 90 * 86_400,
        profile_id: token.pageId ?? undefined,
        scopes: token.scopes,
        user_id: token.userId,
        ...(token.endedBy !== null && {
          error: { code: 190, subcode: token.endedBy, message: "Error validating access token" },
        }),
      },
    },
  };
}

export function permissions(state: FacebookState, call: StubCall, fields: Fields): StubAnswer {
  const token = tokenOf(state, call, fields);
  const data = ALL_SCOPES.map((permission) => ({
    permission,
    status: token.scopes.includes(permission) ? "granted" : "declined",
  }));
  return { body: { data } };
}

/** The Pages of a person, each with its own token, in leaves of `limit`. */
export function accounts(state: FacebookState, call: StubCall, fields: Fields): StubAnswer {
  const token = tokenOf(state, call, fields);
  needScope(token, "pages_show_list");
  const person = state.people.find(({ id }) => id === token.userId);
  const held = state.pages.filter(({ id }) => !person?.pages.length || person.pages.includes(id));
  const limit = Number(fields.text("limit") ?? 25);
  const from = Number(fields.text("after") ?? 0);
  const data = held.slice(from, from + limit).map(({ id, name, username }) => {
    const known = [...state.tokens.values()].find(
      (one) =>
        one.kind === "PAGE" && one.pageId === id && one.userId === token.userId && one.endedBy === null,
    );
    const { appId, userId } = token;
    const own = known ?? issue(state, { kind: "PAGE", appId, userId, pageId: id, expiresAt: 0 });
    return { id, name, username, access_token: own.token, tasks: ["CREATE_CONTENT", "MODERATE", "ANALYZE"] };
  });
  const next = new URL(`${state.origin()}${call.path}`);
  next.searchParams.set("limit", String(limit));
  next.searchParams.set("after", String(from + limit));
  const more = from + limit < held.length;
  return { body: { data, paging: { ...(more && { next: next.href }) } } };
}
