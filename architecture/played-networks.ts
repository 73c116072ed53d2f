import { privateRoot } from "#platform/testing/private-ca.ts";
import { startFacebookStub } from "#platform/testing/stubs/facebook/start-facebook-stub.ts";
import { startMediaHost } from "#platform/testing/stubs/media-host.ts";
import { startPressStub } from "#platform/testing/stubs/press/start-press-stub.ts";
import type { Scenario } from "#platform/testing/stubs/scenarios.ts";
import { startZaloStub } from "#platform/testing/stubs/zalo/start-zalo-stub.ts";

/** A network on this machine, as the kill test needs it. A new connector has its line here. */
export interface PlayedNetwork {
  slug: string;
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
    recipients: "toasoan@bao.example",
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

export const playedNetworks: { name: string; start: () => Promise<PlayedNetwork> }[] = [
  { name: "Facebook", start: facebook },
  { name: "Zalo OA", start: zalo },
  { name: "Thư gửi báo chí", start: press },
];
