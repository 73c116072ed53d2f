import { Fields, type StubAnswer, type StubCall } from "../stub-call.ts";
import { type Stub, type StubOptions, startStub } from "../stub-server.ts";
import { accessToken, accounts, debugToken, dialog, permissions } from "./consent.ts";
import { type FacebookSeed, facebookSeed } from "./facebook-seed.ts";
import { FacebookState } from "./facebook-state.ts";
import { GraphError, missingObject } from "./graph-error.ts";
import { pageInsights, postInsights, videoInsights } from "./insights.ts";
import { publishPhoto } from "./photos.ts";
import { askedFields, changePost, listPosts, postFields, publishPost, shown } from "./posts.ts";
import { asPage, endToken, needScope, tokenOf } from "./tokens.ts";
import {
  changeVideo,
  continueUpload,
  listVideos,
  publishReel,
  publishVideo,
  showVideo,
  startUpload,
  uploadReel,
} from "./videos.ts";

const HOUR = 3_600_000;

/** The Graph API of Facebook Pages after its contract (version 25, November 2026), on a port of this machine. */
export interface FacebookStub extends Stub<FacebookSeed> {
  state: FacebookState;
}

function usage(pageId: string, percent: number): Record<string, string> {
  const rounded = Math.min(Math.round(percent), 100);
  return {
    "X-Business-Use-Case-Usage": JSON.stringify({
      [pageId]: [
        {
          type: "pages",
          call_count: rounded,
          total_cputime: Math.round(rounded / 2),
          total_time: Math.round(rounded / 2),
          estimated_time_to_regain_access: percent >= 100 ? 60 : 0,
        },
      ],
    }),
    "X-App-Usage": JSON.stringify({ call_count: rounded, total_time: rounded, total_cputime: rounded }),
  };
}

const tooMany = (pageId: string) =>
  new GraphError(80001, "There have been too many calls to this Page account. Wait a bit and try again.", {
    headers: usage(pageId, 100),
  });

/** One object by its id: what it is decides what can be done with it. */
function answerObject(state: FacebookState, call: StubCall, fields: Fields, id: string): StubAnswer {
  const token = tokenOf(state, call, fields);
  const [post, video, photo] = [state.posts.get(id), state.videos.get(id), state.photos.get(id)];
  const page = state.page(id);
  if (page && call.method === "GET") {
    const all = { ...page, fan_count: page.likes, followers_count: page.likes };
    return { body: shown(all, askedFields(fields), ["name"]) };
  }
  const pageId = (post ?? video ?? photo)?.pageId;
  if (!pageId) throw missingObject(id);
  if (call.method === "DELETE") {
    asPage(token, pageId);
    for (const store of [state.posts, state.videos, state.photos]) store.delete(id);
    // With the video goes its post.
    if (video?.postId) state.posts.delete(video.postId);
    return { body: { success: true } };
  }
  if (call.method === "POST" && post) return changePost(state, call, fields, post);
  if (call.method === "POST" && video) return changeVideo(state, call, fields, video);
  if (call.method !== "GET") throw missingObject(id);
  needScope(token, "pages_read_engagement");
  if (video) return showVideo(state, call, fields, video);
  if (post) return { body: shown(postFields(post), askedFields(fields), ["message", "created_time"]) };
  return { body: { id } };
}

function answerEdge(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  id: string,
  edge: string,
): StubAnswer | Promise<StubAnswer> {
  const post = state.posts.get(id);
  const video = state.videos.get(id);
  switch (`${call.method} ${edge}`) {
    case "GET insights":
      if (post) return postInsights(state, call, fields, post);
      if (state.page(id)) return pageInsights(state, call, fields, id);
      throw missingObject(id);
    case "GET video_insights":
      if (video) return videoInsights(state, call, fields, video);
      throw missingObject(id);
    case "POST uploads":
      return startUpload(state, call, fields, id);
  }
  if (!state.page(id)) {
    tokenOf(state, call, fields);
    throw missingObject(id);
  }
  switch (`${call.method} ${edge}`) {
    case "POST feed":
      return publishPost(state, call, fields, id);
    case "POST photos":
      return publishPhoto(state, call, fields, id);
    case "POST videos":
      return publishVideo(state, call, fields, id);
    case "POST video_reels":
      return publishReel(state, call, fields, id);
    case "GET feed":
    case "GET published_posts":
      return listPosts(state, call, fields, id, "published");
    case "GET scheduled_posts":
      return listPosts(state, call, fields, id, "scheduled");
    case "GET videos":
      return listVideos(state, call, fields, id, false);
    case "GET video_reels":
      return listVideos(state, call, fields, id, true);
    default:
      throw missingObject(id);
  }
}

async function route(state: FacebookState, call: StubCall, fields: Fields): Promise<StubAnswer> {
  const path = call.path.replace(/^\/v\d+\.\d+(?=\/|$)/, "");
  const [first = "", second = "", third] = path.split("/").slice(1).map(decodeURIComponent);
  if (path === "/dialog/oauth") return dialog(state, fields);
  if (path === "/oauth/access_token") return accessToken(state, fields);
  if (path === "/debug_token") return debugToken(state, fields);
  if (first === "video-upload") return uploadReel(state, call, fields, third ?? "");
  if (path === "/me/permissions") return permissions(state, call, fields);
  if (path === "/me/accounts") return accounts(state, call, fields);
  if (first.startsWith("upload:")) return continueUpload(state, call, fields, first);
  if (call.method === "POST" && (path === "/" || path === "") && fields.flag("scrape", false)) {
    tokenOf(state, call, fields);
    return { body: { id: fields.text("id"), url: fields.text("id"), type: "article" } };
  }
  const token = first === "me" ? tokenOf(state, call, fields) : null;
  const id = token ? (token.pageId ?? token.userId) : first;
  if (second) return answerEdge(state, call, fields, id, second);
  if (token?.kind === "USER")
    return { body: { id, name: state.people.find((person) => person.id === id)?.name } };
  return answerObject(state, call, fields, id);
}

export async function startFacebookStub(options: StubOptions<FacebookSeed> = {}): Promise<FacebookStub> {
  let state!: FacebookState;
  const pageOf = () => state.pages[0]?.id ?? "0";
  const stub = await startStub(facebookSeed, options, ({ clock, origin }) => {
    state = new FacebookState(clock, origin);
    return {
      reset: (seed) => state.reset(seed),
      async answer(call) {
        state.settle();
        const now = clock.now();
        state.calls = state.calls.filter((at) => now - at < HOUR);
        state.calls.push(now);
        const percent = state.calls.length * state.settings.usagePerCall;
        try {
          if (percent >= 100) throw tooMany(pageOf());
          const answer = await route(state, call, await Fields.of(call));
          // The headers come once usage matters.
          if (percent < 10) return answer;
          return { ...answer, headers: { ...usage(pageOf(), percent), ...answer.headers } };
        } catch (error) {
          if (error instanceof GraphError) return error.answer;
          throw error;
        }
      },
      objects: () => {
        state.settle();
        return {
          posts: [...state.posts.values()],
          photos: [...state.photos.values()],
          videos: [...state.videos.values()],
        };
      },
      rateLimit: () => tooMany(pageOf()).answer,
      endToken: async (call, how) => endToken(state, call, await Fields.of(call), how),
    };
  });
  return Object.assign(stub, { state });
}
