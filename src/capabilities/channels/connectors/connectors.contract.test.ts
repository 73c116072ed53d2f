import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outgoingFetch } from "#platform/http/outgoing.ts";
import { startFacebookStub } from "#platform/testing/stubs/facebook/start-facebook-stub.ts";
import { startProvinceStub } from "#platform/testing/stubs/grassroots/start-province-stub.ts";
import { startMediaHost } from "#platform/testing/stubs/media-host.ts";
import type { Scenario } from "#platform/testing/stubs/scenarios.ts";
import { startTiktokStub } from "#platform/testing/stubs/tiktok/start-tiktok-stub.ts";
import { startYoutubeStub } from "#platform/testing/stubs/youtube/start-youtube-stub.ts";
import { startZaloStub } from "#platform/testing/stubs/zalo/start-zalo-stub.ts";
import type { Connector, Post } from "./connector.ts";
import { facebook } from "./facebook/facebook.ts";
import { grassroots } from "./grassroots/grassroots.ts";
import { playDelivery } from "./played-delivery.fixture.ts";
import { tiktok } from "./tiktok/tiktok.ts";
import { youtube } from "./youtube/youtube.ts";
import { zalo } from "./zalo/zalo.ts";

/** So many deaths and failures per network in every run of the tests; a thousand on demand. */
const RUNS = Number(process.env.KILL_RUNS ?? 20);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const PICTURES = "https://anh.mau.example";
const film = join(mkdtempSync(join(tmpdir(), "gandan-film-")), "phim.mp4");
writeFileSync(film, Buffer.alloc(5000, 3));

interface Stand {
  clock: Awaited<ReturnType<typeof startFacebookStub>>["clock"];
  queue: (...scenarios: Scenario[]) => void;
  requests: () => { method: string; path: string }[];
  reset: () => void;
  close: () => Promise<void>;
}

/** A network under test: what it is called by, what makes something visible there, and what then stands. */
interface Played {
  connector: Connector;
  /** What every post there needs, and what is chosen for it. */
  needs?: () => Partial<Post>;
  choices?: Record<string, string>;
  start: (media: string) => Promise<Stand & { secret: object }>;
  /** The call that is made once. */
  visible: NonNullable<Scenario["match"]>;
  /** A call before it, with the token, and any call before it. */
  entry: NonNullable<Scenario["match"]>;
  unseen: NonNullable<Scenario["match"]>;
  /** It may be made again: it is about one thing alone, however often it is said. */
  repeats: boolean;
  standing: () => unknown[];
  /** Whether a token that has run out can be renewed without a person. */
  renews: boolean;
  /** What is out there is heard, not opened. */
  hasNoAddress?: boolean;
}

