import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { AccountWay } from "./accounts/account.ts";
import { seal } from "./accounts/credentials.ts";
import { changeAccount, registerAccount } from "./accounts/register-account.ts";
import type { ChangeCall, Connector, Followed, Found, Outcome } from "./connectors/connector.ts";
import { connectors } from "./connectors/index.ts";
import type { PostWords } from "./networks/network.ts";
import { channelCredential } from "./tables.ts";

/** A network that nobody builds a connector for: tests play it. */
const PLAYED = "website";

const saidIn = ({ summary, text }: PostWords): string => `${summary}\n${text}`;

/** A network that answers as it is told, call by call, and remembers what stands there. `changes`: it lets that be changed. */
export function playedNetwork({ changes = false } = {}) {
  const answers: (Outcome | "commit-then-throw" | "throw-before")[] = [];
  const looks: (Found | Error | "look" | (() => Promise<Found>))[] = [];
  const follows: Followed[] = [];
  const standing: string[] = [];
  const words = new Map<string, string>();
  let expiresAt: Date | null = null;
  const connector: Connector = {
    network: PLAYED,
    connection: [{ name: "token", label: "Mã", hint: "", secret: true, required: true }],
    check: async ({ credentials }) =>
      ((await credentials.read()) as { token: string }).token === "bi-mat"
        ? { ok: true, name: "Trang thử", expiresAt }
        : { ok: false, why: "Mã không đúng.", final: true },
    submit: async ({ post, risky, keep }) => {
      await keep({ prepared: post.marker });
      const answer = answers.shift() ?? { outcome: "done", remoteId: null, url: null };
      if (answer === "throw-before") throw new Error("connection refused");
      if (answer !== "commit-then-throw" && answer.outcome !== "done") {
        if (answer.outcome === "unknown") await risky();
        return answer;
      }
      await risky();
      standing.push(post.marker);
      words.set(post.marker, saidIn(post));
      if (answer === "commit-then-throw") throw new Error("connection reset");
      return {
        outcome: "done",
        remoteId: post.marker,
        url: answer.url ?? `https://mang.mau.vn/${post.marker}`,
        ...(answer.followIn !== undefined && { followIn: answer.followIn, url: answer.url }),
      };
    },
    poll: async () =>
      (answers.shift() as Outcome) ?? { outcome: "pending", askAgainIn: 5, why: "Đang xử lý." },
    reconcile: async ({ post }) => {
      const look = looks.shift() ?? "look";
      if (look instanceof Error) throw look;
      if (typeof look === "function") return look();
      if (look !== "look") return look;
      return standing.includes(post.marker)
        ? { outcome: "done", remoteId: post.marker, url: `https://mang.mau.vn/${post.marker}` }
        : { outcome: "absent" };
    },
    follow: async () => follows.shift() ?? { followIn: null },
  };
  const changed = (
    act: (marker: string, text: string) => void,
    isDone: (marker: string, text: string) => boolean,
  ) => ({
    reachesPeople: false,
    effect: "",
    submit: async ({ post, risky, stands }: ChangeCall): Promise<Outcome> => {
      const answer = answers.shift() ?? { outcome: "done", remoteId: stands.remoteId, url: stands.url };
      if (answer === "throw-before") throw new Error("connection refused");
      if (answer !== "commit-then-throw" && answer.outcome !== "done") return answer;
      await risky();
      act(stands.remoteId, saidIn(post));
      if (answer === "commit-then-throw") throw new Error("connection reset");
      return answer;
    },
    look: async ({ post, stands }: ChangeCall): Promise<Found> => {
      const look = looks.shift() ?? "look";
      if (typeof look === "function") return look();
      return isDone(stands.remoteId, saidIn(post))
        ? { outcome: "done", remoteId: stands.remoteId, url: stands.url }
        : { outcome: "absent" };
    },
  });
  if (changes) {
    connector.identify = async ({ post }, address) => (address.endsWith(post.marker) ? post.marker : null);
    connector.change = changed(
      (marker, text) => words.set(marker, text),
      (marker, text) => words.get(marker) === text,
    );
    connector.remove = changed(
      (marker) => words.delete(marker),
      (marker) => !words.has(marker),
    );
  }
  // Test files may share a process: the newest one plays.
  const before = connectors.findIndex((one) => one.network === PLAYED);
  connectors.splice(before < 0 ? connectors.length : before, before < 0 ? 0 : 1, connector);
  const letInUntil = (moment: Date | null) => {
    expiresAt = moment;
  };
  return { answers, looks, follows, standing, words, letInUntil };
}

/** An account in the register, connected where that is its way. */
export async function account(
  work: Work,
  unitId: string,
  {
    network = PLAYED,
    way,
    secret = { token: "bi-mat" },
  }: { network?: string; way: Exclude<AccountWay, "own">; secret?: unknown },
): Promise<string> {
  const id = uuidv7();
  const fields = {
    name: `Tài khoản ${id}`,
    handle: "",
    url: `https://mang.mau.vn/trang-${id}`,
    unitId,
    decision: "",
    isVerified: false,
    note: "",
    way: "manual" as const,
  };
  await registerAccount(work, { id, network, ...fields });
  if (way === "manual") return id;
  await work.tx.insert(channelCredential).values({
    accountId: id,
    agencyId: work.actor.agencyId,
    sealed: await seal(secret),
    savedAt: work.at,
  });
  await changeAccount(work, { id, ...fields, way });
  return id;
}
