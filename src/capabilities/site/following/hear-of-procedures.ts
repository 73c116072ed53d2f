import { eq } from "drizzle-orm";
import { activeAgencies } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { changesSince, type ProcedureChange } from "#procedures";
import { procedureHeard, procedureNews } from "../tables.ts";
import { topicOf } from "./following.ts";
import { tellFollowers } from "./tell-followers.ts";

/** What is committed later than something younger is still heard. */
const OVERLAP = 10 * 60_000;

const topicsOf = ({ id, field, events }: ProcedureChange) => [
  topicOf("procedure", id),
  ...(field ? [topicOf("field", field)] : []),
  ...events.map(({ slug }) => topicOf("event", slug)),
];

async function hear({ tx, at }: Work, agencyId: string): Promise<number> {
  const [heard] = await tx
    .select()
    .from(procedureHeard)
    .where(eq(procedureHeard.agencyId, agencyId))
    .for("update");
  if (!heard) {
    // What was there before is no news.
    await tx.insert(procedureHeard).values({ agencyId, since: at, until: at }).onConflictDoNothing();
    return 0;
  }
  const changes = await changesSince(tx, agencyId, new Date(heard.until.getTime() - OVERLAP));
  let told = 0;
  for (const change of changes) {
    const [news] = await tx
      .insert(procedureNews)
      .values({ id: uuidv7(), agencyId, procedureId: change.id, changedAt: change.changedAt })
      .onConflictDoNothing()
      .returning({ id: procedureNews.id });
    if (!news || change.changedAt <= heard.since) continue;
    await tellFollowers(tx, { agencyId, objectId: news.id, topics: topicsOf(change), at });
    told += 1;
  }
  const last = changes.at(-1)?.changedAt;
  if (last && last > heard.until)
    await tx.update(procedureHeard).set({ until: last }).where(eq(procedureHeard.agencyId, agencyId));
  return told;
}

/** Procedures that changed are told to who follows them, their field or an event that takes them; each change once. */
export async function hearOfProcedures(database: Database, now = new Date()): Promise<number> {
  let told = 0;
  for (const { id: agencyId } of await activeAgencies(database))
    told += await work(
      database,
      systemActor(agencyId, "Thư cho người đọc"),
      (current) => hear(current, agencyId),
      { at: now },
    );
  return told;
}
