import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startFacebookStub } from "#platform/testing/stubs/facebook/start-facebook-stub.ts";
import { startMediaHost } from "#platform/testing/stubs/media-host.ts";
import type { Scenario } from "#platform/testing/stubs/scenarios.ts";
import { startYoutubeStub } from "#platform/testing/stubs/youtube/start-youtube-stub.ts";
import { startZaloStub } from "#platform/testing/stubs/zalo/start-zalo-stub.ts";
import type { ChangeCall, Connector, ConnectorCall, Post } from "./connector.ts";
import { facebook } from "./facebook/facebook.ts";
import { type PlayedDelivery, playDelivery } from "./played-delivery.fixture.ts";
import { youtube } from "./youtube/youtube.ts";
import { zalo } from "./zalo/zalo.ts";

/** So many deaths and failures per network and act in every run of the tests; a thousand on demand. */
const RUNS = Number(process.env.KILL_RUNS ?? 20);
const PICTURES = "https://anh.mau.example";
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

const film = join(mkdtempSync(join(tmpdir(), "gandan-film-")), "phim.mp4");
writeFileSync(film, Buffer.alloc(5000, 3));

type Act = "change" | "remove";

interface Stand {
  clock: Awaited<ReturnType<typeof startFacebookStub>>["clock"];
  queue: (...scenarios: Scenario[]) => void;
  requests: () => { method: string; path: string }[];
  reset: () => void;
  close: () => Promise<void>;
}

/** A network that lets what stands there be changed: the visible call of each act, and the words that then stand. */
interface Played {
  connector: Connector;
  /** What every post there needs. */
  needs?: () => Partial<Post>;
  start: (media: string) => Promise<Stand & { secret: object }>;
  visible: Record<Act, NonNullable<Scenario["match"]>>;
  words: () => string[];
  /** Somebody takes everything down there. */
  empty: () => void;
}

let page: Awaited<ReturnType<typeof startFacebookStub>>;
let oa: Awaited<ReturnType<typeof startZaloStub>>;
let channel: Awaited<ReturnType<typeof startYoutubeStub>>;
const networks: Record<string, Played> = {
  facebook: {
    connector: facebook,
    start: async () => {
      page = await startFacebookStub({ seed: { settings: { usagePerCall: 0 } } });
      const secret = { pageId: "102938475600001", token: "EAAB-trang-so-noi-vu", host: page.origin };
      return Object.assign(page, { secret });
    },
    visible: {
      change: { method: "POST", path: "/\\d+_\\d+$" },
      remove: { method: "DELETE", path: "/\\d+_\\d+$" },
    },
    words: () => [...page.state.posts.values()].map(({ message }) => message),
    empty: () => page.state.posts.clear(),
  },
  zalo: {
    connector: zalo,
    start: async (media) => {
      oa = await startZaloStub({ seed: { settings: { mediaOrigins: { [PICTURES]: media } } } });
      const secret = {
        appId: "3802111422000000001",
        secretKey: "khoa-bi-mat-mau",
        accessToken: "AT-so-noi-vu",
        refreshToken: "RT-so-noi-vu",
        cover: `${PICTURES}/bia.jpg`,
        host: oa.origin,
        oauthHost: oa.origin,
      };
      return Object.assign(oa, { secret });
    },
    visible: {
      change: { method: "POST", path: "/article/update$" },
      remove: { method: "POST", path: "/article/remove$" },
    },
    words: () =>
      [...oa.state.articles.values()].map(({ title, body }) => `${title}\n${JSON.stringify(body)}`),
    empty: () => oa.state.articles.clear(),
  },
  youtube: {
    connector: youtube,
    needs: () => ({ recordings: [recording("phim")] }),
    start: async () => {
      channel = await startYoutubeStub();
      const secret = {
        clientId: "mau.apps.example",
        clientSecret: "bi-mat-youtube",
        accessToken: "ya29.so-noi-vu",
        refreshToken: "1//so-noi-vu",
        audited: "yes",
        host: channel.origin,
        oauthHost: channel.origin,
      };
      return Object.assign(channel, { secret });
    },
    visible: {
      change: { method: "PUT", path: "^/youtube/v3/videos$" },
      remove: { method: "PUT", path: "^/youtube/v3/videos$" },
    },
    // What is private is seen by nobody but who runs the channel.
    words: () =>
      [...channel.state.videos.values()]
        .filter(({ status }) => status.privacyStatus === "public")
        .map(({ snippet }) => `${snippet.title}\n${snippet.description}`),
    empty: () => channel.state.videos.clear(),
  },
};

