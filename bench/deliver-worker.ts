import { PgBoss } from "pg-boss";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import type { Connector } from "../src/capabilities/channels/connectors/connector.ts";
import { connectors } from "../src/capabilities/channels/connectors/index.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { outgoingFetch } from "../src/platform/http/outgoing.ts";

/**
 * One worker of the bench, a process of its own; ends when nothing is left and tells the milliseconds of a core it took.
 * `calls`: so many posts without a database; `queue`: jobs that post nothing; `bare`: jobs that post; `deliver`: deliveries.
 */
const [mode, url, network, share] = process.argv.slice(2) as [string, string, string, string];
const send = outgoingFetch(["127.0.0.1"]);
const post = (marker: string) => send(`${network}/posts`, { method: "POST", body: marker });

const played: Connector = {
  network: "website",
  connection: [],
  check: async () => ({ ok: true, name: null, expiresAt: null }),
  submit: async (call) => {
    await call.risky();
    await post(call.post.marker);
    return { outcome: "done", remoteId: call.post.marker, url: `https://mang.mau.vn/${call.post.marker}` };
  },
  poll: async () => ({ outcome: "pending", askAgainIn: 60, why: "" }),
  reconcile: async () => ({ outcome: "absent" }),
};

async function deliver(): Promise<void> {
  connectors.push(played);
  allowNetworkHosts(["127.0.0.1"]);
  const { database, close } = openDatabase(url, { max: 12 });
  await deliverDue(database);
  await close();
}

/** Does what comes, a few side by side. */
async function few<Item>(items: Iterable<Item>, each: (item: Item) => Promise<unknown>): Promise<void> {
  const hands = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = hands.next(); !next.done; next = hands.next()) await each(next.value);
    }),
  );
}

/** The same post for each job, as quickly as the queue hands them out. */
async function bare(each: (marker: string) => Promise<unknown>): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    migrate: false,
    schedule: false,
    supervise: false,
    max: 8,
  });
  await boss.start();
  for (;;) {
    const jobs = await boss.fetch<{ marker: string }>("bench-post", { batchSize: 100 });
    if (jobs.length === 0) break;
    await few(jobs, ({ data }) => each(data.marker));
    await boss.complete(
      "bench-post",
      jobs.map(({ id }) => id),
    );
  }
  await boss.stop({ graceful: false });
}

const modes: Record<string, () => Promise<void>> = {
  calls: () =>
    few(
      Array.from({ length: Number(share) }, (_, n) => `calls${process.pid}-${n}`),
      post,
    ),
  queue: () => bare(async () => {}),
  bare: () => bare(post),
  deliver,
};
process.stdout.write("ready\n");
const began = process.cpuUsage();
await modes[mode]!();
const { user, system } = process.cpuUsage(began);
process.stdout.write(`${(user + system) / 1000}\n`);
