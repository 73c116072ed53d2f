import { and, eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { connectorOf } from "../connectors/index.ts";
import { channelAccount, channelCredential } from "../tables.ts";
import { accountCall } from "./account-call.ts";
import type { ChannelAccount } from "./account-queries.ts";
import { warnedDaysOf } from "./warned-days.ts";

const DAY = 86_400_000;

async function tell(current: Work, account: ChannelAccount, cause: string, title: string): Promise<void> {
  const people = [
    ...(await peopleWithRole(current.tx, account.agencyId, "administrator")),
    ...(await peopleWithRole(current.tx, account.agencyId, "editor")),
  ];
  await notify(current, {
    personIds: people.map(({ id }) => id),
    cause,
    kind: "failure",
    title,
    href: `/workspace/kenh?noi=${account.id}`,
  });
}

/** The account stops with the network's reason and is told of once; what waits there keeps its place. */
export async function lockOut(current: Work, account: ChannelAccount, why: string): Promise<void> {
  const { tx, at } = current;
  const [stopped] = await tx
    .update(channelAccount)
    .set({ state: "paused", stateReason: why, stateBy: null, stateAt: at })
    .where(and(eq(channelAccount.id, account.id), eq(channelAccount.state, "open")))
    .returning({ id: channelAccount.id });
  await tx
    .update(channelCredential)
    .set({ isDead: true, why })
    .where(eq(channelCredential.accountId, account.id));
  if (!stopped) return;
  await current.record({
    act: "pause-account",
    objectKind: "channel-account",
    objectId: account.id,
    reason: why,
  });
  await tell(
    current,
    account,
    `account-locked-out:${account.id}:${at.toISOString()}`,
    `${account.name} phải kết nối lại: ${why} Các bài đang chờ vẫn giữ nguyên.`,
  );
}

/** Looks at every connected account once a day: whether it still lets us in, and for how long. Gives how many. */
export async function checkConnections(database: Database, now = new Date()): Promise<number> {
  const rows = await database
    .select({ account: channelAccount })
    .from(channelAccount)
    .innerJoin(channelCredential, eq(channelCredential.accountId, channelAccount.id))
    .where(and(eq(channelAccount.way, "connected"), eq(channelCredential.isDead, false)));
  for (const { account } of rows) {
    const found = await connectorOf(account.network)
      ?.check(accountCall(database, account.id, () => now))
      .catch(() => null);
    // Not to be asked today; it is asked again tomorrow, and posting tells sooner.
    if (!found || (!found.ok && !found.final)) continue;
    await work(
      database,
      systemActor(account.agencyId, "Kiểm tra kết nối"),
      async (current) => {
        if (!found.ok) return lockOut(current, account, found.why);
        const { expiresAt, limits = [] } = found;
        await current.tx
          .update(channelCredential)
          .set({ expiresAt, limits })
          .where(eq(channelCredential.accountId, account.id));
        if (expiresAt === null) return;
        const days = Math.ceil((expiresAt.getTime() - now.getTime()) / DAY);
        const warnedDays = await warnedDaysOf(current.tx, account.agencyId);
        const warned = warnedDays.filter((limit) => days <= limit).at(-1);
        if (warned === undefined) return;
        await tell(
          current,
          account,
          `account-expires:${account.id}:${warned}:${expiresAt.toISOString().slice(0, 10)}`,
          `Kết nối của ${account.name} còn ${Math.max(days, 0)} ngày; hãy kết nối lại trước khi hết hạn.`,
        );
      },
      { at: now },
    );
  }
  return rows.length;
}