const recording = (id: string) => ({
  ...{ id, sort: "video" as const, contentType: "video/mp4", bytes: 5000, seconds: 40, width: 1920 },
  ...{ height: 1080, address: `${PICTURES}/phim.mp4`, path: film, captions: async () => null },
});
let number = 0;
const post = (words: string, more: Partial<Post> = {}): Post => ({
  marker: `p${number}x`,
  title: `Thông báo ${words}`,
  summary: "Một câu tóm tắt.",
  text: `Thông báo ${words}\n\nMột câu tóm tắt.`,
  link: `https://so.mau.example/tin-tuc/thong-bao?utm_content=p${number}x`,
  hashtags: [],
  pictures: [],
  recordings: [],
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

for (const [name, { connector, start, visible, words, empty, needs }] of Object.entries(networks))
  describe(`${name}, where a text stands`, () => {
    let stand: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      stand = await start(media.origin);
    });
    afterAll(() => stand.close());
    beforeEach(() => stand.reset());

    async function posted(): Promise<PlayedDelivery> {
      number += 1;
      const first = await playDelivery(connector, {
        secret: stand.secret,
        post: post("bản cũ", needs?.()),
        clock: stand.clock,
      });
      expect(first.end).toBe("done");
      return first;
    }
    /** The act carried to its end as the core carries a delivery: the same marks, deaths and waiting. */
    const play = (
      act: Act,
      first: PlayedDelivery,
      more: Partial<Parameters<typeof playDelivery>[1]> = {},
    ): Promise<PlayedDelivery> => {
      const changing = connector[act]!;
      const about = {
        stands: {
          remoteId: first.remoteId!,
          url: first.url,
          handles: first.handles,
          title: "Thông báo bản cũ",
          summary: "Một câu tóm tắt.",
          whole: "",
          media: [],
        },
        change: "c1",
        reason: "Sai số liệu",
      };
      const called = (call: ConnectorCall): ChangeCall => ({ ...call, ...about });
      return playDelivery(
        {
          ...connector,
          submit: (call) => changing.submit(called(call)),
          poll: (call) => changing.poll!(called(call)),
          reconcile: (call) => changing.look(called(call)),
        },
        { secret: stand.secret, post: post("bản mới", needs?.()), clock: stand.clock, ...more },
      );
    };
    const calls = (act: Act) =>
      stand
        .requests()
        .filter(
          ({ method, path }) =>
            method === visible[act].method &&
            new RegExp(visible[act].path!.replace("$", "(\\?|$)")).test(path),
        ).length;

    test("the new words take the place of the old, at the same address", async () => {
      const first = await posted();
      const before = calls("change");
      const done = await play("change", first);
      expect(done).toMatchObject({ end: "done", risks: 1, remoteId: first.remoteId, url: first.url });
      expect(words()).toEqual([expect.stringContaining("bản mới")]);
      expect(words()[0]).not.toContain("bản cũ");
      expect(calls("change") - before).toBe(1);
    });

    test("it is taken down; what somebody took down there already is gone as well", async () => {
      expect(await play("remove", await posted())).toMatchObject({ end: "done", risks: 1 });
      expect(words()).toEqual([]);
      const first = await posted();
      empty();
      expect((await play("remove", first)).end).toBe("done");
      const gone = await posted();
      empty();
      expect(await play("change", gone)).toMatchObject({
        end: "rejected",
        why: expect.stringContaining("không còn"),
      });
    });

    test("what stands at an address is known by what it carries, and nothing else is taken for it", async () => {
      const first = await posted();
      const carried = number;
      const other = await posted();
      const known: (string | null)[] = [];
      for (const { url } of [first, other])
        await playDelivery(
          {
            ...connector,
            submit: async (call) => {
              known.push(await connector.identify!(call, url!));
              return { outcome: "rejected", why: "" };
            },
          },
          {
            secret: stand.secret,
            post: { ...post("bản cũ", needs?.()), marker: `p${carried}x` },
            clock: stand.clock,
          },
        );
      expect(known).toEqual([first.remoteId, null]);
    });

    test("a lost answer is read back, not called again; what never arrived is done once more", async () => {
      for (const act of ["change", "remove"] as const)
        for (const behaviour of ["commit-then-drop", "commit-then-5xx", "garble", "drop-before"] as const) {
          stand.reset();
          const first = await posted();
          const before = calls(act);
          stand.queue({ match: visible[act], behaviour });
          const done = await play(act, first);
          const told = `${act} ${behaviour}: ${done.outcomes.join(" ")}`;
          expect(done.end, told).toBe("done");
          expect(words(), told).toHaveLength(act === "change" ? 1 : 0);
          // Zalo confirms a change by its job alone; a lost one is written anew, which changes nothing more.
          const most = behaviour === "drop-before" || (act === "change" && name === "zalo") ? 2 : 1;
          expect(calls(act) - before, told).toBeLessThanOrEqual(most);
          if (act === "change") expect(words()[0], told).toContain("bản mới");
        }
    });

    test("it waits where it is asked to, and stops where the way in is lost", async () => {
      const first = await posted();
      stand.queue({ match: visible.change, behaviour: "rate-limit" });
      expect(await play("change", first)).toMatchObject({ end: "done" });
      stand.queue({ match: visible.remove, behaviour: "revoke-token" });
      expect((await play("remove", first)).end).toBe("reauth");
      expect(words()).toHaveLength(1);
    });

    test(`whenever the worker dies, the old or the new stands there, never two, never neither (${RUNS} runs)`, async () => {
      const behaviours = [
        null,
        "drop-before",
        "commit-then-drop",
        "commit-then-5xx",
        "garble",
        "status",
      ] as const;
      for (let run = 0; run < RUNS; run++) {
        const roll = dice(run + 1);
        stand.reset();
        const act = roll(2) > 0 ? "change" : "remove";
        const first = await posted();
        const behaviour = behaviours[roll(behaviours.length)] ?? null;
        if (behaviour) stand.queue({ behaviour, match: roll(3) > 0 ? visible[act] : { skip: roll(3) } });
        const played = await play(act, first, { dieAt: 1 + roll(14) });
        const told = `run ${run} ${act}: ${behaviour}, ${played.outcomes.join(" ")}`;
        expect(["done", "person"], told).toContain(played.end);
        expect(words().length, told).toBeLessThanOrEqual(1);
        if (act === "change") expect(words(), told).toHaveLength(1);
        if (played.end !== "done") continue;
        if (act === "change") expect(words()[0], told).toContain("bản mới");
        else expect(words(), told).toEqual([]);
      }
    });
  });

