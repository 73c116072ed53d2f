import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { outgoingFetch } from "#platform/http/outgoing.ts";
import { startFacebookStub } from "#platform/testing/stubs/facebook/start-facebook-stub.ts";
import { startTiktokStub } from "#platform/testing/stubs/tiktok/start-tiktok-stub.ts";
import { startYoutubeStub } from "#platform/testing/stubs/youtube/start-youtube-stub.ts";
import { startZaloStub } from "#platform/testing/stubs/zalo/start-zalo-stub.ts";
import type { AccountCall, Connector } from "./connector.ts";
import { facebook } from "./facebook/facebook.ts";
import { countOf, countOfParts, type FiguresRead } from "./figures-call.ts";
import { tiktok } from "./tiktok/tiktok.ts";
import { youtube } from "./youtube/youtube.ts";
import { zalo } from "./zalo/zalo.ts";

let facebookStub: Awaited<ReturnType<typeof startFacebookStub>>;
let zaloStub: Awaited<ReturnType<typeof startZaloStub>>;
let tiktokStub: Awaited<ReturnType<typeof startTiktokStub>>;
let youtubeStub: Awaited<ReturnType<typeof startYoutubeStub>>;
beforeAll(async () => {
  tiktokStub = await startTiktokStub({ seed: {} });
  youtubeStub = await startYoutubeStub({ seed: {} });
  facebookStub = await startFacebookStub({ seed: { settings: { usagePerCall: 0 } } });
  zaloStub = await startZaloStub({ seed: {} });
});
afterAll(async () => {
  await facebookStub.close();
  await zaloStub.close();
  await tiktokStub.close();
  await youtubeStub.close();
});
beforeEach(() => {
  tiktokStub.reset();
  youtubeStub.reset();
  facebookStub.reset();
  zaloStub.reset();
});

const PAGE = { id: "102938475600001", token: "EAAB-trang-so-noi-vu" };
const SMALL = { id: "102938475600002", token: "EAAB-trang-xa-mau-mot" };
const call = (secret: object): AccountCall => {
  let saved: unknown = secret;
  const send = outgoingFetch(["127.0.0.1"]);
  return {
    credentials: {
      read: async () => saved,
      rotate: async (refresh) => {
        saved = await refresh(saved);
        return saved;
      },
    },
    fetch: (address, init = {}) => send(address, { ...init, seconds: 5 }),
    addressOf: async () => "127.0.0.1",
    now: () => new Date(),
  };
};
const read = (
  { figures }: Connector,
  secret: object,
  remoteIds: string[],
  skip: string[] = [],
  told: string[] = [],
): Promise<FiguresRead> =>
  figures!.read(
    call(secret),
    remoteIds.map((remoteId) => ({
      ...{ id: `ours ${remoteId}`, remoteId, placedAt: new Date() },
      ...{ handles: {}, wasTold: told.includes(remoteId) },
    })),
    new Set(skip),
  );
const numbers = ({ posts }: FiguresRead, remoteId: string) => {
  const post = posts.get(`ours ${remoteId}`);
  return post && "figures" in post
    ? Object.fromEntries(post.figures.map(({ metric, value }) => [metric, value]))
    : post;
};

const ofPage = (remoteIds: string[], skip: string[] = [], { id, token } = PAGE) =>
  read(facebook, { pageId: id, token, host: facebookStub.origin }, remoteIds, skip);
function posted(pageId = PAGE.id) {
  const post = facebookStub.state.addPost({ pageId, appId: "4100200300400501", message: "Bài" });
  Object.assign(post.figures, { views: 812, reach: 640, likes: 31, comments: 7, shares: 0 });
  return post;
}

