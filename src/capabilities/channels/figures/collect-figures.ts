import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { AnswerTooLarge, OutgoingRefused } from "#platform/http/outgoing.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { accountCall } from "../accounts/account-call.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import { type Handles, NotConnected } from "../connectors/connector.ts";
import type { AskedPost, FiguresRead } from "../connectors/figures-call.ts";
import { connectorOf, connectors } from "../connectors/index.ts";
import {
  channelAccount,
  channelCredential,
  delivery,
  figureReading,
  figureSource,
  figureWatch,
  placement,
} from "../tables.ts";
import { askedId } from "./asked-id.ts";
import { LAST_DAY } from "./next-reading.ts";
import { settleReading } from "./settle-reading.ts";

/** One worker asks under an account at a time; one that died is taken over after so many minutes. */
const HELD_MINUTES = 15;
const HOUR = 3_600_000;
/** So many times an account is asked in one go. */
const GOES = 8;

/** Accounts whose network tells figures and lets us in. */
async function accountsToAsk(database: Database): Promise<ChannelAccount[]> {
  const telling = connectors.filter(({ figures }) => figures).map(({ network }) => network);
  const rows = await database
    .select({ account: channelAccount })
    .from(channelAccount)
    .innerJoin(channelCredential, eq(channelCredential.accountId, channelAccount.id))
    .where(
      and(
        inArray(channelAccount.network, telling),
        eq(channelAccount.way, "connected"),
        sql`${channelAccount.state} <> 'closed'`,
        eq(channelCredential.isDead, false),
      ),
    );
  return rows.map(({ account }) => account);
}

/** Posts under the account that nobody watches yet and that the network can be asked about are watched from now on. */
async function watchNew(database: Database, account: ChannelAccount, now: Date): Promise<void> {
  const { rows } = await database.execute<{
    id: string;
    url: string | null;
    remoteId: string | null;
    recordedBy: string | null;
    placedAt: string;
  }>(sql`
    select p.id, p.url, p.remote_id as "remoteId", p.recorded_by as "recordedBy", p.placed_at as "placedAt"
    from ${placement} p
    where p.account_id = ${account.id} and p.taken_down_at is null
      and p.placed_at > ${now.toISOString()}::timestamptz - ${LAST_DAY} * interval '1 day'
      and not exists (select 1 from ${figureWatch} w where w.placement_id = p.id)`);
  const watched = rows.flatMap(({ id: placementId, recordedBy, placedAt, ...standing }) => {
    const asked = askedId({ ...standing, recordedBy }, account);
    if (asked === null || "why" in asked) return [];
    return [
      {
        ...{ placementId, agencyId: account.agencyId, accountId: account.id },
        nextAt: new Date(Math.max(new Date(placedAt).getTime() + HOUR, now.getTime())),
        remoteId: recordedBy === null ? null : asked.id,
      },
    ];
  });
  if (watched.length > 0) await database.insert(figureWatch).values(watched).onConflictDoNothing();
}

/** Takes the account for this worker; gives what its network does not tell, null: another has it, or it is left alone. */
async function hold(database: Database, { id, agencyId }: ChannelAccount, now: Date) {
  const heldUntil = new Date(now.getTime() + HELD_MINUTES * 60_000);
  const [taken] = await database
    .insert(figureSource)
    .values({ accountId: id, agencyId, heldUntil })
    .onConflictDoUpdate({
      target: figureSource.accountId,
      set: { heldUntil },
      setWhere: sql`coalesce(${figureSource.heldUntil}, '-infinity') <= ${now.toISOString()}::timestamptz`,
    })
    .returning();
  return taken?.missing ?? null;
}

const letGo = (database: Database, { id }: ChannelAccount) =>
  database.update(figureSource).set({ heldUntil: null }).where(eq(figureSource.accountId, id));

async function dueUnder(
  database: Database,
  { id }: ChannelAccount,
  most: number,
  now: Date,
): Promise<AskedPost[]> {
  return database
    .select({
      id: placement.id,
      remoteId: sql<string>`coalesce(${figureWatch.remoteId}, ${placement.remoteId})`,
      placedAt: placement.placedAt,
      // What a person wrote down is not known to be what was sent.
      handles: sql<Handles>`case when ${placement.recordedBy} is null then ${delivery.handles} else '{}' end`,
      wasTold: sql<boolean>`exists (select from ${figureReading} r where r.placement_id = ${placement.id} and r.source = 'network')`,
    })
    .from(figureWatch)
    .innerJoin(placement, eq(placement.id, figureWatch.placementId))
    .innerJoin(delivery, eq(delivery.id, placement.deliveryId))
    .where(and(eq(figureWatch.accountId, id), lte(figureWatch.nextAt, now), isNull(placement.takenDownAt)))
    .orderBy(asc(figureWatch.nextAt))
    .limit(most);
}

/** A call that brought no answer at all. */
function notAsked(error: unknown): FiguresRead {
  const why =
    error instanceof OutgoingRefused
      ? "Địa chỉ của mạng nằm trong mạng nội bộ nên hệ thống không gọi."
      : error instanceof AnswerTooLarge
        ? "Mạng trả lời dài bất thường nên câu trả lời bị bỏ; hệ thống hỏi lại sau."
        : "Không hỏi được mạng; hệ thống hỏi lại sau.";
  return { posts: new Map(), missing: [], ended: { outcome: "later", why } };
}

/** Asks under one account about what is due; gives how many posts it was asked about. */
async function collectUnder(database: Database, account: ChannelAccount, now: Date): Promise<number> {
  const reader = connectorOf(account.network)?.figures;
  if (!reader) return 0;
  await watchNew(database, account, now);
  let count = 0;
  for (let go = 0; go < GOES; go++) {
    if ((await dueUnder(database, account, 1, now)).length === 0) return count;
    const missing = await hold(database, account, now);
    if (missing === null) return count;
    // Who had the account until now may have asked about them.
    const posts = await dueUnder(database, account, reader.most, now);
    if (posts.length === 0) {
      await letGo(database, account);
      return count;
    }
    const skip = new Set(
      Object.entries(missing).flatMap(([name, { retryAt }]) => (new Date(retryAt) > now ? [name] : [])),
    );
    let read: FiguresRead;
    try {
      read = await reader.read(
        accountCall(database, account.id, () => now),
        posts,
        skip,
      );
    } catch (error) {
      if (error instanceof NotConnected) {
        await letGo(database, account);
        return count;
      }
      read = notAsked(error);
    }
    await work(
      database,
      systemActor(account.agencyId, "Lấy số liệu"),
      (current) => settleReading(current, account, posts, read),
      { at: now },
    );
    count += posts.length;
    if (read.ended !== null || posts.length < reader.most) return count;
  }
  return count;
}

/** Asks the networks how posts do whose turn it is; gives how many were asked about. */
export async function collectFigures(database: Database, now = new Date()): Promise<number> {
  let count = 0;
  for (const account of await accountsToAsk(database)) count += await collectUnder(database, account, now);
  return count;
}
