import { Fields, type StubAnswer, type StubCall } from "../stub-call.ts";
import { type Stub, type StubOptions, startStub } from "../stub-server.ts";
import { fetchStatus, initPhotos, initVideo, levelsOf, putChunk } from "./publish.ts";
import { ALL_SCOPES, type TiktokSeed, tiktokSeed } from "./tiktok-seed.ts";
import { done, type Grant, TiktokError, TiktokState } from "./tiktok-state.ts";

/** TikTok's Content Posting and Display API after its contract (November 2026), on a port of this machine. */
export interface TiktokStub extends Stub<TiktokSeed> {
  state: TiktokState;
}

const DAY = 86_400;
const flat = (error: string, error_description: string): StubAnswer => ({
  status: 400,
  body: { error, error_description, log_id: "20261129" },
});

function consentPage(state: TiktokState, fields: Fields): StubAnswer {
  const client = state.clients.find(({ key }) => key === fields.text("client_key"));
  const back = fields.text("redirect_uri");
  if (!client || back !== client.redirectUri) return flat("invalid_request", "Unknown client or redirect");
  const code = `ma-${state.nextId()}`;
  state.codes.set(code, { clientKey: client.key, openId: state.accounts[0]!.openId, redirectUri: back });
  const to = new URL(back);
  to.searchParams.set("code", code);
  to.searchParams.set("scopes", fields.text("scope") ?? "");
  if (fields.text("state")) to.searchParams.set("state", fields.text("state")!);
  return { status: 302, headers: { location: to.href } };
}

function pairOf(state: TiktokState, grant: Grant): StubAnswer {
  const now = state.clock.now();
  Object.assign(grant, { accessToken: `act.${state.nextId()}`, until: now + DAY * 1000 });
  return {
    body: {
      access_token: grant.accessToken,
      expires_in: DAY,
      open_id: grant.openId,
      refresh_expires_in: Math.floor((grant.refreshUntil - now) / 1000),
      refresh_token: grant.refreshToken,
      scope: grant.scopes.join(","),
      token_type: "Bearer",
    },
  };
}

function newGrant(state: TiktokState, clientKey: string, openId: string): StubAnswer {
  const grant: Grant = {
    ...{ clientKey, openId, scopes: ALL_SCOPES, accessToken: "", until: 0 },
    refreshToken: `rft.${state.nextId()}`,
    refreshUntil: state.clock.now() + 365 * DAY * 1000,
    ...{ refreshes: 0, revoked: false },
  };
  state.grants.push(grant);
  return pairOf(state, grant);
}

/** `/new-keys`, ours: the first account agrees anew, for whoever tries by hand what a lost right does. */
const newKeys = (state: TiktokState): StubAnswer =>
  newGrant(state, state.clients[0]!.key, state.accounts[0]!.openId);

/** `/v2/oauth/token/`: on every second refresh the refresh token is another one, and the old one is dead. */
function token(state: TiktokState, fields: Fields): StubAnswer {
  const client = state.clients.find(({ key }) => key === fields.text("client_key"));
  if (!client || client.secret !== fields.text("client_secret"))
    return flat("invalid_client", "Client key or secret is incorrect.");
  const now = state.clock.now();
  if (fields.text("grant_type") === "authorization_code") {
    const code = fields.text("code") ?? "";
    const given = state.codes.get(code);
    state.codes.delete(code);
    if (!given || given.redirectUri !== fields.text("redirect_uri"))
      return flat("invalid_grant", "Authorization code is expired.");
    return newGrant(state, client.key, given.openId);
  }
  const grant = state.grants.find((one) => one.refreshToken === fields.text("refresh_token"));
  if (!grant || grant.revoked || grant.refreshUntil < now)
    return flat("invalid_grant", "Refresh token is invalid or expired.");
  grant.refreshes += 1;
  if (grant.refreshes % 2 === 0) grant.refreshToken = `rft.${state.nextId()}`;
  return pairOf(state, grant);
}

function revoke(state: TiktokState, fields: Fields): StubAnswer {
  const said = fields.text("token");
  for (const grant of state.grants)
    if (grant.accessToken === said || grant.refreshToken === said) grant.revoked = true;
  return { body: {} };
}

function creatorInfo(state: TiktokState, call: StubCall): StubAnswer {
  const grant = state.grantOf(call, "video.publish");
  state.count(grant, "creator");
  const { username, nickname } = state.accountOf(grant);
  return done({
    creator_username: username,
    creator_nickname: nickname,
    creator_avatar_url: "",
    privacy_level_options: levelsOf(state, grant),
    comment_disabled: false,
    duet_disabled: false,
    stitch_disabled: true,
    max_video_post_duration_sec: 600,
  });
}