let provinceStub: Awaited<ReturnType<typeof startProvinceStub>>;
let facebookStub: Awaited<ReturnType<typeof startFacebookStub>>;
let tiktokStub: Awaited<ReturnType<typeof startTiktokStub>>;
let youtubeStub: Awaited<ReturnType<typeof startYoutubeStub>>;
let zaloStub: Awaited<ReturnType<typeof startZaloStub>>;
const networks: Record<string, Played> = {
  facebook: {
    connector: facebook,
    start: async () => {
      facebookStub = await startFacebookStub({ seed: { settings: { usagePerCall: 0 } } });
      const secret = {
        pageId: "102938475600001",
        token: "EAAB-trang-so-noi-vu",
        appId: "4100200300400501",
        host: facebookStub.origin,
      };
      return Object.assign(facebookStub, { secret });
    },
    visible: { method: "POST", path: "/feed$" },
    entry: { method: "POST", path: "/feed$" },
    unseen: { path: "^/(?!.*(feed|create)$)" },
    repeats: false,
    standing: () => [...facebookStub.state.posts.values()],
    renews: false,
  },
  zalo: {
    connector: zalo,
    start: async (media) => {
      zaloStub = await startZaloStub({ seed: { settings: { mediaOrigins: { [PICTURES]: media } } } });
      const secret = {
        appId: "3802111422000000001",
        secretKey: "khoa-bi-mat-mau",
        accessToken: "AT-so-noi-vu",
        refreshToken: "RT-so-noi-vu",
        cover: `${PICTURES}/bia.jpg`,
        host: zaloStub.origin,
        oauthHost: zaloStub.origin,
      };
      return Object.assign(zaloStub, { secret });
    },
    visible: { method: "POST", path: "/article/create$" },
    entry: { method: "POST", path: "/article/create$" },
    unseen: { path: "^/(?!.*(feed|create)$)" },
    repeats: false,
    standing: () => [...zaloStub.state.articles.values()],
    renews: true,
  },
  tiktok: {
    connector: tiktok,
    needs: () => ({ recordings: [recording()] }),
    choices: { audience: "public" },
    start: async (media) => {
      tiktokStub = await startTiktokStub({ seed: { settings: { mediaOrigins: { [PICTURES]: media } } } });
      const secret = {
        clientKey: "awkhoamau",
        clientSecret: "bi-mat-tiktok",
        accessToken: "act.so-noi-vu",
        refreshToken: "rft.so-noi-vu",
        audited: "yes",
        host: tiktokStub.origin,
      };
      return Object.assign(tiktokStub, { secret });
    },
    // The last piece: here the only one.
    visible: { method: "PUT", path: "/video/$" },
    entry: { method: "POST", path: "/video/init/$" },
    unseen: { path: "/(creator_info/query|video/init)/$" },
    repeats: true,
    standing: () =>
      [...tiktokStub.state.posts.values()].filter(({ status }) => status === "PUBLISH_COMPLETE"),
    renews: true,
  },
  youtube: {
    connector: youtube,
    needs: () => ({ recordings: [recording()] }),
    start: async () => {
      youtubeStub = await startYoutubeStub();
      const secret = {
        clientId: "mau.apps.example",
        clientSecret: "bi-mat-youtube",
        accessToken: "ya29.so-noi-vu",
        refreshToken: "1//so-noi-vu",
        audited: "yes",
        host: youtubeStub.origin,
        oauthHost: youtubeStub.origin,
      };
      return Object.assign(youtubeStub, { secret });
    },
    visible: { method: "PUT", path: "^/youtube/v3/videos$" },
    entry: { method: "POST", path: "/upload/youtube/v3/videos$" },
    unseen: { path: "^/upload" },
    repeats: true,
    standing: () =>
      [...youtubeStub.state.videos.values()].filter(({ status }) => status.privacyStatus === "public"),
    renews: true,
  },
  grassroots: {
    connector: grassroots,
    needs: () => ({ recordings: [recording({ sort: "audio", contentType: "audio/mpeg" })] }),
    start: async () => {
      provinceStub = await startProvinceStub();
      const secret = { user: "so-noi-vu", password: "mat-khau-mau", areas: "MAU-01, MAU-03" };
      return Object.assign(provinceStub, { secret: { ...secret, host: provinceStub.origin } });
    },
    visible: { method: "POST", path: "/api/bulletins$" },
    entry: { method: "POST", path: "/api/bulletins$" },
    unseen: { method: "GET", path: "^/api/bulletins$" },
    repeats: false,
    standing: () => [...provinceStub.bulletins.values()],
    renews: true,
    hasNoAddress: true,
  },
};