test("facebook tells counts and insights; what it took away or does not let us see is missing, the rest is read", async () => {
  const { id } = posted();
  const whole = await ofPage([id]);
  expect(numbers(whole, id)).toEqual({ reactions: 31, comments: 7, shares: 0, views: 812, reach: 640 });
  expect(whole).toMatchObject({ missing: [], ended: null });
  facebookStub.state.settings.retiredMetrics = ["post_total_media_view_unique"];
  const fewer = await ofPage([id]);
  expect(numbers(fewer, id)).toEqual({ reactions: 31, comments: 7, shares: 0, views: 812 });
  expect(fewer.missing).toMatchObject([
    { name: "post_total_media_view_unique", metric: "reach", because: "gone" },
  ]);
  const asked = facebookStub.requests().length;
  await ofPage([id], ["post_total_media_view_unique"]);
  expect(facebookStub.requests().length - asked).toBe(2);
  facebookStub.state.tokens.get(PAGE.token)!.scopes = ["pages_read_engagement"];
  const blind = await ofPage([id]);
  expect(numbers(blind, id)).toEqual({ reactions: 31, comments: 7, shares: 0 });
  expect(blind.missing.map(({ metric, because }) => [metric, because])).toEqual([
    ["views", "permission"],
    ["reach", "permission"],
  ]);
  // Insights begin at a hundred likes: not told is not nothing.
  const small = posted(SMALL.id);
  expect(numbers(await ofPage([small.id], [], SMALL), small.id)).toEqual({
    reactions: 31,
    comments: 7,
    shares: 0,
  });
});

test("facebook: a post that is gone, a limit, a dead token and garbage are told apart", async () => {
  const { id } = posted();
  const gone = `${PAGE.id}_1`;
  const both = await ofPage([gone, id]);
  expect(numbers(both, gone)).toEqual({ gone: expect.stringContaining("không còn"), sure: true });
  // A page that does not answer either says nothing of its posts.
  facebookStub.queue({ match: { path: `${PAGE.id}$` }, times: 1, behaviour: "garble" });
  expect(numbers(await ofPage([gone]), gone)).toMatchObject({ sure: false });
  expect(numbers(both, id)).toMatchObject({ views: 812 });
  for (const behaviour of ["garble", "rate-limit"] as const) {
    facebookStub.queue({ match: { path: "insights" }, times: 1, behaviour });
    const stopped = await ofPage([id]);
    expect(stopped.ended?.outcome, behaviour).toBe("later");
    expect(stopped.posts.size, behaviour).toBe(0);
  }
  facebookStub.queue({ match: { path: id }, times: 1, behaviour: "revoke-token" });
  expect((await ofPage([id])).ended).toMatchObject({ outcome: "reauth" });
});

test("zalo tells views and shares from its list, leaf by leaf; what stands nowhere in it is gone", async () => {
  const secret = {
    appId: "3802111422000000001",
    secretKey: "khoa-bi-mat-mau",
    accessToken: "AT-so-noi-vu",
    refreshToken: "RT-so-noi-vu",
    host: zaloStub.origin,
    oauthHost: zaloStub.origin,
  };
  const { oaId } = zaloStub.state.grants[0]!;
  const article = (id: string, views: number) =>
    zaloStub.state.articles.set(id, {
      ...{ id, oaId, views, shares: 2, ready: true, type: "normal", status: "show" },
      ...{ title: id, author: "", avatar: null, cover: null, description: "", body: [], comment: "show" },
      ...{ trackingLink: "", createdAt: 0, updatedAt: 0 },
    } as never);
  article("a1", 340);
  for (let at = 0; at < 24; at++) article(`x${at}`, 1);
  const found = await read(zalo, secret, ["a1", "x3", "không có"]);
  expect(numbers(found, "a1")).toEqual({ views: 340, shares: 2 });
  expect(numbers(found, "x3")).toEqual({ views: 1, shares: 2 });
  expect(numbers(found, "không có")).toEqual({ gone: expect.stringContaining("không còn"), sure: true });
  const answering = (data: object) =>
    zaloStub.queue({
      ...{ match: { path: "getslice" }, times: 2, behaviour: "status" },
      params: { status: 200, body: { error: 0, message: "Success", data } },
    });
  answering({ medias: [], total: 0 });
  expect(numbers(await read(zalo, secret, ["a1"]), "a1")).toMatchObject({ sure: false });
  // Short of what it says it holds: the list was not read to its end.
  answering({ medias: [], total: 25 });
  expect(numbers(await read(zalo, secret, ["a1"]), "a1")).toBeUndefined();
  zaloStub.queue({ match: { path: "getslice" }, times: 1, behaviour: "rate-limit" });
  expect((await read(zalo, secret, ["a1"])).ended).toMatchObject({ outcome: "later" });
  zaloStub.queue({ match: { path: "getslice" }, times: 1, behaviour: "garble" });
  const garbled = await read(zalo, secret, ["a1"]);
  expect(garbled).toMatchObject({ ended: { outcome: "later" } });
  expect(garbled.posts.size).toBe(0);
});

