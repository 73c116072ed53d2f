import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startMediaHost } from "../media-host.ts";
import { startZaloStub, type ZaloStub } from "./start-zalo-stub.ts";

const APP = "3802111422000000001";
const SECRET = "khoa-bi-mat-mau";
const HOST = "https://anh.mau.example";

let stub: ZaloStub;
let media: Awaited<ReturnType<typeof startMediaHost>>;
beforeAll(async () => {
  const jpeg = (length: number) => ({ type: "image/jpeg", bytes: Buffer.alloc(length, 1) });
  media = await startMediaHost({ "/bia.jpg": jpeg(100), "/to.jpg": jpeg(1_048_577) });
  stub = await startZaloStub({ seed: { settings: { mediaOrigins: { [HOST]: media.origin } } } });
});
afterAll(() => Promise.all([stub.close(), media.close()]));
beforeEach(() => stub.reset());

// biome-ignore lint/suspicious/noExplicitAny: what a network answers is read as it comes.
type Body = any;
async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Body> {
  const answer = await fetch(`${stub.origin}${path}`, {
    method,
    headers: {
      access_token: "AT-so-noi-vu",
      ...(body !== undefined && !(body instanceof FormData) && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  return answer.json();
}
const article = (more: object = {}) => ({
  type: "normal",
  title: "Thông báo lịch tiếp dân",
  author: "Sở Nội vụ",
  cover: { cover_type: "photo", photo_url: `${HOST}/bia.jpg`, status: "show" },
  description: "Tóm tắt",
  body: [{ type: "text", content: "Đoạn văn" }],
  tracking_link: "https://mau.example/tin/1?utm_content=p1",
  status: "show",
  ...more,
});
const create = (more?: object) => call("POST", "/v2.0/article/create", article(more));
const verify = (token: string) => call("POST", "/v2.0/article/verify", { token });
async function finished(token: string): Promise<Body> {
  for (;;) {
    const answer = await verify(token);
    if (answer.error !== -214) return answer;
  }
}
const idOf = async (more?: object): Promise<string> =>
  (await finished((await create(more)).data.token)).data.id;
const slice = () => call("GET", "/v2.0/article/getslice?offset=0&limit=10&type=normal");
const articles = () => (stub.objects() as { articles: { ready: boolean }[] }).articles;

describe("articles", () => {
  test("are made by a job, listed newest first, shown whole, changed whole and removed", async () => {
    const { token } = (await create()).data;
    expect((await verify(token)).error).toBe(-214);
    expect((await slice()).data).toMatchObject({ medias: [], total: 0 });
    const { id } = (await finished(token)).data;
    expect((await verify(token)).data.id).toBe(id);
    const second = await idOf({ title: "2026" });
    const listed = await slice();
    expect(listed.data.medias.map((one: Body) => one.id)).toEqual([second, id]);
    expect(listed.data.medias[1].create_date).toBeGreaterThan(1_700_000_000_000);
    const detail = await call("GET", `/v2.0/article/getdetail?id=${id}`);
    expect(detail.data).toMatchObject({
      status: "show",
      comment: "show",
      tracking_link: article().tracking_link,
    });
    const packed = encodeURIComponent(JSON.stringify({ id }));
    expect((await call("GET", `/v2.0/article/getdetail?data=${packed}`)).data.id).toBe(id);
    const update = await call("POST", "/v2.0/article/update", {
      ...article({ title: "Sửa" }),
      id,
      status: undefined,
    });
    expect((await finished(update.data.token)).data.id).toBe(id);
    const after = (await call("GET", `/v2.0/article/getdetail?id=${id}`)).data;
    expect([after.title, after.status]).toEqual(["Sửa", "hide"]);
    expect((await call("POST", "/v2.0/article/remove", { id })).error).toBe(0);
    expect((await call("POST", "/v2.0/article/remove", { id })).error).toBe(-201);
    expect((await call("GET", "/v2.0/article/getslice?offset=0&limit=11&type=normal")).error).toBe(-201);
  });

  test("come to be also when nobody looks at the job", async () => {
    await create();
    stub.clock.advance(6);
    expect((await slice()).data.total).toBe(1);
  });

  test("are refused at once for what is missing or too long", async () => {
    for (const wrong of [
      { title: "" },
      { title: "ấ".repeat(151) },
      { author: undefined },
      { description: "a".repeat(301) },
      { cover: undefined },
      { cover: { cover_type: "video", video_id: "khong-co", cover_view: "square" } },
      { body: [] },
      { status: "public" },
    ])
      expect((await create(wrong)).error, JSON.stringify(wrong)).toBe(-201);
    expect((await create({ title: "ấ".repeat(150) })).error).toBe(0);
    expect(articles()).toHaveLength(1);
  });

  test("whose pictures cannot be fetched from outside, or are too large, fail at their job", async () => {
    for (const photo_url of [`${HOST}/khong.jpg`, `${HOST}/to.jpg`, `${media.origin}/bia.jpg`]) {
      const answer = await finished((await create({ cover: { cover_type: "photo", photo_url } })).data.token);
      expect(answer.error, photo_url).toBe(-201);
    }
    expect(articles()).toEqual([]);
    expect(media.fetched).toContain("/to.jpg");
  });

  test("that break the rules fail at their job", async () => {
    stub.queue({ match: { path: "create$" }, behaviour: "async-fail", params: { reason: "Vi phạm" } });
    expect(await finished((await create()).data.token)).toMatchObject({ error: -248, message: "Vi phạm" });
    expect(articles()).toEqual([]);
  });

  test("with a film wait until it is converted", async () => {
    const form = new FormData();
    form.set("file", new Blob([Buffer.alloc(10)]), "phim.mp4");
    const prepared = await call("POST", "/v2.0/article/upload_video/preparevideo", form);
    const look = () =>
      call("GET", "/v2.0/article/upload_video/verify", undefined, { token: prepared.data.token });
    const first = (await look()).data;
    expect(first).toMatchObject({ status: 3, video_size: 10 });
    const video = {
      type: "video",
      title: "Phim",
      description: "Phim ngắn",
      video_id: first.video_id,
      avatar: `${HOST}/bia.jpg`,
    };
    expect((await call("POST", "/v2.0/article/create", video)).error).toBe(-201);
    await look();
    expect((await look()).data.status).toBe(1);
    expect((await call("POST", "/v2.0/article/create", video)).error).toBe(0);
    stub.queue({ match: { path: "preparevideo" }, behaviour: "async-fail" });
    form.set("file", new Blob([Buffer.alloc(10)]), "hong.mp4");
    const failing = await call("POST", "/v2.0/article/upload_video/preparevideo", form);
    const states = [];
    for (const _ of [1, 2, 3])
      states.push(
        (await call("GET", `/v2.0/article/upload_video/verify?token=${failing.data.token}`)).data.status,
      );
    expect(states).toEqual([3, 3, 4]);
  });

  test("need an app and an account that may make them", async () => {
    expect(
      (await call("POST", "/v2.0/article/create", article(), { access_token: "AT-xa-mau-mot" })).error,
    ).toBe(-221);
    Object.assign(stub.state.oas[1]!, { verified: true });
    expect(
      (await call("POST", "/v2.0/article/create", article(), { access_token: "AT-xa-mau-mot" })).error,
    ).toBe(-224);
    stub.state.settings.articlesLeft = 0;
    expect(await create()).toMatchObject({ error: -223, message: expect.stringContaining("quota create") });
    Object.assign(stub.state.apps[0]!, { managesArticles: false });
    expect(await create()).toMatchObject({ error: -223, message: expect.stringContaining("authorized") });
  });
});

describe("tokens", () => {
  const exchange = (form: Record<string, string>, secret = SECRET) =>
    fetch(`${stub.origin}/v4/oa/access_token`, {
      method: "POST",
      headers: { secret_key: secret },
      body: new URLSearchParams({ app_id: APP, ...form }),
    }).then((answer) => answer.json() as Promise<Body>);
  const refresh = (refresh_token: string) => exchange({ grant_type: "refresh_token", refresh_token });

  test("come from a code that holds once and fits its challenge", async () => {
    const verifier = "a".repeat(43);
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const back = "https://mau.example/zalo/quay-lai";
    const consent = async () => {
      const answer = await fetch(
        `${stub.origin}/v4/oa/permission?app_id=${APP}&redirect_uri=${back}&code_challenge=${challenge}&state=s`,
        { redirect: "manual" },
      );
      return new URL(answer.headers.get("location")!).searchParams;
    };
    const code = (await consent()).get("code")!;
    const form = { grant_type: "authorization_code", code, code_verifier: verifier };
    const pair = await exchange(form);
    expect(pair.expires_in).toBe("90000");
    expect((await exchange(form)).error).toBeLessThan(-14_000);
    const other = { ...form, code: (await consent()).get("code")!, code_verifier: "b".repeat(43) };
    expect((await exchange(other)).error).toBeLessThan(-14_000);
    expect((await exchange(form, "sai")).error_name).toBeDefined();
    const oa = await call("GET", "/v2.0/oa/getoa", undefined, { access_token: pair.access_token });
    expect(oa.data.num_follower).toBe(12_450);
  });

  test("expire after 25 hours; the refresh token holds once", async () => {
    stub.clock.advance(90_001);
    expect((await slice()).error).toBe(-220);
    const pair = await refresh("RT-so-noi-vu");
    expect((await call("GET", "/v2.0/oa/getoa", undefined, { access_token: pair.access_token })).error).toBe(
      0,
    );
    expect((await refresh("RT-so-noi-vu")).error).toBe(-14014);
    expect((await refresh(pair.refresh_token)).access_token).toBeDefined();
  });

  test("of which the answer is lost have rotated all the same; showing the old one may end everything", async () => {
    stub.state.settings.spentRefreshEndsGrant = true;
    stub.queue({ match: { path: "/access_token$" }, behaviour: "commit-then-drop" });
    await expect(refresh("RT-so-noi-vu")).rejects.toThrow();
    expect((await refresh("RT-so-noi-vu")).error).toBe(-14014);
    expect((await slice()).error).toBe(-216);
  });

  test("are sent in their own header; expired ones can be renewed, revoked ones not", async () => {
    const bearer = await call("GET", "/v2.0/oa/getoa", undefined, {
      access_token: "",
      authorization: "Bearer AT-so-noi-vu",
    });
    expect(bearer.error).toBe(-216);
    stub.queue({ behaviour: "expire-token" });
    expect((await slice()).error).toBe(-220);
    const pair = await refresh("RT-so-noi-vu");
    const as = { access_token: pair.access_token };
    expect((await call("GET", "/v2.0/oa/getoa", undefined, as)).error).toBe(0);
    stub.queue({ behaviour: "revoke-token" });
    expect((await call("GET", "/v2.0/oa/getoa", undefined, as)).error).toBe(-216);
    expect((await refresh(pair.refresh_token)).error).toBe(-14014);
  });
});

describe("messages to followers", () => {
  const send = (ids: string[]) =>
    call("POST", "/v2.0/oa/message", {
      recipient: { target: { gender: "0" } },
      message: {
        attachment: {
          type: "template",
          payload: {
            template_type: "media",
            elements: ids.map((attachment_id) => ({ media_type: "article", attachment_id })),
          },
        },
      },
    });

  test("carry up to five shown articles by day, are moderated, and have a quota", async () => {
    stub.clock.set("2026-11-23T08:00:00+07:00");
    const id = await idOf();
    expect((await send([id])).data.message_id).toBeDefined();
    const sent = () => (stub.objects() as { broadcasts: { state: string }[] }).broadcasts[0]!.state;
    expect(sent()).toBe("moderating");
    stub.clock.advance(1801);
    expect(sent()).toBe("sent");
    expect((await send(["khong-co"])).error).toBe(-201);
    expect((await send([await idOf({ status: "hide" })])).error).toBe(-201);
    expect((await send(Array(6).fill(id))).error).toBe(-210);
    const left = await call("POST", "/v2.0/oa/quota/message", { user_id: "1", type: "promotion" });
    expect(left.data.promotion).toMatchObject({ daily_remain: 3, daily_total: 4 });
    for (const _ of [1, 2, 3]) await send([id]);
    expect((await send([id])).error).toBe(-211);
    stub.clock.set("2026-11-24T01:30:00+07:00");
    expect((await call("GET", "/v2.0/oa/getoa")).error).toBe(0);
    expect((await send([id])).error).toBe(-234);
    expect((await call("POST", "/v2.0/oa/message", { recipient: { user_id: "1" }, message: {} })).error).toBe(
      -240,
    );
  });
});

describe("failures on demand", () => {
  test("drop after storing leaves one article, drop before none, 5xx is a page", async () => {
    const match = { method: "POST", path: "^/v2\\.0/article/create$" };
    stub.queue({ match, behaviour: "commit-then-drop" });
    await expect(create()).rejects.toThrow();
    expect(articles()).toMatchObject([{ ready: false }]);
    stub.queue({ match, behaviour: "drop-before" });
    await expect(create()).rejects.toThrow();
    expect(articles()).toHaveLength(1);
    stub.queue({ match, behaviour: "commit-then-5xx" });
    const broken = await fetch(`${stub.origin}/v2.0/article/create`, {
      method: "POST",
      headers: { access_token: "AT-so-noi-vu", "content-type": "application/json" },
      body: JSON.stringify(article({ title: "Khác" })),
    });
    expect([broken.status, broken.headers.get("content-type")]).toEqual([502, "text/html; charset=utf-8"]);
    expect(articles()).toHaveLength(2);
  });

  test("the rate of calls stands in every answer and is kept", async () => {
    stub.state.settings.requestsPerMinute = 2;
    expect((await slice()).error).toBe(0);
    const answer = await fetch(`${stub.origin}/v2.0/oa/getoa`, { headers: { access_token: "AT-so-noi-vu" } });
    expect(answer.headers.get("x-ratelimit-remain")).toBe("0");
    expect((await slice()).error).toBe(-32);
    stub.clock.advance(60);
    stub.queue({ behaviour: "rate-limit" });
    expect((await slice()).error).toBe(-32);
    expect((await slice()).error).toBe(0);
  });
});
