import { startFacebookStub } from "#platform/testing/stubs/facebook/start-facebook-stub.ts";
import type { Scenario } from "#platform/testing/stubs/scenarios.ts";
import type { PostPicture, PostRecording } from "../src/capabilities/channels/connectors/connector.ts";

/** A network on this machine, as the tests of all connectors need it. A new connector has its line here. */
export interface PlayedNetwork {
  slug: string;
  /** What an account is connected with. */
  secret: () => unknown;
  /** What stands beside a post; networks that take no text alone get it. */
  pictures: PostPicture[];
  recordings: PostRecording[];
  /** The call that makes it visible, and the first call of all. */
  visible: Scenario["match"];
  first: Scenario["match"];
  /** How an unreadable answer on the visible call ends: unknown, unless it may be repeated harmlessly. */
  garbledIs: "unknown" | "pending" | "retry";
  reset: () => void;
  /** Seconds that pass on the network's side. */
  passTime: (seconds: number) => void;
  /** What goes wrong in a batch: on the visible call and before it. */
  troubles: Scenario[];
  queue: (...scenarios: Scenario[]) => void;
  /** How many objects stand there that hold the marker. */
  standing: (marker: string) => number;
  close: () => Promise<void>;
}

async function facebook(): Promise<PlayedNetwork> {
  const stub = await startFacebookStub({ seed: { settings: { usagePerCall: 0, repeatSeconds: 0 } } });
  const feed = { method: "POST", path: "/feed$" };
  return {
    slug: "facebook",
    secret: () => ({
      pageId: "102938475600001",
      pageToken: "EAAB-trang-so-noi-vu",
      apiHost: stub.origin,
    }),
    pictures: [],
    recordings: [],
    visible: feed,
    first: feed,
    garbledIs: "unknown",
    reset: () => stub.reset(),
    passTime: () => {},
    troubles: [
      { match: feed, times: 3, behaviour: "commit-then-drop" },
      { match: feed, times: 2, behaviour: "drop-before" },
      { match: feed, times: 2, behaviour: "commit-then-5xx" },
      { match: feed, times: 3, behaviour: "delay", params: { delayMs: 250 } },
      { match: feed, times: 1, behaviour: "garble" },
      // It is there, and for some seconds the list says that it is not.
      { match: feed, times: 2, behaviour: "commit-then-drop", params: { appearsAfterSeconds: 1 } },
    ],
    queue: (...scenarios) => stub.queue(...scenarios),
    standing: (marker) =>
      [...stub.state.posts.values()].filter(({ message }) => message.includes(marker)).length,
    close: () => stub.close(),
  };
}

export const playedNetworks: { name: string; start: () => Promise<PlayedNetwork> }[] = [
  { name: "Facebook", start: facebook },
];
