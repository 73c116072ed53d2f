import { Fields, type StubAnswer, type StubCall } from "../stub-call.ts";
import { type Stub, type StubOptions, startStub } from "../stub-server.ts";
import { continueUpload, readParts, startUpload } from "./uploads.ts";
import { type Video, YoutubeError, type YoutubeSeed, YoutubeState, youtubeSeed } from "./youtube-state.ts";

/** YouTube's Data and Analytics API after its contract (November 2026), on a port of this machine. */
export interface YoutubeStub extends Stub<YoutubeSeed> {
  state: YoutubeState;
}

const REJECTED = [
  "claim",
  "copyright",
  "duplicate",
  "inappropriate",
  "legal",
  "length",
  "termsOfUse",
  "trademark",
];

const SECONDS = 3599;

/** A new grant; also `/new-keys`, ours: the channel agrees anew, for whoever tries by hand what a lost right does. */
function newKeys(state: YoutubeState): StubAnswer {
  const accessToken = `ya29.${state.newId()}`;
  const refreshToken = `1//${state.newId()}`;
  const until = state.clock.now() + SECONDS * 1000;
  state.grants.push({ accessToken, until, refreshToken, revoked: false });
  const told = { access_token: accessToken, expires_in: SECONDS, scope: "", token_type: "Bearer" };
  return { body: { ...told, refresh_token: refreshToken } };
}

function token(state: YoutubeState, fields: Fields): StubAnswer {
  const refused = {
    status: 400,
    body: { error: "invalid_grant", error_description: "Token has been expired or revoked." },
  };
  const { client } = state.seed;
  if (fields.text("client_id") !== client.id || fields.text("client_secret") !== client.secret)
    return { status: 401, body: { error: "invalid_client", error_description: "Unauthorized" } };
  if (fields.text("grant_type") === "authorization_code")
    return state.codes.delete(fields.text("code") ?? "") ? newKeys(state) : refused;
  const grant = state.grants.find((one) => one.refreshToken === fields.text("refresh_token"));
  if (!grant || grant.revoked) return refused;
  const accessToken = `ya29.${state.newId()}`;
  Object.assign(grant, { accessToken, until: state.clock.now() + SECONDS * 1000 });
  return { body: { access_token: accessToken, expires_in: SECONDS, scope: "", token_type: "Bearer" } };
}

function consentPage(state: YoutubeState, fields: Fields): StubAnswer {
  const back = fields.text("redirect_uri");
  if (fields.text("client_id") !== state.seed.client.id || back !== state.seed.client.redirectUri)
    return { status: 400, body: "redirect_uri_mismatch" };
  const code = `4/${state.newId()}`;
  state.codes.add(code);
  const to = new URL(back);
  to.searchParams.set("code", code);
  if (fields.text("state")) to.searchParams.set("state", fields.text("state")!);
  return { status: 302, headers: { location: to.href } };
}

/** `videos.list`: each look at its status brings processing nearer to its end. */
function listVideos(state: YoutubeState, fields: Fields): StubAnswer {
  state.spend(1);
  const parts = (fields.text("part") ?? "").split(",");
  const ids = (fields.text("id") ?? "").split(",").slice(0, 50);
  const items = ids.flatMap((id) => {
    const video = state.videos.get(id);
    if (!video) return [];
    const processing = video.pollsLeft > 0;
    if (processing && parts.includes("status")) video.pollsLeft -= 1;
    const rejected = video.failsWith !== null && REJECTED.includes(video.failsWith);
    const failed = video.failsWith !== null && !rejected;
    const uploadStatus = processing ? "uploaded" : rejected ? "rejected" : failed ? "failed" : "processed";
    const all: Record<string, unknown> = {
      snippet: { ...video.snippet, channelId: state.seed.channel.id },
      status: {
        ...video.status,
        uploadStatus,
        ...(!processing && rejected && { rejectionReason: video.failsWith }),
        ...(!processing && failed && { failureReason: video.failsWith || "conversion" }),
      },
      processingDetails: { processingStatus: processing ? "processing" : failed ? "failed" : "succeeded" },
      fileDetails: { fileName: video.fileName, fileSize: String(video.size) },
      statistics: video.statistics,
    };
    const asked = Object.entries(all).filter(([name]) => parts.includes(name));
    return [{ kind: "youtube#video", id, ...Object.fromEntries(asked) }];
  });
  return { body: { kind: "youtube#videoListResponse", items } };
}

function owned(state: YoutubeState, id: unknown): Video {
  const video = state.videos.get(String(id ?? ""));
  if (!video) throw new YoutubeError(404, "videoNotFound");
  return video;
}

