import { PgBoss } from "pg-boss";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import type { Connector } from "../src/capabilities/channels/connectors/connector.ts";
import { connectors } from "../src/capabilities/channels/connectors/index.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { outgoingFetch } from "../src/platform/http/outgoing.ts";

/** One worker of the bench, a process of its own: `deliver` or `bare`, a database and a network; ends when nothing is left. */
const [mode, url, network] = process.argv.slice(2) as [string, string, string];
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

/** The same post for each job, as quickly as the queue hands them out. */
async function bare(): Promise<void> {
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
    const hands = jobs.values();
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (const { data } of hands) await post(data.marker);
      }),
    );
    await boss.complete(
      "bench-post",
      jobs.map(({ id }) => id),
    );
  }
  await boss.stop({ graceful: false });
}

process.stdout.write("ready\n");
await (mode === "deliver" ? deliver() : bare());