test("tiktok tells four counts of public items by ids that no number holds; no scope, a limit, a dead token and garbage are told apart", async () => {
  const secret = () => ({
    clientKey: "awkhoamau",
    clientSecret: "bi-mat-tiktok",
    accessToken: "act.so-noi-vu",
    refreshToken: "rft.so-noi-vu",
    audited: "yes",
    host: tiktokStub.origin,
  });
  const [one, hidden] = ["7301234567890123457", "7301234567890123458"];
  for (const postId of [one, hidden])
    tiktokStub.state.posts.set(postId, {
      ...{ postId, publishId: `v_pub_file~${postId}`, openId: tiktokStub.state.grants[0]!.openId },
      ...{ kind: "video", status: "PUBLISH_COMPLETE", publicPollsLeft: 0, title: "", createdAt: 0 },
      privacy: postId === one ? "PUBLIC_TO_EVERYONE" : "SELF_ONLY",
      figures: { view: 5200, like: 310, comment: 12, share: 0 },
    } as never);
  const all = [one, hidden, "v_pub_file~đang duyệt"];
  const found = await read(tiktok, secret(), all);
  expect(numbers(found, one)).toEqual({ views: 5200, reactions: 310, comments: 12, shares: 0 });
  // Private, deleted or in moderation: unknown, not gone and not nothing.
  expect(found.posts.size).toBe(1);
  expect(found).toMatchObject({ missing: [], ended: null });
  // What it told of before was public, and is not any more; an empty answer says less.
  const gone = await read(tiktok, secret(), all, [], [hidden]);
  expect(numbers(gone, hidden)).toEqual({ gone: expect.stringContaining("không còn"), sure: true });
  expect(numbers(await read(tiktok, secret(), [hidden], [], [hidden]), hidden)).toMatchObject({
    sure: false,
  });
  expect(numbers(await read(tiktok, secret(), all, ["share_count"]), one)).not.toHaveProperty("shares");
  for (const [behaviour, after] of [
    ["garble", undefined],
    ["rate-limit", 60],
  ] as const) {
    tiktokStub.queue({ match: { path: "video/query" }, times: 1, behaviour });
    const { ended, posts } = await read(tiktok, secret(), all);
    expect([ended?.outcome, posts.size], behaviour).toEqual(["later", 0]);
    if (after) expect(ended).toMatchObject({ after });
  }
  tiktokStub.queue({ match: { path: "video/query" }, times: 1, behaviour: "expire-token" });
  expect(numbers(await read(tiktok, secret(), all), one)).toMatchObject({ views: 5200 });
  tiktokStub.state.grants[0]!.scopes = ["video.publish"];
  const blind = await read(
    tiktok,
    { ...secret(), accessToken: tiktokStub.state.grants[0]!.accessToken },
    all,
  );
  expect(blind.missing.map(({ because }) => because)).toEqual(Array.from({ length: 4 }, () => "permission"));
  expect(blind.ended).toBeNull();
  tiktokStub.state.grants[0]!.revoked = true;
  expect((await read(tiktok, secret(), all)).ended).toMatchObject({ outcome: "reauth" });
});