/** `videos.update`: each named part is replaced whole; what is left out is gone. */
function updateVideo(state: YoutubeState, call: StubCall, fields: Fields): StubAnswer {
  state.spend(50);
  const given = fields.all() as Record<string, Record<string, unknown>>;
  const video = owned(state, given.id);
  const parts = (call.query.get("part") ?? "").split(",");
  const next = readParts(state, {
    ...(parts.includes("snippet") && { snippet: given.snippet ?? {} }),
    ...(parts.includes("status") && { status: given.status ?? {} }),
  });
  if (parts.includes("snippet")) video.snippet = next.snippet;
  if (parts.includes("status")) video.status = next.status;
  state.settle();
  return { body: { id: video.id, snippet: video.snippet, status: video.status } };
}

function uploadsList(state: YoutubeState, fields: Fields): StubAnswer {
  state.spend(1);
  const items = [...state.videos.values()]
    .toReversed()
    .slice(0, Number(fields.text("maxResults") ?? 5))
    .map(({ id, snippet }) => ({ snippet: { title: snippet.title }, contentDetails: { videoId: id } }));
  return { body: { kind: "youtube#playlistItemListResponse", items } };
}

function report(state: YoutubeState, fields: Fields): StubAnswer {
  const metrics = (fields.text("metrics") ?? "").split(",");
  const id = /video==([\w-]+)/.exec(fields.text("filters") ?? "")?.[1];
  const video = state.videos.get(id ?? "");
  const columnHeaders = [
    { name: "day", columnType: "DIMENSION", dataType: "STRING" },
    ...metrics.map((name) => ({ name, columnType: "METRIC", dataType: "INTEGER" })),
  ];
  const known: Record<string, string> = { views: "viewCount", likes: "likeCount", comments: "commentCount" };
  const views = Number(video?.statistics.viewCount ?? 0);
  const row = [
    fields.text("startDate"),
    ...metrics.map((name) => video?.analytics[name] ?? Number(video?.statistics[known[name] ?? ""] ?? 0)),
  ];
  return { body: { columnHeaders, ...(views > 0 && { rows: [row] }) } };
}

async function route(state: YoutubeState, call: StubCall, origin: string): Promise<StubAnswer> {
  if (call.path === "/upload/youtube/v3/videos")
    return call.method === "PUT" ? continueUpload(state, call) : startUpload(state, call, origin);
  if (call.path === "/upload/youtube/v3/thumbnails/set") {
    state.enter(call);
    state.spend(50);
    const video = owned(state, call.query.get("videoId"));
    if (call.body.length === 0 || call.body.length > 2_097_152) throw new YoutubeError(400, "invalidImage");
    video.hasThumbnail = true;
    return { body: { items: [{}] } };
  }
  if (call.path === "/upload/youtube/v3/captions") {
    state.enter(call);
    state.spend(400);
    const videoId = /"videoId"\s*:\s*"([\w-]+)"/.exec(call.body.toString())?.[1];
    const caption = { id: state.newId(), videoId: owned(state, videoId).id, bytes: call.body.length };
    state.captions.push(caption);
    return { body: { id: caption.id } };
  }
  const fields = await Fields.of(call);
  if (call.path === "/o/oauth2/v2/auth") return consentPage(state, fields);
  if (call.path === "/new-keys") return newKeys(state);
  if (call.path === "/token") return token(state, fields);
  state.enter(call);
  switch (`${call.method} ${call.path}`) {
    case "GET /youtube/v3/videos":
      return listVideos(state, fields);
    case "PUT /youtube/v3/videos":
      return updateVideo(state, call, fields);
    case "DELETE /youtube/v3/videos":
      state.spend(50);
      state.videos.delete(owned(state, fields.text("id")).id);
      return { status: 204 };
    case "GET /youtube/v3/channels": {
      state.spend(1);
      const { id, title } = state.seed.channel;
      const uploads = id.replace(/^UC/, "UU");
      return {
        body: { items: [{ id, snippet: { title }, contentDetails: { relatedPlaylists: { uploads } } }] },
      };
    }
    case "GET /youtube/v3/playlistItems":
      return uploadsList(state, fields);
    case "POST /youtube/v3/playlistItems":
      state.spend(50);
      return { body: { id: state.newId() } };
    case "GET /v2/reports":
      return report(state, fields);
    default:
      throw new YoutubeError(404, "notFound", "global");
  }
}

export async function startYoutubeStub(options: StubOptions<YoutubeSeed> = {}): Promise<YoutubeStub> {
  let state!: YoutubeState;
  const stub = await startStub(youtubeSeed, options, ({ clock, origin }) => {
    state = new YoutubeState(clock);
    return {
      reset: (seed) => state.reset(seed),
      async answer(call) {
        state.settle();
        try {
          return await route(state, call, origin());
        } catch (error) {
          if (error instanceof YoutubeError) return error.answer;
          throw error;
        }
      },
      objects: () => {
        state.settle();
        return { videos: [...state.videos.values()], captions: state.captions };
      },
      rateLimit: () => new YoutubeError(403, "rateLimitExceeded", "usageLimits").answer,
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
