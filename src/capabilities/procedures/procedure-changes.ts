import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { eventsOfAgency, proceduresOfEvents } from "./life-events/life-event-queries.ts";
import { procedurePath } from "./procedure-code.ts";
import { procedure, procedureVersion } from "./tables.ts";

/** The last change of a procedure, as the public is told of it. */
export interface ProcedureChange {
  id: string;
  code: string;
  name: string;
  field: string;
  path: string;
  changedAt: Date;
  /** "Có hiệu lực …", "Bãi bỏ từ ngày …", in one sentence. */
  what: string;
  /** Events that it is needed for. */
  events: { slug: string; name: string }[];
}

type Row = { one: typeof procedure.$inferSelect; version: typeof procedureVersion.$inferSelect };

function whatOf({ one, version }: Row): string {
  if (one.state === "repealed") return `Bị bãi bỏ từ ngày ${formatDate(one.repealedOn!)}: ${one.stateReason}`;
  if (one.state === "paused") return `Tạm dừng: ${one.stateReason}`;
  const since = `áp dụng từ ngày ${formatDate(version.validFrom)}`;
  return version.version === 1 ? `Thủ tục mới, ${since}.` : `Thay đổi, ${since}: ${version.reason}`;
}

async function present(q: Queryable, agencyId: string, rows: Row[]): Promise<ProcedureChange[]> {
  if (rows.length === 0) return [];
  const links = await proceduresOfEvents(q, agencyId);
  const events = new Map((await eventsOfAgency(q, agencyId)).map((event) => [event.id, event]));
  return rows.map(({ one, version }) => ({
    ...{ id: one.id, code: one.code, name: version.name, field: version.field },
    ...{ path: procedurePath({ code: one.code, name: version.name }), changedAt: one.updatedAt },
    what: whatOf({ one, version }),
    events: links.flatMap(({ eventId, procedureId }) => {
      const event = procedureId === one.id ? events.get(eventId) : undefined;
      return event ? [{ slug: event.slug, name: event.name }] : [];
    }),
  }));
}

const current = (q: Queryable) =>
  q
    .select({ one: procedure, version: procedureVersion })
    .from(procedure)
    .innerJoin(
      procedureVersion,
      and(
        eq(procedureVersion.procedureId, procedure.id),
        eq(procedureVersion.version, procedure.currentVersion),
      ),
    );
const own = (agencyId: string) => and(eq(procedure.agencyId, agencyId), isNull(procedure.takenBackAt));

/** What changed after a moment, the oldest first. */
export const changesSince = async (q: Queryable, agencyId: string, since: Date): Promise<ProcedureChange[]> =>
  present(
    q,
    agencyId,
    await current(q)
      .where(and(own(agencyId), gt(procedure.updatedAt, since)))
      .orderBy(asc(procedure.updatedAt), asc(procedure.id)),
  );

/** The last changes of these procedures. */
export const changesOf = async (q: Queryable, agencyId: string, ids: string[]): Promise<ProcedureChange[]> =>
  ids.length === 0
    ? []
    : present(q, agencyId, await current(q).where(and(own(agencyId), inArray(procedure.id, ids))));

/** What changed last, the newest first; of a field if it is named. */
export const newestChanges = async (
  q: Queryable,
  agencyId: string,
  { field, limit }: { field?: string; limit: number },
): Promise<ProcedureChange[]> =>
  present(
    q,
    agencyId,
    await current(q)
      .where(and(own(agencyId), field === undefined ? undefined : eq(procedureVersion.field, field)))
      .orderBy(desc(procedure.updatedAt), asc(procedure.id))
      .limit(limit),
  );

/** The procedure with this code, as somebody who follows it names it; null: the agency has none. */
export async function followedProcedure(
  q: Queryable,
  agencyId: string,
  code: string,
): Promise<string | null> {
  const [found] = await q
    .select({ id: procedure.id })
    .from(procedure)
    .where(and(own(agencyId), eq(procedure.code, code)));
  return found?.id ?? null;
}

/** The events by which procedures are found, in their order. */
export const followedEvents = async (q: Queryable, agencyId: string) =>
  (await eventsOfAgency(q, agencyId)).map(({ slug, name }) => ({ slug, name }));
