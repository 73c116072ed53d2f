import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startMediaHost } from "../media-host.ts";
import { type FacebookStub, startFacebookStub } from "./start-facebook-stub.ts";

const PAGE = "102938475600001";
const APP = "4100200300400501";
const TOKEN = "EAAB-trang-so-noi-vu";
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

let stub: FacebookStub;
let media: Awaited<ReturnType<typeof startMediaHost>>;
beforeAll(async () => {
  media = await startMediaHost({ "/a.jpg": { type: "image/jpeg", bytes: JPEG } });
  stub = await startFacebookStub({
    seed: { settings: { usagePerCall: 0, mediaOrigins: { "https://anh.mau.example": media.origin } } },
  });
});
afterAll(() => Promise.all([stub.close(), media.close()]));
beforeEach(() => stub.reset());

interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a network answers is read as it comes.
  body: any;
}
async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const raw = body instanceof FormData || body instanceof Uint8Array || typeof body === "string";
  const answer = await fetch(`${stub.origin}/v25.0${path}`, {
    method,
    redirect: "manual",
    headers: {
      authorization: `Bearer ${TOKEN}`,
      ...(body !== undefined && !raw && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text.startsWith("{") ? JSON.parse(text) : text,
  };
}
const post = (path: string, body: unknown) => call("POST", path, body);
const errorOf = ({ status, body }: Answer) => [status, body.error.code, body.error.error_subcode];
const postsMade = () => (stub.objects() as { posts: { message: string }[] }).posts;

describe("posts", () => {
  test("come out, are found by their link, are corrected and deleted", async () => {
    const link = "https://mau.example/tin/1?utm_content=p1";
    const made = await post(`/${PAGE}/feed?fields=id,permalink_url`, { message: "Xin chào", link });
    const { id } = made.body;
    expect(made.body.permalink_url).toBe(`https://www.facebook.com/${PAGE}/posts/${id.split("_")[1]}`);
    expect(Number(id.split("_")[1])).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
    const since = Math.floor(stub.clock.now() / 1000) - 60;
    const fields = "id,message,created_time,attachments{unshimmed_url,media_type}";
    const listed = await call("GET", `/${PAGE}/published_posts?fields=${fields}&since=${since}&limit=50`);
    expect(listed.body.data).toMatchObject([
      { id, message: "Xin chào", attachments: { data: [{ unshimmed_url: link, media_type: "link" }] } },
    ]);
    expect((await post(`/${id}`, { message: "Xin chào bà con" })).body).toEqual({ success: true });
    expect((await call("GET", `/${id}?fields=message,shares,comments.summary(true).limit(0)`)).body).toEqual({
      id,
      message: "Xin chào bà con",
      comments: { data: [], summary: { total_count: 0 } },
    });
    expect((await call("DELETE", `/${id}`)).body).toEqual({ success: true });
    expect(errorOf(await call("DELETE", `/${id}`))).toEqual([400, 100, 33]);
  });

  test("also come out from forms and without a version, where the token is a field", async () => {
    const body = new URLSearchParams({ message: "Qua biểu mẫu", access_token: TOKEN });
    const answer = await fetch(`${stub.origin}/${PAGE}/feed`, { method: "POST", body });
    expect(((await answer.json()) as { id: string }).id).toMatch(`${PAGE}_`);
  });

  test("that say the same within a minute are stopped", async () => {
    expect((await post(`/${PAGE}/feed`, { message: "Một lần" })).status).toBe(200);
    expect(errorOf(await post(`/${PAGE}/feed`, { message: "Một lần" }))).toEqual([400, 506, undefined]);
    stub.clock.advance(61);
    expect((await post(`/${PAGE}/feed`, { message: "Một lần" })).status).toBe(200);
  });

  test("are refused with a wrong link, too long, or empty", async () => {
    const link = "https://www.facebook.com/x";
    expect(errorOf(await post(`/${PAGE}/feed`, { message: "a", link }))).toEqual([400, 100, 1609008]);
    expect(errorOf(await post(`/${PAGE}/feed`, { link: "tin/1" }))).toEqual([400, 100, 1609005]);
    expect(errorOf(await post(`/${PAGE}/feed`, { message: "a".repeat(63_207) }))[1]).toBe(100);
    expect(errorOf(await post(`/${PAGE}/feed`, {}))[1]).toBe(100);
    expect(postsMade()).toEqual([]);
  });

  test("are planned between 10 minutes and 30 days ahead, moved, and come out by the clock", async () => {
    const inSeconds = (seconds: number) => Math.floor(stub.clock.now() / 1000) + seconds;
    const plan = (seconds: number) =>
      post(`/${PAGE}/feed`, {
        message: `Hẹn ${seconds}`,
        published: false,
        scheduled_publish_time: inSeconds(seconds),
      });
    for (const seconds of [300, 31 * 86_400]) expect(errorOf(await plan(seconds))[1]).toBe(100);
    const { id } = (await plan(3600)).body;
    const planned = () => call("GET", `/${PAGE}/scheduled_posts?fields=id,message`);
    expect((await planned()).body.data).toEqual([{ id, message: "Hẹn 3600" }]);
    await post(`/${id}`, { scheduled_publish_time: inSeconds(7200) });
    stub.clock.advance(3601);
    expect((await planned()).body.data).toHaveLength(1);
    stub.clock.advance(3601);
    expect((await planned()).body.data).toEqual([]);
    expect((await call("GET", `/${PAGE}/published_posts`)).body.data).toHaveLength(1);
  });

  test("of a slow network are listed only after a while", async () => {
    stub.reset({ settings: { appearsAfterSeconds: 30 } });
    await post(`/${PAGE}/feed`, { message: "Chậm hiện" });
    expect((await call("GET", `/${PAGE}/published_posts`)).body.data).toEqual([]);
    stub.clock.advance(31);
    expect((await call("GET", `/${PAGE}/published_posts`)).body.data).toHaveLength(1);
  });
});

describe("photos", () => {
  const upload = (bytes: Uint8Array, more: Record<string, string> = {}) => {
    const form = new FormData();
    form.set("source", new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), "anh.jpg");
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    return call("POST", `/${PAGE}/photos`, form);
  };

  test("make a post by themselves, or several together, each used once", async () => {
    expect((await upload(JPEG, { message: "Một ảnh" })).body.post_id).toMatch(`${PAGE}_`);
    const ids = [];
    for (const _ of [1, 2]) ids.push((await upload(JPEG, { published: "false" })).body.id);
    const attached_media = ids.map((media_fbid) => ({ media_fbid }));
    const album = await post(`/${PAGE}/feed`, { message: "Bộ ảnh", attached_media });
    expect((await call("GET", `/${album.body.id}?fields=attachments{media_type}`)).body.attachments).toEqual({
      data: [{ media_type: "album" }],
    });
    expect(errorOf(await post(`/${PAGE}/feed`, { message: "Lại", attached_media }))).toEqual([
      400, 100, 1366051,
    ]);
  });

  test("are refused when too large or no pictures, and fetched only from outside", async () => {
    const large = Buffer.concat([JPEG, Buffer.alloc(4_000_000)]);
    expect(errorOf(await upload(large))).toEqual([400, 100, 1366046]);
    expect(errorOf(await upload(Buffer.from("<html>")))).toEqual([400, 100, 2069019]);
    const byUrl = (url: string) => post(`/${PAGE}/photos`, { url });
    expect((await byUrl("https://anh.mau.example/a.jpg")).status).toBe(200);
    expect(errorOf(await byUrl("https://anh.mau.example/b.jpg"))).toEqual([400, 100, 2069019]);
    expect(errorOf(await byUrl(`${media.origin}/a.jpg`))).toEqual([400, 100, 2069019]);
  });
});

describe("videos", () => {
  const bytes = Buffer.alloc(1000, 7);
  const uploaded = async (): Promise<string> => {
    const { id } = (await post(`/${APP}/uploads?file_length=1000&file_type=video/mp4`, {})).body;
    return (await call("POST", `/${id}`, bytes, { file_offset: "0" })).body.h;
  };
  const statusOf = async (id: string) => (await call("GET", `/${id}?fields=status,post_id`)).body;

  test("are uploaded, also after a break, processed, and stand on the Page once", async () => {
    const { id } = (await post(`/${APP}/uploads?file_length=1000&file_type=video/mp4`, {})).body;
    stub.queue({ match: { path: "upload:" }, behaviour: "commit-then-drop", params: { keepBytes: 400 } });
    await expect(call("POST", `/${id}`, bytes, { file_offset: "0" })).rejects.toThrow();
    expect((await call("GET", `/${id}`)).body).toEqual({ id, file_offset: 400 });
    expect(errorOf(await call("POST", `/${id}`, bytes, { file_offset: "0" }))).toEqual([400, 100, 1363033]);
    const { h } = (await call("POST", `/${id}`, bytes.subarray(400), { file_offset: "400" })).body;
    const video = await post(`/${PAGE}/videos`, { fbuploader_video_file_chunk: h, description: "Phim" });
    expect((await statusOf(video.body.id)).status.video_status).toBe("processing");
    await statusOf(video.body.id);
    const ready = await statusOf(video.body.id);
    expect(ready.status.video_status).toBe("published");
    await statusOf(video.body.id);
    expect(postsMade()).toMatchObject([{ message: "Phim" }]);
    expect(ready.post_id).toBeDefined();
    expect(
      (await post(`/${PAGE}/videos`, { file_url: "https://anh.mau.example/khong" })).body.error.code,
    ).toBe(389);
  });

  test("whose processing fails say why and never come out", async () => {
    stub.queue({
      match: { path: "/videos$" },
      behaviour: "async-fail",
      params: { reason: "Không đọc được hình" },
    });
    const video = await post(`/${PAGE}/videos`, { fbuploader_video_file_chunk: await uploaded() });
    const { status } = await statusOf(video.body.id);
    expect(status.video_status).toBe("error");
    expect(status.processing_phase.errors[0].message).toBe("Không đọc được hình");
    expect(postsMade()).toEqual([]);
  });

  test("become reels in three steps, thirty a day", async () => {
    stub.reset({ settings: { reelsPerDay: 1, pollsUntilReady: 0 } });
    const reel = async () => {
      const start = (await post(`/${PAGE}/video_reels`, { upload_phase: "start" })).body;
      await fetch(start.upload_url, {
        method: "POST",
        headers: { authorization: `OAuth ${TOKEN}`, offset: "0", file_size: "1000" },
        body: bytes,
      });
      const finish = `upload_phase=finish&video_id=${start.video_id}&video_state=PUBLISHED&description=Ngắn`;
      return { id: start.video_id, answer: await call("POST", `/${PAGE}/video_reels?${finish}`) };
    };
    const first = await reel();
    expect(first.answer.body).toEqual({ success: true });
    expect((await statusOf(first.id)).status.video_status).toBe("published");
    expect(errorOf((await reel()).answer)[1]).toBe(613);
    stub.clock.advance(86_401);
    expect((await reel()).answer.body).toEqual({ success: true });
    expect(errorOf(await call("GET", `/${first.id}/insights?metric=post_media_view`))).toEqual([
      400, 100, 33,
    ]);
    expect(
      (await call("GET", `/${first.id}/video_insights?metric=fb_reels_total_plays`)).body.data,
    ).toHaveLength(1);
  });
});

describe("figures", () => {
  test("exist for what is a metric today; one unknown metric fails them all", async () => {
    const { id } = (await post(`/${PAGE}/feed`, { message: "Số liệu" })).body;
    Object.assign(stub.state.posts.get(id)!.figures, { views: 40, likes: 8, shares: 2 });
    const ask = (metric: string) => call("GET", `/${id}/insights?metric=${metric}`);
    const { data } = (await ask("post_media_view,post_reactions_by_type_total")).body;
    expect(data.map(({ values }: { values: unknown[] }) => values)).toEqual([
      [{ value: 40 }],
      [{ value: { like: 6, love: 2 } }],
    ]);
    expect(errorOf(await ask("post_media_view,post_impressions"))).toEqual([400, 100, undefined]);
    expect((await call("GET", `/${id}?fields=shares`)).body.shares).toEqual({ count: 2 });
    const page = (metric: string) => call("GET", `/${PAGE}/insights?metric=${metric}&period=day`);
    expect((await page("page_follows")).body.data[0].values).toEqual([{ value: 5400 }]);
    expect(errorOf(await page("page_fans"))[1]).toBe(100);
  });
});

describe("permission", () => {
  test("goes from consent to the tokens of Pages, which the health call tells of", async () => {
    const back = "https://mau.example/quay-lai";
    const consent = await call("GET", `/dialog/oauth?client_id=${APP}&redirect_uri=${back}&state=s1`);
    const to = new URL(consent.headers.get("location")!);
    expect(to.searchParams.get("state")).toBe("s1");
    const app = `client_id=${APP}&client_secret=bi-mat-ung-dung-mau`;
    const exchange = (more: string) => call("GET", `/oauth/access_token?${app}&${more}`);
    const code = `redirect_uri=${back}&code=${to.searchParams.get("code")}`;
    const short = (await exchange(code)).body;
    expect(short.expires_in).toBe(5400);
    expect((await exchange(code)).status).toBe(400);
    const long = (await exchange(`grant_type=fb_exchange_token&fb_exchange_token=${short.access_token}`))
      .body;
    const as = { authorization: `Bearer ${long.access_token}` };
    const list = await call("GET", "/me/accounts?limit=1", undefined, as);
    expect(list.body.data).toMatchObject([{ id: PAGE, access_token: TOKEN }]);
    expect(list.body.paging.next).toBeDefined();
    const granted = (await call("GET", "/me/permissions", undefined, as)).body.data;
    expect(granted).toContainEqual({ permission: "pages_manage_posts", status: "granted" });
    const health = await call(
      "GET",
      `/debug_token?input_token=${TOKEN}&access_token=${APP}|bi-mat-ung-dung-mau`,
    );
    expect(health.body.data).toMatchObject({ is_valid: true, type: "PAGE", profile_id: PAGE, expires_at: 0 });
    expect(errorOf(await call("POST", `/${PAGE}/feed`, { message: "a" }, as)).slice(0, 2)).toEqual([
      403, 200,
    ]);
  });

  test("ends in each of the ways, and stays ended", async () => {
    for (const subcode of [458, 459, 460, 463, 464, 467, 490, 492]) {
      stub.reset();
      stub.queue({ behaviour: "revoke-token", params: { subcode } });
      for (const _ of [1, 2]) {
        const answer = await post(`/${PAGE}/feed`, { message: "a" });
        expect(answer.body.error).toMatchObject({
          code: 190,
          error_subcode: subcode,
          type: "OAuthException",
        });
        expect([400, 401]).toContain(answer.status);
      }
      expect(postsMade()).toEqual([]);
    }
  });
});

describe("failures on demand", () => {
  const feed = { method: "POST", path: `^/v25\\.0/[0-9]+/feed$` };
  const say = () => post(`/${PAGE}/feed`, { message: "Bài" });

  test("drop before, and drop or break after storing", async () => {
    stub.queue({ match: feed, behaviour: "drop-before" });
    await expect(say()).rejects.toThrow();
    expect(postsMade()).toEqual([]);
    stub.queue({ match: feed, behaviour: "commit-then-drop" });
    await expect(say()).rejects.toThrow();
    expect(postsMade()).toHaveLength(1);
    expect(errorOf(await say())[1]).toBe(506);
    stub.reset();
    stub.queue({ match: feed, behaviour: "commit-then-5xx", params: { status: 503 } });
    expect((await say()).status).toBe(503);
    expect(postsMade()).toHaveLength(1);
  });

  test("garble, say any status, reach the limit, and pass over what does not match", async () => {
    stub.queue({ match: { ...feed, skip: 1 }, behaviour: "garble" });
    expect((await say()).body.id).toBeDefined();
    stub.clock.advance(61);
    const garbled = await fetch(`${stub.origin}/v25.0/${PAGE}/feed?message=b&access_token=${TOKEN}`, {
      method: "POST",
    });
    expect(garbled.status).toBe(200);
    await expect(garbled.json()).rejects.toThrow();
    expect(postsMade()).toHaveLength(2);
    stub.queue(
      { behaviour: "status", params: { status: 500, body: "<html>" } },
      { match: { method: "DELETE" }, behaviour: "drop-before" },
      { behaviour: "rate-limit" },
    );
    expect((await say()).status).toBe(500);
    const limited = await say();
    expect(errorOf(limited)[1]).toBe(80001);
    const usage = JSON.parse(limited.headers.get("x-business-use-case-usage")!)[PAGE][0];
    expect(usage).toMatchObject({ call_count: 100, estimated_time_to_regain_access: 60 });
    expect(stub.waiting()).toHaveLength(1);
  });

  test("an answer that comes late has stored before, or only then", async () => {
    const impatient = (commit: "before" | "after") => {
      stub.queue({ match: feed, behaviour: "delay", params: { delayMs: 300, commit } });
      return fetch(`${stub.origin}/v25.0/${PAGE}/feed?message=${commit}&access_token=${TOKEN}`, {
        method: "POST",
        signal: AbortSignal.timeout(100),
      });
    };
    await expect(impatient("before")).rejects.toThrow();
    expect(postsMade().map(({ message }) => message)).toEqual(["before"]);
    await expect(impatient("after")).rejects.toThrow();
    expect(postsMade()).toHaveLength(1);
    await expect.poll(() => postsMade().length).toBe(2);
  });

  test("usage climbs with each call until calls are refused", async () => {
    stub.reset({ settings: { usagePerCall: 30 } });
    const usages = [];
    for (const _ of [1, 2, 3, 4]) {
      const answer = await call("GET", `/${PAGE}/published_posts`);
      usages.push(JSON.parse(answer.headers.get("x-app-usage")!).call_count);
      if (usages.length === 4) expect(errorOf(answer)[1]).toBe(80001);
    }
    expect(usages).toEqual([30, 60, 90, 100]);
    stub.clock.advance(3601);
    expect((await call("GET", `/${PAGE}/published_posts`)).status).toBe(200);
  });

  test("are queued, looked at and cleared from outside; what is none is refused", async () => {
    const control = (method: string, path: string, body?: unknown) =>
      fetch(`${stub.origin}/__stub/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const json = async (answer: Promise<Response>) =>
      (await answer).json() as Promise<Record<string, unknown>>;
    expect(await json(control("POST", "clock", { now: "2026-11-23T08:00:00+07:00" }))).toMatchObject({
      now: expect.stringMatching("^2026-11-23T01:00:00"),
    });
    await control("POST", "scenarios", { match: feed, times: 2, behaviour: "drop-before" });
    await expect(say()).rejects.toThrow();
    expect(await json(control("GET", "scenarios"))).toMatchObject({ waiting: [{ times: 1 }] });
    await control("POST", "scenarios", { behaviour: "garble" });
    const requests = (await (await control("GET", "requests")).json()) as object[];
    expect(requests).toMatchObject([
      { method: "POST", path: `/v25.0/${PAGE}/feed`, behaviour: "drop-before", bodyBytes: 18 },
    ]);
    expect((await control("POST", "scenarios", { behaviour: "explode" })).status).toBe(400);
    expect((await control("POST", "clock", { now: "hôm qua" })).status).toBe(400);
    expect((await control("POST", "reset")).status).toBe(200);
    expect(stub.waiting()).toEqual([]);
    expect(await json(control("GET", "objects"))).toEqual({ posts: [], photos: [], videos: [] });
  });
});