test("pictures that a network does not exchange are told before anything is called", async () => {
  const stand = await networks.facebook!.start(media.origin);
  const picture = {
    id: "mot",
    alt: "",
    width: 10,
    height: 10,
    address: `${PICTURES}/bia.jpg`,
    narrow: `${PICTURES}/bia.jpg`,
    jpeg: async () => JPEG,
  };
  const refused = await playDelivery(
    {
      ...facebook,
      submit: (call) =>
        facebook.change!.submit({
          ...call,
          stands: {
            remoteId: "1_2",
            url: null,
            handles: {},
            title: "",
            summary: "",
            whole: "",
            media: ["hai"],
          },
          change: "c1",
          reason: "",
        }),
    },
    { secret: stand.secret, post: post("bản mới", { pictures: [picture] }), clock: stand.clock },
  );
  expect(refused).toMatchObject({
    end: "rejected",
    risks: 0,
    why: expect.stringContaining("gỡ rồi đăng lại"),
  });
  expect(stand.requests()).toEqual([]);
  await stand.close();
});

test("a video keeps its tags, its place among the subjects and its film; hidden it is still there", async () => {
  const stand = await networks.youtube!.start(media.origin);
  const secret = stand.secret;
  const first = await playDelivery(youtube, {
    ...{ secret, clock: stand.clock },
    post: post("bản cũ", { recordings: [recording("phim")], hashtags: ["#MộtCửa"] }),
  });
  const about = { change: "c1", reason: "" };
  const stands = {
    remoteId: first.remoteId!,
    url: first.url,
    handles: first.handles,
    ...{ title: "", summary: "", whole: "" },
  };
  const play = (act: Act, more: Partial<Post>) =>
    playDelivery(
      {
        ...youtube,
        submit: (call) => youtube[act]!.submit({ ...call, ...about, stands: { ...stands, media: [] } }),
      },
      { secret, clock: stand.clock, post: post("bản mới", more) },
    );
  const [video] = channel.state.videos.values();
  const before = structuredClone(video!);
  expect((await play("change", { recordings: [recording("phim")] })).end).toBe("done");
  const { title: _, description: __, ...kept } = before.snippet;
  expect(video!.snippet).toMatchObject(kept);
  expect(video!.status).toEqual(before.status);
  for (const recordings of [[], [recording("phim-khac")]])
    expect(await play("change", { recordings })).toMatchObject({
      ...{ end: "rejected", risks: 0, why: expect.stringContaining("gỡ rồi đăng lại") },
    });
  expect(await play("remove", {})).toMatchObject({ end: "done", note: expect.stringContaining("riêng tư") });
  expect(video!.status).toEqual({ ...before.status, privacyStatus: "private" });
  // The day's units are spent: it waits for the next day of the network, and is done then.
  channel.state.used.units = channel.state.seed.settings.unitsPerDay;
  expect(await play("change", { recordings: [recording("phim")], title: "Tên khác" })).toMatchObject({
    ...{ end: "done", outcomes: ["retry", "done"] },
  });
  await stand.close();
});
