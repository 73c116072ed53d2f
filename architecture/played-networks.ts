import { privateRoot } from "#platform/testing/private-ca.ts";
import { startFacebookStub } from "#platform/testing/stubs/facebook/start-facebook-stub.ts";
import { startProvinceStub } from "#platform/testing/stubs/grassroots/start-province-stub.ts";
import { startMediaHost } from "#platform/testing/stubs/media-host.ts";
import { startPressStub } from "#platform/testing/stubs/press/start-press-stub.ts";
import type { Scenario } from "#platform/testing/stubs/scenarios.ts";
import { startTiktokStub } from "#platform/testing/stubs/tiktok/start-tiktok-stub.ts";
import { startYoutubeStub } from "#platform/testing/stubs/youtube/start-youtube-stub.ts";
import { startZaloStub } from "#platform/testing/stubs/zalo/start-zalo-stub.ts";

/** A network on this machine, as the kill test needs it. A new connector has its line here. */
export interface PlayedNetwork {
  slug: string;
  /** A text without a film, or without sound, is not taken there. */
  needs?: "video" | "audio";
  /** What is chosen for each post. */
  choices?: Record<string, string>;
  /** What an account is connected with. */
  secret: () => unknown;
  /** What goes wrong in a batch: on the visible call and before it. */
  troubles: Scenario[];
  queue: (...scenarios: Scenario[]) => void;
  /** How many objects stand there that hold the marker. */
  standing: (marker: string) => number;
  close: () => Promise<void>;
}

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const COVERS = "https://anh.mau.example";

async function facebook(): Promise<PlayedNetwork> {
  const stub = await startFacebookStub({ seed: { settings: { usagePerCall: 0, repeatSeconds: 0 } } });
  const match = { method: "POST", path: "/feed$" };
  return {
    slug: "facebook",
    secret: () => ({ pageId: "102938475600001", token: "EAAB-trang-so-noi-vu", host: stub.origin }),
    troubles: [
      { match, times: 3, behaviour: "commit-then-drop" },
      { match, times: 2, behaviour: "drop-before" },
      { match, times: 2, behaviour: "commit-then-5xx" },
      { match, times: 3, behaviour: "delay", params: { delayMs: 250 } },
      { match, times: 1, behaviour: "garble" },
      // It is there, and for a second the list says that it is not.
      { match, times: 2, behaviour: "commit-then-drop", params: { appearsAfterSeconds: 1 } },
    ],
    queue: (...scenarios) => stub.queue(...scenarios),
    standing: (marker) =>
      [...stub.state.posts.values()].filter(({ message }) => message.includes(marker)).length,
    close: () => stub.close(),
  };
}

async function zalo(): Promise<PlayedNetwork> {
  const media = await startMediaHost({ "/bia.jpg": { type: "image/jpeg", bytes: JPEG } });
  const stub = await startZaloStub({ seed: { settings: { mediaOrigins: { [COVERS]: media.origin } } } });
  const match = { method: "POST", path: "/article/create$" };
  const secret = {
    appId: "3802111422000000001",
    secretKey: "khoa-bi-mat-mau",
    accessToken: "AT-so-noi-vu",
    refreshToken: "RT-so-noi-vu",
    cover: `${COVERS}/bia.jpg`,
    host: stub.origin,
    oauthHost: stub.origin,
  };
  return {
    slug: "zalo",
    secret: () => secret,
    troubles: [
      { match, times: 3, behaviour: "commit-then-drop" },
      { match, times: 2, behaviour: "drop-before" },
      { match, times: 2, behaviour: "commit-then-5xx" },
      { match, times: 3, behaviour: "delay", params: { delayMs: 250 } },
      { match, times: 1, behaviour: "garble" },
    ],
    queue: (...scenarios) => stub.queue(...scenarios),
    // What is hidden nobody reads: a stray one is harmless, and a second one that is shown is not.
    standing: (marker) =>
      [...stub.state.articles.values()].filter(
        (one) => one.status === "show" && JSON.stringify(one).includes(marker),
      ).length,
    close: async () => {
      await Promise.all([stub.close(), media.close()]);
    },
  };
}

async function press(): Promise<PlayedNetwork> {
  const stub = await startPressStub({ seed: { settings: { maxConnections: 500 } } });
  const match = { method: "DATA" };
  const secret = {
    host: "127.0.0.1",
    port: String(stub.smtpsPort),
    security: "tls",
    user: "baochi@mau.example",
    password: "mat-khau-ung-dung",
    from: "baochi@mau.example",
    certificate: privateRoot,
  };
  return {
    slug: "press",
    secret: () => secret,
    troubles: [
      { match, times: 3, behaviour: "commit-then-drop" },
      { match, times: 2, behaviour: "drop-before" },
      { match, times: 3, behaviour: "delay", params: { delayMs: 250 } },
      { match, times: 1, behaviour: "garble" },
    ],
    queue: (...scenarios) => stub.queue(...scenarios),
    standing: (marker) => stub.state.mails.filter(({ messageId }) => messageId?.includes(marker)).length,
    close: () => stub.close(),
  };
}