let number = 0;
function post(more: Partial<Post> = {}): Post {
  number += 1;
  const marker = `p${number}x`;
  return {
    marker,
    title: `Thông báo ${marker}`,
    summary: "Một câu tóm tắt.",
    text: `Lời đăng ${marker}\n\nĐoạn hai`,
    link: `https://so.mau.example/tin-tuc/thong-bao?utm_content=${marker}`,
    hashtags: ["#CảiCáchHànhChính"],
    pictures: [],
    recordings: [],
    ...more,
  };
}
const picture = (id: string) => ({
  id,
  alt: "Bộ phận một cửa",
  width: 1200,
  height: 675,
  address: `${PICTURES}/bia.jpg`,
  narrow: `${PICTURES}/bia.jpg`,
  jpeg: async () => JPEG,
});
const recording = (more: object = {}) => ({
  id: "phim",
  sort: "video" as const,
  contentType: "video/mp4",
  bytes: 5000,
  seconds: 40,
  width: 1920,
  height: 1080,
  address: `${PICTURES}/phim.mp4`,
  path: film,
  captions: async () => null as string | null,
  ...more,
});

let media: Awaited<ReturnType<typeof startMediaHost>>;
beforeAll(async () => {
  media = await startMediaHost({ "/bia.jpg": { type: "image/jpeg", bytes: JPEG } });
});
afterAll(() => media.close());