test("youtube tells statistics, and shares and watch time from its reports; what the owner hides is unknown, a video that is gone is told", async () => {
  const secret = {
    clientId: "mau.apps.example",
    clientSecret: "bi-mat-youtube",
    accessToken: "ya29.so-noi-vu",
    refreshToken: "1//so-noi-vu",
    audited: "yes",
    host: youtubeStub.origin,
    oauthHost: youtubeStub.origin,
  };
  const video = (id: string, statistics: Record<string, string>) =>
    youtubeStub.state.videos.set(id, {
      ...{ id, statistics, analytics: { shares: 4, estimatedMinutesWatched: 30 } },
      ...{ snippet: {}, status: { privacyStatus: "public" }, fileName: "", size: 1, createdAt: 0 },
      ...{ pollsLeft: 0, failsWith: null, hasThumbnail: false },
    });
  video("abcdefghijk", { viewCount: "1523", likeCount: "40", commentCount: "6" });
  video("bbcdefghijk", { viewCount: "0" });
  const all = ["abcdefghijk", "bbcdefghijk", "zzzzzzzzzzz"];
  const found = await read(youtube, secret, all);
  expect(numbers(found, all[0]!)).toEqual({
    ...{ views: 1523, reactions: 40, comments: 6, shares: 4 },
    "watch-seconds": 1800,
  });
  // Reports are days late: no row is unknown, not 0.
  expect(numbers(found, all[1]!)).toEqual({ views: 0 });
  expect(numbers(found, all[2]!)).toEqual({ gone: expect.stringContaining("không còn"), sure: true });
  youtubeStub.state.videos.get(all[1]!)!.failsWith = "copyright";
  expect(numbers(await read(youtube, secret, all), all[1]!)).toMatchObject({ sure: true });
  youtubeStub.state.videos.get(all[1]!)!.failsWith = null;
  expect(numbers(await read(youtube, secret, [all[2]!]), all[2]!)).toMatchObject({ sure: false });
  const refuse = (path: string, reason: string) =>
    youtubeStub.queue({
      ...{ match: { path }, times: 1, behaviour: "status" },
      params: { status: 403, body: { error: { code: 403, message: reason, errors: [{ reason }] } } },
    });
  refuse("/v2/reports", "insufficientPermissions");
  const fewer = await read(youtube, secret, all);
  expect(numbers(fewer, all[0]!)).toEqual({ views: 1523, reactions: 40, comments: 6 });
  expect(fewer.missing.map(({ metric, because }) => [metric, because])).toEqual([
    ["shares", "permission"],
    ["watch-seconds", "permission"],
  ]);
  refuse("/youtube/v3/videos", "quotaExceeded");
  const { ended, posts } = await read(youtube, secret, all);
  expect([ended?.outcome, posts.size]).toEqual(["later", 0]);
  youtubeStub.queue({ match: { path: "/v2/reports" }, times: 1, behaviour: "garble" });
  expect((await read(youtube, secret, all)).ended).toMatchObject({ outcome: "later" });
  youtubeStub.state.grants[0]!.revoked = true;
  expect((await read(youtube, secret, all)).ended).toMatchObject({ outcome: "reauth" });
});

test("an address tells the id of a post where the network writes it there, and of no other page", () => {
  const idOf = ({ figures }: Connector, address: string) => figures!.idOf!(address, "1029");
  expect(
    [
      "https://www.facebook.com/so-mau/posts/5501",
      "https://www.facebook.com/permalink.php?story_fbid=5502&id=1029",
      "https://www.facebook.com/so-mau/videos/5503/",
      "https://www.facebook.com/so-mau/posts/pfbid0AbC",
      "https://www.facebook.com/permalink.php?story_fbid=5502&id=7",
    ].map((address) => idOf(facebook, address)),
  ).toEqual(["1029_5501", "1029_5502", "5503", null, null]);
  expect(
    ["watch?app=x&v=abcDEF123_-", "shorts/abcDEF123_-", "@so-mau"].map((path) =>
      idOf(youtube, `https://www.youtube.com/${path}`),
    ),
  ).toEqual(["abcDEF123_-", "abcDEF123_-", null]);
  expect(
    ["@so-mau/video/7301234567890123457", "@so-mau"].map((path) =>
      idOf(tiktok, `https://www.tiktok.com/${path}`),
    ),
  ).toEqual(["7301234567890123457", null]);
});

test("a count is a whole number or its digits; anything else is unknown", () => {
  expect([12, "12", 0, "0"].map(countOf)).toEqual([12, 12, 0, 0]);
  expect([1.5, -1, "1.5", "", null, undefined, {}, "12 lượt", 2 ** 60].map(countOf)).toEqual(
    Array.from({ length: 9 }, () => null),
  );
  expect(countOfParts({ like: 3, love: "4" })).toBe(7);
  expect([{}, { like: "nhiều" }, [1]].map(countOfParts)).toEqual([null, null, null]);
});