/** The account's own public items, newest first. */
function videos(
  state: TiktokState,
  call: StubCall,
  given: Record<string, unknown>,
  byId: boolean,
): StubAnswer {
  const grant = state.grantOf(call, "video.list");
  const own = [...state.posts.values()].filter(
    (post) => post.openId === grant.openId && post.kind === "video" && state.isPublic(post),
  );
  const wanted = ((given.filters ?? {}) as { video_ids?: string[] }).video_ids ?? [];
  if (byId && wanted.length > 20) throw new TiktokError(400, "invalid_params");
  const most = Math.min(Number(given.max_count ?? 10), 20);
  const before = Number(given.cursor ?? Number.POSITIVE_INFINITY);
  const found = byId
    ? own.filter(({ postId }) => wanted.includes(postId))
    : own.toReversed().filter(({ createdAt }) => createdAt < before);
  const username = state.accountOf(grant).username;
  const shown = found.slice(0, byId ? 20 : most).map(({ postId, title, createdAt, figures }) => ({
    id: postId,
    create_time: Math.floor(createdAt / 1000),
    title,
    video_description: title,
    share_url: `https://www.tiktok.com/@${username}/video/${postId}`,
    view_count: figures.view,
    like_count: figures.like,
    comment_count: figures.comment,
    share_count: figures.share,
  }));
  const asked = (call.query.get("fields") ?? "id").split(",");
  const bare = shown.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => asked.includes(name))),
  );
  const last = found[shown.length - 1];
  return done({ videos: bare, cursor: last?.createdAt ?? 0, has_more: found.length > shown.length });
}

function userInfo(state: TiktokState, call: StubCall): StubAnswer {
  const grant = state.grantOf(call, "user.info.basic");
  const { openId, nickname, username } = state.accountOf(grant);
  return done({
    user: {
      open_id: openId,
      display_name: nickname,
      username,
      follower_count: 2300,
      likes_count: 0,
      video_count: 0,
    },
  });
}

async function route(state: TiktokState, call: StubCall): Promise<StubAnswer> {
  if (call.method === "PUT" && call.path === "/video/") return putChunk(state, call);
  const fields = await Fields.of(call);
  const given = fields.all();
  switch (`${call.method} ${call.path}`) {
    case "GET /v2/auth/authorize/":
      return consentPage(state, fields);
    case "GET /new-keys":
      return newKeys(state);
    case "POST /v2/oauth/token/":
      return token(state, fields);
    case "POST /v2/oauth/revoke/":
      return revoke(state, fields);
    case "POST /v2/post/publish/creator_info/query/":
      return creatorInfo(state, call);
    case "POST /v2/post/publish/video/init/":
      return initVideo(state, call, given, false);
    case "POST /v2/post/publish/inbox/video/init/":
      return initVideo(state, call, given, true);
    case "POST /v2/post/publish/content/init/":
      return initPhotos(state, call, given);
    case "POST /v2/post/publish/status/fetch/":
      return fetchStatus(state, call, given);
    case "GET /v2/user/info/":
      return userInfo(state, call);
    case "POST /v2/video/list/":
      return videos(state, call, given, false);
    case "POST /v2/video/query/":
      return videos(state, call, given, true);
    default:
      throw new TiktokError(404, "invalid_params", "Not found");
  }
}

export async function startTiktokStub(options: StubOptions<TiktokSeed> = {}): Promise<TiktokStub> {
  let state!: TiktokState;
  const stub = await startStub(tiktokSeed, options, ({ clock, origin }) => {
    state = new TiktokState(clock, origin);
    return {
      reset: (seed) => state.reset(seed),
      async answer(call) {
        try {
          return await route(state, call);
        } catch (error) {
          if (error instanceof TiktokError) return error.answer;
          throw error;
        }
      },
      objects: () => ({ posts: [...state.posts.values()] }),
      rateLimit: () => new TiktokError(429, "rate_limit_exceeded").answer,
      endToken(call, how) {
        const said = /^Bearer (\S+)$/.exec(call.headers.authorization ?? "")?.[1];
        const refresh = new URLSearchParams(call.body.toString()).get("refresh_token");
        const grant = state.grants.find((one) => one.accessToken === said || one.refreshToken === refresh);
        if (!grant) return;
        if (how === "revoked") grant.revoked = true;
        else grant.until = state.clock.now();
      },
    };
  });
  return Object.assign(stub, { state });
}