/** The same numbers in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}

for (const [name, played] of Object.entries(networks)) {
  const { connector, start, visible, entry, unseen, standing, renews, repeats, choices = {} } = played;
  const own = (more: Partial<Post> = {}) => post({ ...played.needs?.(), ...more });
  describe(name, () => {
    let stand: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      stand = await start(media.origin);
    });
    afterAll(() => stand.close());
    beforeEach(() => stand.reset());
    const play = (more: Partial<Parameters<typeof playDelivery>[1]> = {}) =>
      playDelivery(connector, { secret: stand.secret, post: own(), choices, clock: stand.clock, ...more });
    const visibleCalls = () =>
      stand
        .requests()
        .filter(
          ({ method, path }) =>
            method === visible.method && new RegExp(visible.path!.replace("$", "(\\?|$)")).test(path),
        );

    test("brings a text out, once, and says where it stands", async () => {
      const done = await play();
      const url = played.hasNoAddress ? null : expect.stringMatching("^https://");
      expect(done).toMatchObject({ end: "done", risks: 1, url });
      expect(standing()).toHaveLength(1);
      expect(visibleCalls()).toHaveLength(1);
    });

    test("brings pictures out with it", async () => {
      const pictures = [picture("mot"), picture("hai")];
      expect((await play({ post: own({ pictures }) })).end).toBe("done");
      expect(standing()).toHaveLength(1);
    });

    test("finds again what was stored when the answer was lost, and sends nothing twice", async () => {
      for (const behaviour of ["commit-then-drop", "commit-then-5xx", "garble"] as const) {
        stand.reset();
        stand.queue({ match: visible, behaviour });
        const done = await play();
        expect(done, behaviour).toMatchObject({ end: "done", risks: 1 });
        expect(done.outcomes.some((one) => one === "unknown" || one === "threw")).toBe(true);
        expect([standing().length, visibleCalls().length], behaviour).toEqual([1, 1]);
      }
    });

    test("that answers later than anybody waits is looked at, not called again", async () => {
      stand.queue({ match: visible, behaviour: "delay", params: { delayMs: 600 } });
      expect(await play({ patience: 0.3 })).toMatchObject({ end: "done", risks: 1 });
      expect([standing().length, visibleCalls().length]).toEqual([1, 1]);
    });

    test(`sends once more what was never stored${repeats ? "" : ", and asks a person before a third time"}`, async () => {
      stand.queue({ match: visible, behaviour: "drop-before" });
      expect(await play()).toMatchObject({ end: "done", ...(!repeats && { risks: 2 }) });
      expect(standing()).toHaveLength(1);
      stand.reset();
      stand.queue({ match: visible, behaviour: "drop-before", times: 2 });
      expect(await play()).toMatchObject(repeats ? { end: "done" } : { end: "person", risks: 2 });
      expect(standing()).toHaveLength(repeats ? 1 : 0);
    });

    test("tries again where nothing was made visible yet, without limit of the visible call", async () => {
      stand.queue({
        behaviour: "status",
        params: { status: 503, body: "<h1>" },
        match: unseen,
      });
      expect((await play({ post: own({ pictures: [picture("mot")] }) })).end).toBe("done");
      expect(standing()).toHaveLength(1);
    });

    test("waits where it is asked to, and goes on", async () => {
      stand.queue({ match: visible, behaviour: "rate-limit" });
      const done = await play();
      expect(done.end).toBe("done");
      expect(done.outcomes).toContain("retry");
      expect(standing()).toHaveLength(1);
    });

    test("stops where the way in is lost, with nothing sent and why in words", async () => {
      stand.queue({ match: entry, behaviour: "revoke-token" });
      const lost = await play();
      expect(lost.end).toBe("reauth");
      expect(lost.why).toMatch(/không (cho|nhận)/);
      expect(standing()).toEqual([]);
    });

    test(`${renews ? "renews" : "cannot renew"} a token that has run out`, async () => {
      stand.queue({ match: entry, behaviour: "expire-token" });
      const done = await play();
      expect(done.end).toBe(renews ? "done" : "reauth");
      expect(standing()).toHaveLength(renews ? 1 : 0);
      if (renews) expect(done.secret).not.toEqual(stand.secret);
    });

    test("is not called inside the network unless its host is allowed", async () => {
      await expect(play({ allowHosts: [] })).rejects.toThrow("never ended");
      expect(stand.requests()).toEqual([]);
    });

    test(`doubles nothing and loses nothing, whenever the worker dies (${RUNS} runs)`, async () => {
      const behaviours = [
        null,
        "drop-before",
        "commit-then-drop",
        "commit-then-5xx",
        "garble",
        "rate-limit",
        "status",
      ] as const;
      for (let run = 0; run < RUNS; run++) {
        const roll = dice(run + 1);
        stand.reset();
        const behaviour = behaviours[roll(behaviours.length)] ?? null;
        if (behaviour) stand.queue({ behaviour, match: roll(3) > 0 ? visible : { skip: roll(4) } });
        const pictures = roll(2) > 0 ? [picture("mot")] : [];
        const played = await play({ dieAt: 1 + roll(30), post: own({ pictures }) });
        const told = `run ${run}: ${behaviour}, ${played.outcomes.join(" ")}`;
        expect(["done", "person"], told).toContain(played.end);
        expect(standing().length, told).toBeLessThanOrEqual(1);
        if (played.end === "done") expect(standing(), told).toHaveLength(1);
      }
    });
  });
}

describe("films", () => {
  const done = async (name: string, more: object = {}) => {
    const { connector, start } = networks[name]!;
    const stand = await start(media.origin);
    const result = await playDelivery(connector, {
      secret: stand.secret,
      post: post({ recordings: [recording(more)] }),
      choices: networks[name]!.choices ?? {},
      clock: stand.clock,
    });
    await stand.close();
    return result;
  };

  test("of many pieces go to TikTok in order, and go on where the line broke off", async () => {
    const large = join(mkdtempSync(join(tmpdir(), "gandan-film-")), "dai.mp4");
    writeFileSync(large, Buffer.alloc(22_000_000, 4));
    const stand = await networks.tiktok!.start(media.origin);
    stand.queue({ match: { method: "PUT", skip: 1 }, behaviour: "drop-before" });
    const sent = await playDelivery(tiktok, {
      secret: stand.secret,
      post: post({ recordings: [recording({ path: large, bytes: 22_000_000 })] }),
      choices: { audience: "public" },
      clock: stand.clock,
    });
    expect(sent).toMatchObject({ end: "done", url: expect.stringMatching("/video/7301234567890123") });
    expect([...tiktokStub.state.posts.values()]).toMatchObject([{ chunks: 2, received: 22_000_000 }]);
    await stand.close();
  });

  test("come to YouTube private, with their captions, and are public once they are processed", async () => {
    const captions = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nXin chào\n";
    expect((await done("youtube", { captions: async () => captions })).end).toBe("done");
    expect(youtubeStub.state.captions).toMatchObject([{ videoId: [...youtubeStub.state.videos.keys()][0] }]);
    const asked = youtubeStub.requests().map(({ method, path }) => `${method} ${path.split("?")[0]}`);
    expect(asked.at(-1)).toBe("PUT /youtube/v3/videos");
  });

  test("of which a session was lost after its last byte are taken as they are", async () => {
    const stand = await networks.youtube!.start(media.origin);
    stand.queue(
      { match: { method: "PUT", path: "^/upload" }, behaviour: "commit-then-drop" },
      { match: { method: "PUT", path: "^/upload" }, behaviour: "status", params: { status: 404 } },
    );
    const sent = await playDelivery(youtube, {
      secret: stand.secret,
      post: post({ recordings: [recording()] }),
      clock: stand.clock,
    });
    expect([sent.end, youtubeStub.state.videos.size]).toEqual(["done", 1]);
    await stand.close();
  });

  test("go out on a Page as a video, or as a reel where they are upright and short", async () => {
    expect((await done("facebook")).end).toBe("done");
    expect([...facebookStub.state.videos.values()]).toMatchObject([
      { isReel: false, size: 5000, uploaded: 5000 },
    ]);
    expect((await done("facebook", { width: 1080, height: 1920 })).end).toBe("done");
    expect([...facebookStub.state.videos.values()]).toMatchObject([{ isReel: true, finished: true }]);
  });

  test("stand in an article once they are converted", async () => {
    expect((await done("zalo")).end).toBe("done");
    expect([...zaloStub.state.articles.values()][0]!.body).toContainEqual(
      expect.objectContaining({ type: "video" }),
    );
  });
});

describe("pictures on TikTok", () => {
  const play = async (prepare: (stand: Stand) => void = () => {}) => {
    const stand = await networks.tiktok!.start(media.origin);
    prepare(stand);
    const result = await playDelivery(tiktok, {
      secret: stand.secret,
      post: post({ pictures: [picture("mot"), picture("hai")] }),
      choices: { audience: "public" },
      clock: stand.clock,
    });
    const inits = stand.requests().filter(({ path }) => path.includes("/content/init/"));
    await stand.close();
    return { ...result, posts: tiktokStub.state.posts.size, inits: inits.length };
  };
  const match = { path: "/content/init/$" };

  test("are fetched by the network from our own addresses", async () => {
    expect(await play()).toMatchObject({ end: "done", risks: 1, inits: 1, posts: 1 });
  });

  test("are never sent twice by themselves: where the network gave no handle, a person looks", async () => {
    for (const behaviour of ["commit-then-drop", "commit-then-5xx", "garble", "drop-before"] as const)
      expect(await play((stand) => stand.queue({ match, behaviour })), behaviour).toMatchObject({
        ...{ end: "person", risks: 1, inits: 1 },
        posts: behaviour === "drop-before" ? 0 : 1,
      });
  });
});

describe("an article sent to the followers of an OA", () => {
  const match = { path: "/oa/message$" };
  let stand: Awaited<ReturnType<NonNullable<(typeof networks)["zalo"]>["start"]>>;
  beforeAll(async () => {
    stand = await networks.zalo!.start(media.origin);
  });
  afterAll(() => stand.close());
  beforeEach(() => {
    stand.reset();
    stand.clock.set("2026-11-30T09:00:00+07:00");
  });
  const play = (more: Partial<Parameters<typeof playDelivery>[1]> = {}) =>
    playDelivery(zalo, {
      ...{ secret: stand.secret, post: post(), choices: { broadcast: "north" }, clock: stand.clock },
      ...more,
    });
  const sent = () => zaloStub.state.broadcasts;

  test("is shown first, and then sent to those who were chosen, once", async () => {
    expect(await play()).toMatchObject({ end: "done", followed: [expect.stringContaining("Đã gửi")] });
    expect(sent()).toMatchObject([{ target: { locations: "0" }, articleIds: [expect.any(String)] }]);
    await play({ choices: { broadcast: "no" } });
    expect(sent()).toHaveLength(1);
  });

  test("is never sent again where nobody knows, and somebody is told to look", async () => {
    for (const behaviour of ["commit-then-drop", "commit-then-5xx", "garble", "drop-before"] as const) {
      const before = sent().length;
      stand.queue({ match, behaviour });
      const { end, followed } = await play();
      expect([end, followed], behaviour).toEqual(["done", [expect.stringMatching("^! Chưa rõ")]]);
      expect(sent().length - before, behaviour).toBe(behaviour === "drop-before" ? 0 : 1);
    }
  });

  test("waits for the morning and for the next day's quota, and what is refused for good is told", async () => {
    // The pair of tokens is renewed meanwhile.
    let secret: object = stand.secret;
    const sendNext = async (more: object = {}) => {
      const played = await play({ secret: { ...secret, ...more } });
      secret = played.secret;
      return played.followed;
    };
    stand.clock.set("2026-11-30T22:30:00+07:00");
    const [night, sentSince, quota] = ["6 giờ", "Đã gửi", "hạn mức"].map((words) =>
      expect.stringContaining(words),
    );
    expect(await sendNext()).toEqual([night, sentSince]);
    expect(new Date(sent()[0]!.at + 7 * 3_600_000).getUTCHours()).toBe(6);
    zaloStub.state.settings.broadcastsPerDay = 1;
    expect(await sendNext()).toEqual([quota, sentSince]);
    expect(await sendNext({ follower: "nguoi-quan-tam" })).toEqual([quota, sentSince]);
    expect(sent()).toHaveLength(3);
    stand.queue({
      ...{ match, behaviour: "status" },
      params: { status: 200, body: { error: -248, message: "policy" } },
    });
    stand.clock.advance(86_400);
    expect(await sendNext()).toEqual([expect.stringMatching("^! Bài đã hiện.*vi phạm")]);
    expect(sent()).toHaveLength(3);
  });

  test(`is sent once at most, whenever the worker dies (${RUNS} runs)`, async () => {
    for (let run = 0; run < RUNS; run++) {
      stand.reset();
      stand.clock.set("2026-11-30T09:00:00+07:00");
      const roll = dice(run + 1);
      const behaviour = ([null, "commit-then-drop", "garble", "rate-limit"] as const)[roll(4)];
      if (behaviour) stand.queue({ behaviour, match });
      const { end, followed } = await play({ dieAt: 20 + roll(24) });
      const told = `run ${run}: ${behaviour}, ${followed.join("; ")}`;
      expect(end, told).toBe("done");
      expect(sent().length, told).toBeLessThanOrEqual(1);
      if (!followed.at(-1)!.startsWith("!")) expect(sent(), told).toHaveLength(1);
    }
  });
});

describe("what an account is bound by", () => {
  const looked = async (name: string, secret: object, prepare: (stand: Stand) => void = () => {}) => {
    const stand = await networks[name]!.start(media.origin);
    prepare(stand);
    const given = { ...stand.secret, ...secret };
    const found = await networks[name]!.connector.check({
      credentials: { read: async () => given, rotate: (renew) => renew(given) },
      fetch: (address, init = {}) => outgoingFetch(["127.0.0.1"])(address, init),
      addressOf: async () => "",
      now: () => new Date(stand.clock.now()),
    });
    await stand.close();
    return found;
  };

  test("is told when it is connected: before TikTok's audit nothing public, before YouTube's nothing at all", async () => {
    expect(await looked("tiktok", { audited: "no" })).toMatchObject({
      ok: true,
      limits: [{ forbids: { audience: "public" } }, { words: expect.stringContaining("riêng tư") }, {}],
    });
    expect(await looked("youtube", { audited: "no" })).toMatchObject({ ok: true, limits: [{ forbids: {} }] });
    expect(await looked("youtube", { accessToken: "" })).toMatchObject({
      ok: true,
      name: expect.stringContaining("Sở"),
    });
    expect(await looked("facebook", { appId: "" })).toMatchObject({
      ok: true,
      limits: [{ refuses: "video" }],
    });
    expect(await looked("zalo", { cover: "" })).toMatchObject({
      ok: true,
      limits: [{ refuses: "without-picture" }],
    });
    expect(await looked("zalo", { cover: "https://anh.mau.example/bia.jpg" })).toMatchObject({ limits: [] });
    expect(await looked("tiktok", { accessToken: "", refreshToken: "sai" })).toMatchObject({
      ...{ ok: false, final: true },
      why: expect.stringContaining("không nhận mã làm mới"),
    });
  });

  test("is kept to when the hour has come: a post for its owner alone waits for a person to open it", async () => {
    const stand = await networks.tiktok!.start(media.origin);
    stand.reset();
    Object.assign(tiktokStub.state.settings, { audited: false });
    const play = (choices: Record<string, string>) =>
      playDelivery(tiktok, {
        secret: { ...stand.secret, audited: "no" },
        post: post({ recordings: [recording()] }),
        choices,
        clock: stand.clock,
      });
    expect(await play({ audience: "public" })).toMatchObject({ end: "rejected", risks: 0 });
    expect(await play({})).toMatchObject({ end: "rejected", why: expect.stringContaining("Chưa chọn") });
    expect(await play({ audience: "self" })).toMatchObject({
      why: expect.stringContaining("để riêng tư lúc"),
    });
    tiktokStub.state.accounts[0]!.isPrivate = true;
    expect(await play({ audience: "self" })).toMatchObject({
      ...{ end: "person", risks: 1 },
      why: expect.stringContaining("chuyển bài sang công khai"),
    });
    expect(tiktokStub.state.posts.size).toBe(1);
    await stand.close();
  });
});

describe("what a network will not take", () => {
  test("is told in words: an article without a cover, a text that breaks the rules, a film that fails", async () => {
    const stand = await networks.zalo!.start(media.origin);
    const play = (secret: object) => playDelivery(zalo, { secret, post: post(), clock: stand.clock });
    expect(await play({ ...stand.secret, cover: "" })).toMatchObject({ end: "rejected", risks: 0 });
    stand.queue({ match: { path: "create$" }, behaviour: "async-fail" });
    expect(await play(stand.secret)).toMatchObject({
      end: "rejected",
      why: expect.stringContaining("vi phạm"),
    });
    await stand.close();
    const page = await networks.facebook!.start(media.origin);
    page.queue({ match: { path: "/videos$" }, behaviour: "async-fail", params: { reason: "codec" } });
    const failed = await playDelivery(facebook, {
      secret: page.secret,
      post: post({ recordings: [recording()] }),
      clock: page.clock,
    });
    expect(failed).toMatchObject({ end: "rejected", why: expect.stringContaining("không xử lý được video") });
    await page.close();
    for (const [name, match, reason, words] of [
      ["tiktok", { path: "/video/init/$" }, "duration_check_failed", "quá ngắn hoặc quá dài"],
      ["youtube", { method: "POST" }, "copyright", "bản quyền"],
    ] as const) {
      const network = await networks[name]!.start(media.origin);
      network.queue({ match, behaviour: "async-fail", params: { reason } });
      const refused = await playDelivery(networks[name]!.connector, {
        secret: network.secret,
        post: post({ recordings: [recording()] }),
        choices: networks[name]!.choices ?? {},
        clock: network.clock,
      });
      expect(refused).toMatchObject({ end: "rejected", why: expect.stringContaining(words) });
      expect(networks[name]!.standing()).toEqual([]);
      await network.close();
    }
  });
});
