import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startMediaHost } from "../media-host.ts";
import { startTiktokStub, type TiktokStub } from "./start-tiktok-stub.ts";

const HOST = "https://anh.mau.example";
let stub: TiktokStub;
let media: Awaited<ReturnType<typeof startMediaHost>>;
beforeAll(async () => {
  media = await startMediaHost({
    "/1.jpg": { type: "image/jpeg", bytes: Buffer.from("a") },
    "/1.png": { type: "image/png", bytes: Buffer.from("a") },
  });
  stub = await startTiktokStub({ seed: { settings: { mediaOrigins: { [HOST]: media.origin } } } });
});
afterAll(() => Promise.all([stub.close(), media.close()]));
beforeEach(() => stub.reset());

// biome-ignore lint/suspicious/noExplicitAny: what a network answers is read as it comes.
type Body = any;
async function call(
  path: string,
  body: object = {},
  token = "act.so-noi-vu",
): Promise<{ status: number; body: Body; text: string }> {
  const answer = await fetch(`${stub.origin}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text), text };
}
const video = (size: number, chunk_size = size, more: object = {}) =>
  call("/v2/post/publish/video/init/", {
    post_info: { title: "Lịch tiếp dân", privacy_level: "PUBLIC_TO_EVERYONE", ...more },
    source_info: {
      source: "FILE_UPLOAD",
      video_size: size,
      chunk_size,
      total_chunk_count: Math.max(1, Math.floor(size / chunk_size)),
    },
  });
const put = async (url: string, from: number, length: number, total: number): Promise<number> => {
  const answer = await fetch(url, {
    method: "PUT",
    headers: { "content-type": "video/mp4", "content-range": `bytes ${from}-${from + length - 1}/${total}` },
    body: Buffer.alloc(length),
  });
  return answer.status;
};
const status = (publish_id: string) => call("/v2/post/publish/status/fetch/", { publish_id });
async function until(publishId: string, wanted: string): Promise<Body> {
  for (;;) {
    const { data } = (await status(publishId)).body;
    if (data.status === wanted) return data;
    if (data.status === "FAILED") throw new Error(data.fail_reason);
  }
}

describe("films", () => {
  test("are sent in pieces of a kind, in order, and become public with an id that no number holds", async () => {
    const [size, chunk] = [12_000_000, 5_000_000];
    const { publish_id, upload_url } = (await video(size, chunk)).body.data;
    expect((await status(publish_id)).body.data.status).toBe("PROCESSING_UPLOAD");
    expect(await put(upload_url, 5_000_000, 7_000_000, size)).toBe(416);
    expect(await put(upload_url, 0, chunk, size)).toBe(206);
    expect(await put(upload_url, 5_000_000, 7_000_000, size)).toBe(201);
    expect((await until(publish_id, "PUBLISH_COMPLETE")).publicaly_available_post_id).toEqual([]);
    const { text } = await status(publish_id);
    const id = /"publicaly_available_post_id":\[(\d+)\]/.exec(text)![1]!;
    expect(Number(id)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
    const listed = await call("/v2/video/list/?fields=id,title,share_url", { max_count: 20 });
    expect(listed.body.data.videos).toEqual([
      { id, title: "Lịch tiếp dân", share_url: `https://www.tiktok.com/@sonoivu_mau/video/${id}` },
    ]);
    const asked = await call("/v2/video/query/?fields=id,view_count", { filters: { video_ids: [id] } });
    expect(asked.body.data.videos).toEqual([{ id, view_count: 0 }]);
  });

  test("keep to the rules of pieces, of the hour, and of what is said", async () => {
    expect((await video(12_000_000, 1_000_000)).body.error.code).toBe("invalid_params");
    expect((await video(70_000_000)).body.error.code).toBe("invalid_params");
    expect((await video(1000, 1000, { title: "a".repeat(2201) })).body.error.code).toBe("invalid_params");
    const { upload_url } = (await video(1000)).body.data;
    stub.clock.advance(3601);
    expect(await put(upload_url, 0, 1000, 1000)).toBe(403);
  });

  test("fail in processing for each reason, and go to the inbox where that is asked", async () => {
    stub.queue({
      match: { path: "video/init" },
      behaviour: "async-fail",
      params: { reason: "duration_check_failed" },
    });
    const { publish_id, upload_url } = (await video(1000)).body.data;
    await put(upload_url, 0, 1000, 1000);
    await expect(until(publish_id, "PUBLISH_COMPLETE")).rejects.toThrow("duration_check_failed");
    const source_info = { source: "FILE_UPLOAD", video_size: 10, chunk_size: 10, total_chunk_count: 1 };
    const inbox = (await call("/v2/post/publish/inbox/video/init/", { source_info })).body.data;
    await put(inbox.upload_url, 0, 10, 10);
    expect((await until(inbox.publish_id, "SEND_TO_USER_INBOX")).status).toBe("SEND_TO_USER_INBOX");
  });

  test("of which the last answer was lost are there all the same", async () => {
    const { publish_id, upload_url } = (await video(1000)).body.data;
    stub.queue({ match: { method: "PUT" }, behaviour: "commit-then-drop" });
    await expect(put(upload_url, 0, 1000, 1000)).rejects.toThrow();
    expect((await until(publish_id, "PUBLISH_COMPLETE")).uploaded_bytes).toBe(1000);
  });
});

