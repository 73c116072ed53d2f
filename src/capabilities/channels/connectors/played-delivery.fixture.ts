import { outgoingAddress, outgoingFetch } from "#platform/http/outgoing.ts";
import type { StubClock } from "#platform/testing/stubs/stub-clock.ts";
import type {
  Attachment,
  Connector,
  ConnectorCall,
  Found,
  Handles,
  Outcome,
  Post,
  Recipient,
} from "./connector.ts";

/** The worker dies here: what was committed stays, everything else is gone. */
class Killed extends Error {}

interface PlayedSettings {
  secret: object;
  post: Post;
  choices?: Record<string, string>;
  recipients?: Recipient[];
  attachments?: Attachment[];
  clock: StubClock;
  /** The worker dies once, at the so manieth step, counted over all its calls. */
  dieAt?: number;
  /** How long an answer is waited for. */
  patience?: number;
  allowHosts?: string[];
}

export interface PlayedDelivery {
  /** How it ended: at the network, or before a person. */
  end: "done" | "rejected" | "reauth" | "person";
  why: string;
  note: string;
  remoteId: string | null;
  url: string | null;
  /** What it ended in on the way, call by call. */
  outcomes: string[];
  /** What happened to it after it stood; "!": somebody was told. */
  followed: string[];
  /** How often something was about to be made visible. */
  risks: number;
  steps: number;
  secret: object;
  /** What was kept of it. */
  handles: Handles;
}

/**
 * One delivery carried to its end as the core carries it: a row that is committed step by step, one mark before the
 * visible call, recovery after a death, and waiting, for which the clock of the network is turned.
 */
export async function playDelivery(
  connector: Connector,
  {
    secret,
    post,
    choices = {},
    recipients = [],
    attachments = [],
    clock,
    dieAt,
    patience = 10,
    allowHosts = ["127.0.0.1"],
  }: PlayedSettings,
): Promise<PlayedDelivery> {
  let saved: object = structuredClone(secret);
  const handles: Handles = {};
  const row = {
    state: "pending" as "pending" | "submitted" | "unknown" | "placed",
    riskyAt: null as Date | null,
  };
  const result = { outcomes: [] as string[], followed: [] as string[], risks: 0, steps: 0 };
  const steps = new Set<string>();
  const stands = { remoteId: null as string | null, url: null as string | null };
  const send = outgoingFetch(allowHosts);

  const step = () => {
    result.steps += 1;
    if (result.steps === dieAt) throw new Killed();
  };
  const call = (): ConnectorCall => {
    const own = { ...handles };
    return {
      account: { id: "a", name: "Sở Nội vụ tỉnh Mẫu", handle: "", url: null },
      credentials: {
        read: async () => structuredClone(saved),
        rotate: async (refresh) => {
          const next = (await refresh(structuredClone(saved))) as object;
          step();
          saved = structuredClone(next);
          step();
          return next;
        },
      },
      post,
      choices,
      handles: own,
      keep: async (more) => {
        step();
        Object.assign(own, more);
        Object.assign(handles, more);
        step();
      },
      risky: async () => {
        step();
        if (row.riskyAt !== null) throw new Error("marked twice");
        row.riskyAt = new Date(clock.now());
        result.risks += 1;
        step();
      },
      riskyAt: row.riskyAt,
      once: async (name) => {
        step();
        const first = !steps.has(name);
        steps.add(name);
        step();
        return first;
      },
      recipients: async () => recipients,
      attachments: async () => attachments,
      fetch: async (address, init = {}) => {
        step();
        const answer = await send(address, { ...init, seconds: patience });
        step();
        return answer;
      },
      addressOf: (host) => outgoingAddress(host, allowHosts),
      now: () => new Date(clock.now()),
    };
  };
  const wait = (seconds: number) => clock.advance(seconds);

  for (let turn = 0; turn < 120; turn++) {
    let answer: Outcome | Found;
    try {
      if (row.state === "placed") {
        const { remoteId, url, words, alarm, followIn } = await connector.follow!(call());
        Object.assign(stands, remoteId && { remoteId }, url && { url });
        if (words) result.followed.push(alarm ? `! ${words}` : words);
        if (followIn === null)
          return { ...result, ...stands, end: "done", why: "", note: "", secret: saved, handles };
        wait(followIn);
        continue;
      }
      answer =
        row.state === "pending"
          ? await connector.submit(call())
          : row.state === "submitted"
            ? await connector.poll(call())
            : await connector.reconcile(call());
    } catch (error) {
      if (error instanceof Error && error.message === "marked twice") throw error;
      const died = error instanceof Killed;
      result.outcomes.push(died ? "killed" : "threw");
      if (row.state === "pending" && row.riskyAt !== null) row.state = "unknown";
      wait(row.state === "unknown" ? 20 : 60);
      continue;
    }
    result.outcomes.push(answer.outcome);
    const ended = {
      ...result,
      why: "why" in answer ? answer.why : "",
      note: ("note" in answer && answer.note) || "",
      remoteId: null,
      url: null,
      secret: saved,
      handles,
    };
    switch (answer.outcome) {
      case "done":
        Object.assign(stands, { remoteId: answer.remoteId, url: answer.url });
        if (answer.followIn === undefined) return { ...ended, ...stands, end: "done" };
        row.state = "placed";
        wait(answer.followIn);
        break;
      case "rejected":
      case "reauth":
        return { ...ended, end: answer.outcome };
      case "pending":
        row.state = "submitted";
        wait(answer.askAgainIn ?? 60);
        break;
      case "retry":
        Object.assign(row, { state: "pending", riskyAt: null });
        wait(Math.max(2, answer.after ?? 0));
        break;
      case "absent":
        Object.assign(row, { state: "pending", riskyAt: null });
        wait(2);
        break;
      case "unknown": {
        const { askAgainIn = 20 } = answer as { askAgainIn?: number | null };
        row.state = "unknown";
        if (askAgainIn === null) return { ...ended, end: "person" };
        wait(askAgainIn);
      }
    }
  }
  throw new Error(`never ended: ${result.outcomes.join(", ")}`);
}
