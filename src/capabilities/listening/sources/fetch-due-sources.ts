import { and, eq, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { tryLock } from "#platform/database/hold-lock.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { UnreadableFeed } from "../reading/unreadable-feed.ts";
import { listeningSource } from "../tables.ts";
import { keepItems } from "./keep-items.ts";
import { readSource, type SourceAnswer } from "./read-source.ts";
import { keyOfAddress, nextAsk, TOLD_AFTER } from "./source.ts";

type Source = typeof listeningSource.$inferSelect;

const MOST_AT_ONCE = 100;
const HOSTS_AT_ONCE = 4;
/** One that was begun when the process ended is asked again after that. */
const BEGUN = 15 * 60_000;

/** Told once for each time that it began to fail, or ended. */
async function tellKeepers(
  current: Work,
  { madeBy, agencyId }: Source,
  told: { cause: string; title: string },
): Promise<void> {
  const keepers = await peopleWithRole(current.tx, agencyId, "office");
  await notify(current, {
    personIds: [...new Set([madeBy, ...keepers.map((person) => person.id)])],
    ...told,
    kind: "press",
    href: "/workspace/theo-doi-bao-chi?the=nguon",
  });
}

async function switchOff(current: Work, source: Source, why: string): Promise<void> {
  const { tx, at } = current;
  await tx
    .update(listeningSource)
    .set({ offReason: why, offAt: at })
    .where(eq(listeningSource.id, source.id));
  await current.record({
    ...{ act: "stop-listening-source", objectKind: "listening-source", objectId: source.id, reason: why },
  });
  await tellKeepers(current, source, {
    cause: `listening-ended:${source.id}:${at.toISOString()}`,
    title: `Đã ngừng theo dõi ${source.name}: ${why}`,
  });
}

/** Where the feed lives from now on, as its server says for good; two that come to one place are one. */
async function move(current: Work, source: Source, url: string): Promise<boolean> {
  const { tx } = current;
  const [twin] = await tx
    .select({ id: listeningSource.id, name: listeningSource.name })
    .from(listeningSource)
    .where(
      and(
        eq(listeningSource.agencyId, source.agencyId),
        eq(listeningSource.urlKey, keyOfAddress(url)),
        ne(listeningSource.id, source.id),
      ),
    );
  if (twin) {
    await switchOff(current, source, `Nguồn tin đã chuyển về cùng địa chỉ với “${twin.name}”.`);
    return false;
  }
  await tx
    .update(listeningSource)
    .set({ url, urlKey: keyOfAddress(url) })
    .where(eq(listeningSource.id, source.id));
  await current.record({
    ...{ act: "move-listening-source", objectKind: "listening-source", objectId: source.id },
    ...{ before: { url: source.url }, after: { url } },
  });
  return true;
}

async function settleRead(current: Work, source: Source, answer: SourceAnswer): Promise<void> {
  const { tx, at } = current;
  const { feed, movedTo, etag, lastModified } = answer;
  await keepItems(current, source.id, feed?.items ?? []);
  await tx
    .update(listeningSource)
    .set({
      ...{ etag, lastModified, fetchedAt: at, nextAt: nextAsk(at, 0, null) },
      ...{ failures: 0, failingSince: null, failureWords: null },
    })
    .where(eq(listeningSource.id, source.id));
  if (movedTo !== null && movedTo !== source.url) await move(current, source, movedTo);
}

async function settleFailed(current: Work, source: Source, error: UnreadableFeed): Promise<void> {
  const { tx, at } = current;
  const failures = source.failures + 1;
  await tx
    .update(listeningSource)
    .set({
      ...{ failures, failingSince: source.failingSince ?? at, failureWords: error.message },
      nextAt: nextAsk(at, failures, error.retryAfter),
    })
    .where(eq(listeningSource.id, source.id));
  if (error.status === 410)
    return switchOff(current, source, "Nơi phát hành trả lời 410: nguồn tin không còn nữa.");
  if (failures === TOLD_AFTER)
    await tellKeepers(current, source, {
      cause: `listening-failing:${source.id}:${at.toISOString()}`,
      title: `Chưa đọc được nguồn tin ${source.name}: ${error.message} Hệ thống vẫn thử lại, thưa dần.`,
    });
}

/** Asks one feed and keeps what came; the row is looked at again, as a person may have changed it meanwhile. */
async function fetchSource(database: Database, asked: Source, clock: () => Date): Promise<void> {
  let answer: SourceAnswer | UnreadableFeed;
  try {
    answer = await readSource(asked, clock());
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error;
    answer = error;
  }
  await work(
    database,
    systemActor(asked.agencyId, "Theo dõi báo chí"),
    async (current) => {
      const [source] = await current.tx
        .select()
        .from(listeningSource)
        .where(
          and(
            eq(listeningSource.id, asked.id),
            eq(listeningSource.url, asked.url),
            isNull(listeningSource.offReason),
          ),
        )
        .for("update");
      if (!source) return;
      if (answer instanceof UnreadableFeed) await settleFailed(current, source, answer);
      else await settleRead(current, source, answer);
    },
    { at: clock() },
  );
}

/** Those that are due are marked as begun, so that what ends in between is not asked for at once again. */
async function begin(database: Database, at: Date): Promise<Source[]> {
  const due = database
    .select({ id: listeningSource.id })
    .from(listeningSource)
    .where(and(isNull(listeningSource.offReason), lte(listeningSource.nextAt, at)))
    .orderBy(listeningSource.nextAt)
    .limit(MOST_AT_ONCE);
  return database
    .update(listeningSource)
    .set({ nextAt: new Date(at.getTime() + BEGUN) })
    .where(inArray(listeningSource.id, due))
    .returning();
}

/**
 * Asks the feeds that are due, one after the other on each host, and at one place of the installation at a time. One
 * that cannot be read holds up no other.
 */
export async function fetchDueSources(database: Database, clock = () => new Date()): Promise<void> {
  await database.transaction(async (tx) => {
    if (!(await tryLock(tx, sql`hashtext('listening.fetch')`))) return;
    const byHost = [...Map.groupBy(await begin(database, clock()), ({ url }) => new URL(url).host).values()];
    const failed: unknown[] = [];
    const oneHostAfterTheOther = async () => {
      for (let host = byHost.shift(); host; host = byHost.shift())
        for (const source of host)
          try {
            await fetchSource(database, source, clock);
          } catch (error) {
            failed.push(error);
          }
    };
    await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, oneHostAfterTheOther));
    if (failed[0] !== undefined) throw failed[0];
  });
}