describe("pictures", () => {
  const photos = (...photo_images: string[]) =>
    call("/v2/post/publish/content/init/", {
      media_type: "PHOTO",
      post_mode: "DIRECT_POST",
      post_info: { title: "Tuần lễ", privacy_level: "PUBLIC_TO_EVERYONE" },
      source_info: { source: "PULL_FROM_URL", photo_images },
    });

  test("are fetched from verified domains, JPEG or WebP, and begin with the call", async () => {
    await until((await photos(`${HOST}/1.jpg`)).body.data.publish_id, "PUBLISH_COMPLETE");
    expect((await photos("https://khac.example/1.jpg")).body.error.code).toBe("url_ownership_unverified");
    for (const [name, reason] of [
      ["1.png", "file_format_check_failed"],
      ["2.jpg", "photo_pull_failed"],
    ]) {
      const { publish_id } = (await photos(`${HOST}/${name}`)).body.data;
      await expect(until(publish_id, "PUBLISH_COMPLETE")).rejects.toThrow(reason);
    }
    stub.queue({ match: { path: "content/init" }, behaviour: "commit-then-drop" });
    await expect(photos(`${HOST}/1.jpg`)).rejects.toThrow();
    expect(stub.state.posts.size).toBe(4);
  });
});

describe("what may be posted", () => {
  test("depends on audit, privacy, the day's cap and the minute", async () => {
    const info = (await call("/v2/post/publish/creator_info/query/")).body.data;
    expect(info.privacy_level_options).toContain("PUBLIC_TO_EVERYONE");
    expect((await video(10, 10, { privacy_level: "FOLLOWER_OF_CREATOR" })).body.error.code).toBe(
      "privacy_level_option_mismatch",
    );
    stub.reset({ settings: { audited: false } });
    expect((await video(10)).body.error.code).toBe("unaudited_client_can_only_post_to_private_accounts");
    stub.reset({ settings: { dailyCap: 1 } });
    await video(10);
    expect((await video(10)).body.error.code).toBe("spam_risk_too_many_posts");
    stub.reset();
    for (let made = 0; made < 6; made++) await video(10);
    expect((await video(10)).status).toBe(429);
    stub.clock.advance(61);
    expect((await video(10)).status).toBe(200);
  });
});

describe("tokens", () => {
  const token = async (form: Record<string, string>): Promise<Body> =>
    (
      await fetch(`${stub.origin}/v2/oauth/token/`, {
        method: "POST",
        body: new URLSearchParams({ client_key: "awkhoamau", client_secret: "bi-mat-tiktok", ...form }),
      })
    ).json();
  const refresh = (refresh_token: string) => token({ grant_type: "refresh_token", refresh_token });

  test("rotate on every second refresh, expire after a day and are revoked", async () => {
    stub.clock.advance(86_401);
    expect((await call("/v2/video/list/")).body.error.code).toBe("access_token_invalid");
    const first = await refresh("rft.so-noi-vu");
    expect(first.refresh_token).toBe("rft.so-noi-vu");
    const second = await refresh("rft.so-noi-vu");
    expect(second.refresh_token).not.toBe("rft.so-noi-vu");
    expect((await refresh("rft.so-noi-vu")).error).toBe("invalid_grant");
    expect((await call("/v2/video/list/", {}, second.access_token)).status).toBe(200);
    stub.queue({ behaviour: "revoke-token" });
    expect((await call("/v2/video/list/", {}, second.access_token)).status).toBe(401);
    expect((await refresh(second.refresh_token)).error).toBe("invalid_grant");
  });

  test("come from a code that holds once", async () => {
    const back = "https://mau.example/tiktok/quay-lai";
    const consent = await fetch(
      `${stub.origin}/v2/auth/authorize/?client_key=awkhoamau&redirect_uri=${back}&state=s&scope=video.publish`,
      { redirect: "manual" },
    );
    const code = new URL(consent.headers.get("location")!).searchParams.get("code")!;
    const form = { grant_type: "authorization_code", code, redirect_uri: back };
    expect(await token(form)).toMatchObject({ expires_in: 86_400, open_id: "723f-so-noi-vu" });
    expect((await token(form)).error).toBe("invalid_grant");
  });
});