async function tiktok(): Promise<PlayedNetwork> {
  const perMinute = { init: 9999, creator: 9999, status: 9999 };
  const stub = await startTiktokStub({ seed: { settings: { dailyCap: 9999, perMinute } } });
  const match = { method: "PUT", path: "/video/$" };
  const secret = {
    clientKey: "awkhoamau",
    clientSecret: "bi-mat-tiktok",
    accessToken: "act.so-noi-vu",
    refreshToken: "rft.so-noi-vu",
    audited: "yes",
    host: stub.origin,
  };
  return {
    slug: "tiktok",
    needs: "video",
    choices: { audience: "public" },
    secret: () => secret,
    troubles: [
      { match, times: 3, behaviour: "commit-then-drop" },
      { match, times: 2, behaviour: "drop-before" },
      { match, times: 2, behaviour: "commit-then-5xx" },
      { match, times: 3, behaviour: "delay", params: { delayMs: 250 } },
      { match, times: 1, behaviour: "garble" },
      { match: { path: "/video/init/$" }, times: 2, behaviour: "commit-then-drop" },
    ],
    queue: (...scenarios) => stub.queue(...scenarios),
    // Whatever has its last byte comes out.
    standing: (marker) =>
      [...stub.state.posts.values()].filter(
        ({ title, received, size }) => title.includes(marker) && received === size,
      ).length,
    close: () => stub.close(),
  };
}

async function youtube(): Promise<PlayedNetwork> {
  const settings = { uploadsPerDay: 99_999, unitsPerDay: 9_999_999, channelUploadsPerDay: 99_999 };
  const stub = await startYoutubeStub({ seed: { settings } });
  const match = { method: "PUT", path: "^/youtube/v3/videos$" };
  const secret = {
    clientId: "mau.apps.example",
    clientSecret: "bi-mat-youtube",
    accessToken: "ya29.so-noi-vu",
    refreshToken: "1//so-noi-vu",
    audited: "yes",
    host: stub.origin,
    oauthHost: stub.origin,
  };
  return {
    slug: "youtube",
    needs: "video",
    secret: () => secret,
    troubles: [
      { match, times: 3, behaviour: "commit-then-drop" },
      { match, times: 2, behaviour: "drop-before" },
      { match, times: 2, behaviour: "commit-then-5xx" },
      { match, times: 3, behaviour: "delay", params: { delayMs: 250 } },
      { match, times: 1, behaviour: "garble" },
      { match: { method: "PUT", path: "^/upload" }, times: 2, behaviour: "commit-then-drop" },
    ],
    queue: (...scenarios) => stub.queue(...scenarios),
    // What is private nobody sees: a stray one is harmless, and a second one that is public is not.
    standing: (marker) =>
      [...stub.state.videos.values()].filter(
        ({ snippet, status }) =>
          status.privacyStatus === "public" && (snippet.tags as string[]).includes(`pub-${marker}`),
      ).length,
    close: () => stub.close(),
  };
}

async function province(): Promise<PlayedNetwork> {
  const atOnce = { approvesAfter: 0, schedulesAfter: 0, playsAfter: 0 };
  const stub = await startProvinceStub({ seed: { settings: atOnce } });
  const match = { method: "POST", path: "^/api/bulletins$" };
  const secret = { user: "so-noi-vu", password: "mat-khau-mau", areas: "MAU-01, MAU-03", host: stub.origin };
  return {
    slug: "radio",
    needs: "audio",
    secret: () => secret,
    troubles: [
      { match, times: 3, behaviour: "commit-then-drop" },
      { match, times: 2, behaviour: "drop-before" },
      { match, times: 2, behaviour: "commit-then-5xx" },
      { match, times: 3, behaviour: "delay", params: { delayMs: 250 } },
      { match, times: 1, behaviour: "garble" },
      // Once: what is refused right after a new sign-in is for a person.
      { match: { method: "GET", path: "^/api/bulletins$" }, times: 1, behaviour: "expire-token" },
    ],
    queue: (...scenarios) => stub.queue(...scenarios),
    standing: (marker) => [...stub.bulletins.values()].filter(({ reference }) => reference === marker).length,
    close: () => stub.close(),
  };
}

export const playedNetworks: { name: string; start: () => Promise<PlayedNetwork> }[] = [
  { name: "Facebook", start: facebook },
  { name: "Zalo OA", start: zalo },
  { name: "Thư gửi báo chí", start: press },
  { name: "TikTok", start: tiktok },
  { name: "YouTube", start: youtube },
  { name: "Loa của tỉnh", start: province },
];
