import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startYoutubeStub, type YoutubeStub } from "./start-youtube-stub.ts";

let stub: YoutubeStub;
beforeAll(async () => {
  stub = await startYoutubeStub();
});
afterAll(() => stub.close());
beforeEach(() => stub.reset());

const TOKEN = { authorization: "Bearer ya29.so-noi-vu" };
const snippet = { title: "Hướng dẫn nộp hồ sơ", description: "Mô tả", tags: ["pub-1"], categoryId: "25" };
const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = TOKEN) =>
  fetch(path.startsWith("http") ? path : `${stub.origin}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...headers,
      ...(body !== undefined && !Buffer.isBuffer(body) && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
// biome-ignore lint/suspicious/noExplicitAny: what a network answers is read as it comes.
const json = async (answer: Promise<Response>): Promise<any> => (await answer).json();
const reason = async (answer: Promise<Response>) => (await json(answer)).error.errors[0].reason;
const begin = (size: number, more: object = {}, status: object = { privacyStatus: "private" }) =>
  call(
    "POST",
    "/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status",
    { snippet: { ...snippet, ...more }, status },
    {
      ...TOKEN,
      "x-upload-content-length": String(size),
    },
  );
const put = (session: string, bytes: Buffer, range?: string) =>
  call("PUT", session, bytes, { ...TOKEN, ...(range && { "content-range": range }) });
async function uploaded(status?: object): Promise<string> {
  const session = (await begin(10, {}, status)).headers.get("location")!;
  return (await json(put(session, Buffer.alloc(10)))).id;
}
const look = async (id: string, part = "status") =>
  (await json(call("GET", `/youtube/v3/videos?part=${part}&id=${id}`))).items;

describe("uploads", () => {
  test("go on where they broke off, and a finished session says the same video again", async () => {
    const session = (await begin(10)).headers.get("location")!;
    expect(stub.state.videos.size).toBe(0);
    const first = await put(session, Buffer.alloc(4), "bytes 0-3/10");
    expect([first.status, first.headers.get("range")]).toEqual([308, "bytes=0-3"]);
    stub.queue({ match: { method: "PUT" }, behaviour: "commit-then-5xx", params: { status: 503 } });
    expect((await put(session, Buffer.alloc(6), "bytes 4-9/10")).status).toBe(503);
    const { id } = await json(put(session, Buffer.alloc(0), "bytes */10"));
    expect([...stub.state.videos.keys()]).toEqual([id]);
    expect((await put(session, Buffer.alloc(0), "bytes */10")).status).toBe(200);
    stub.clock.advance(90_000);
    expect((await put(session, Buffer.alloc(0), "bytes */10")).status).toBe(404);
  });

  test("are refused for what they say of themselves", async () => {
    expect(await reason(begin(10, { title: "<b>" }))).toBe("invalidTitle");
    expect(await reason(begin(10, { description: "ộ".repeat(1667) }))).toBe("invalidDescription");
    expect(await reason(begin(10, { categoryId: "tin" }))).toBe("invalidCategoryId");
    expect(await reason(begin(10, {}, { privacyStatus: "public", publishAt: "2026-12-01T01:00:00Z" }))).toBe(
      "invalidPublishAt",
    );
  });

  test("are found in the list of uploads and by their tag; processing ends well or with a reason", async () => {
    const id = await uploaded();
    const list = await json(
      call("GET", "/youtube/v3/playlistItems?part=contentDetails&maxResults=20&playlistId=UU"),
    );
    expect(list.items[0].contentDetails.videoId).toBe(id);
    expect((await look(id, "snippet"))[0].snippet.tags).toEqual(["pub-1"]);
    const states = [];
    for (const _ of [1, 2, 3]) states.push((await look(id))[0].status.uploadStatus);
    expect(states).toEqual(["uploaded", "uploaded", "processed"]);
    for (const [why, field] of [
      ["codec", "failureReason"],
      ["copyright", "rejectionReason"],
    ] as const) {
      stub.reset({ settings: { pollsUntilProcessed: 0 } });
      stub.queue({ match: { method: "POST" }, behaviour: "async-fail", params: { reason: why } });
      expect((await look(await uploaded()))[0].status[field]).toBe(why);
    }
  });
});

describe("videos", () => {
  test("come out by the clock, lose what a change leaves out, and go", async () => {
    const publishAt = new Date(stub.clock.now() + 3_600_000).toISOString();
    const id = await uploaded({ privacyStatus: "private", publishAt });
    stub.clock.advance(3000);
    expect((await look(id))[0].status.privacyStatus).toBe("private");
    stub.clock.advance(590);
    expect((await json(call("GET", `/youtube/v3/channels?mine=true`))).items).toHaveLength(1);
    stub.state.grants[0]!.until += 10_000_000;
    stub.clock.advance(100);
    expect((await look(id))[0].status.privacyStatus).toBe("public");
    await call("PUT", "/youtube/v3/videos?part=snippet", {
      id,
      snippet: { title: "Tên mới", categoryId: "25" },
    });
    expect((await look(id, "snippet"))[0].snippet).toMatchObject({ title: "Tên mới", tags: [] });
    expect((await call("DELETE", `/youtube/v3/videos?id=${id}`)).status).toBe(204);
    expect(await reason(call("DELETE", `/youtube/v3/videos?id=${id}`))).toBe("videoNotFound");
    expect(await look(id)).toEqual([]);
  });

  test("stay private before the audit, and have figures as text and as rows by name", async () => {
    stub.reset({ settings: { audited: false } });
    const id = await uploaded({ privacyStatus: "public" });
    expect((await look(id))[0].status.privacyStatus).toBe("private");
    stub.state.videos.get(id)!.statistics = { viewCount: "12" };
    expect((await look(id, "statistics"))[0].statistics).toEqual({ viewCount: "12" });
    const report = await json(
      call("GET", `/v2/reports?metrics=views&startDate=2026-11-01&filters=video==${id}`),
    );
    expect(report.rows).toEqual([["2026-11-01", 12]]);
  });
});

describe("limits and tokens", () => {
  test("hold by day of the Pacific, by channel, and by hour", async () => {
    stub.reset({ settings: { uploadsPerDay: 1 } });
    await begin(10);
    expect(await reason(begin(10))).toBe("quotaExceeded");
    stub.reset({ settings: { channelUploadsPerDay: 1 } });
    await uploaded();
    expect(await reason(begin(10))).toBe("uploadLimitExceeded");
    stub.queue({ behaviour: "expire-token" });
    expect(await reason(begin(10))).toBe("authError");
    const refresh = () =>
      json(
        fetch(`${stub.origin}/token`, {
          method: "POST",
          body: new URLSearchParams({
            client_id: "mau.apps.example",
            client_secret: "bi-mat-youtube",
            grant_type: "refresh_token",
            refresh_token: "1//so-noi-vu",
          }),
        }),
      );
    const renewed = await refresh();
    expect(renewed.refresh_token).toBeUndefined();
    const as = { authorization: `Bearer ${renewed.access_token}` };
    stub.queue({ behaviour: "revoke-token" });
    expect(await reason(call("GET", "/youtube/v3/channels", undefined, as))).toBe("authError");
    expect((await refresh()).error).toBe("invalid_grant");
  });
});
