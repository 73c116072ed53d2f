import { and, desc, eq, getTableColumns, gte, isNotNull, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { Unacceptable } from "#platform/auth/policy.ts";
import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { actName, namesOfObjects, objectWords } from "#platform/work/audit-words.ts";
import { auditEntry, auditSeal, auditUnsealed } from "#platform/work/tables.ts";
import type { auditFilter } from "./contract.ts";
import { changesOf, idsIn, keptOf, objectNameOf } from "./present-audit.ts";
import { agency, person, unit } from "./tables.ts";

type Filter = z.output<typeof auditFilter>;

const PAGE = 100;
/** More lines than this are not counted to the end. */
const COUNTED = 10_000;
/** Lines that one table for Excel takes at most. */
const LONGEST_TABLE = 50_000;

/** Midnight in Việt Nam at the beginning of a day, or of the one after it. */
const startOf = (day: string, later = 0): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(VIETNAM).epochMilliseconds);

const matches = (agencyId: string, { personId, act, objectKind, objectId, from, to }: Filter) =>
  and(
    eq(auditEntry.agencyId, agencyId),
    personId ? eq(auditEntry.personId, personId) : undefined,
    act ? eq(auditEntry.act, act) : undefined,
    objectKind ? eq(auditEntry.objectKind, objectKind) : undefined,
    objectId ? eq(auditEntry.objectId, objectId) : undefined,
    from ? gte(auditEntry.at, startOf(from)) : undefined,
    to ? lt(auditEntry.at, startOf(to, 1)) : undefined,
  );

/** Names by id of what the agency itself keeps: its people, its units, it and the agencies under it. */
async function namesOf(q: Queryable, agencyId: string): Promise<Map<string, string>> {
  const people = await q
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(eq(person.agencyId, agencyId));
  const units = await q
    .select({ id: unit.id, name: unit.name })
    .from(unit)
    .where(eq(unit.agencyId, agencyId));
  const agencies = await q
    .select({ id: agency.id, name: agency.name })
    .from(agency)
    .where(sql`${agency.id} = ${agencyId} or ${agency.parentId} = ${agencyId}`);
  return new Map([...people, ...units, ...agencies].map(({ id, name }) => [id, name]));
}

async function entriesOf(
  q: Queryable,
  agencyId: string,
  filter: Filter,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const rows = await q
    .select({
      ...getTableColumns(auditEntry),
      seal: {
        position: auditSeal.position,
        hash: sql<string>`encode(${auditSeal.hash}, 'hex')`,
        at: auditSeal.sealedAt,
      },
    })
    .from(auditEntry)
    .leftJoin(auditSeal, eq(auditSeal.entryId, auditEntry.id))
    .where(
      and(
        matches(agencyId, filter),
        after
          ? sql`(at, id) < (select at, id from audit_entry where id = ${after} and agency_id = ${agencyId})`
          : undefined,
      ),
    )
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(limit);
  const names = new Map([
    ...(await namesOfObjects(q, agencyId, [...new Set(rows.flatMap(idsIn))])),
    ...(await namesOf(q, agencyId)),
  ]);
  return rows.map((row) => ({
    ...row,
    actName: actName(row.act),
    objectName: objectNameOf(row, names),
    changes: changesOf(row, names),
    kept: keptOf(row, names),
  }));
}

/** How far the agency's audit is sealed: its last seal, and how many of its entries wait for theirs. */
async function sealedUntil(q: Queryable, agencyId: string) {
  const [last] = await q
    .select({ position: auditSeal.position, at: auditSeal.sealedAt })
    .from(auditSeal)
    .where(eq(auditSeal.entryAgencyId, agencyId))
    .orderBy(desc(auditSeal.position))
    .limit(1);
  const ofAgency = sql`(select id from audit_entry where agency_id = ${agencyId})`;
  const waiting = await q.$count(auditUnsealed, sql`entry_id in ${ofAgency}`);
  return { last: last ?? null, waiting };
}

/** How many entries match, counted no further than is told. */
async function countOf(q: Queryable, agencyId: string, filter: Filter) {
  const some = q
    .select({ one: sql`1` })
    .from(auditEntry)
    .where(matches(agencyId, filter))
    .limit(COUNTED + 1)
    .as("some");
  const [counted] = await q.select({ total: sql<number>`count(*)::int` }).from(some);
  const total = counted?.total ?? 0;
  return { total: Math.min(total, COUNTED), isMore: total > COUNTED };
}

/** The newest 100 entries of the agency's audit that match, or those after the one with the id `after`. */
export async function auditPage(
  q: Queryable,
  agencyId: string,
  { after, ...filter }: Filter & { after?: string | undefined },
) {
  const entries = await entriesOf(q, agencyId, filter, { after, limit: PAGE });
  const sealed = await sealedUntil(q, agencyId);
  // Of the further pages nobody asks again how many there are.
  const counted = after === undefined ? await countOf(q, agencyId, filter) : null;
  return { entries, sealed, counted, next: entries.length === PAGE ? entries.at(-1)!.id : null };
}

/** What the audit can be narrowed to: the people, acts and kinds of objects that stand in it. */
export async function auditChoices(q: Queryable, agencyId: string) {
  const own = eq(auditEntry.agencyId, agencyId);
  const people = await q
    .selectDistinct({
      id: sql<string>`${auditEntry.personId}`,
      name: sql<string>`max(${auditEntry.personName})`,
    })
    .from(auditEntry)
    .where(and(own, isNotNull(auditEntry.personId)))
    .groupBy(auditEntry.personId);
  const acts = await q.selectDistinct({ act: auditEntry.act }).from(auditEntry).where(own);
  const kinds = await q.selectDistinct({ kind: auditEntry.objectKind }).from(auditEntry).where(own);
  const inVietnamese = new Intl.Collator("vi").compare;
  const byName = (a: { name: string }, b: { name: string }) => inVietnamese(a.name, b.name);
  return {
    people: people.toSorted(byName),
    acts: acts.map(({ act }) => ({ id: act, name: actName(act) })).toSorted(byName),
    kinds: kinds.map(({ kind }) => ({ id: kind, name: objectWords(kind).name })).toSorted(byName),
  };
}

/** All entries that match, for a table. @throws Unacceptable when there are too many for one */
export async function wholeAudit(q: Queryable, agencyId: string, filter: Filter) {
  if ((await q.$count(auditEntry, matches(agencyId, filter))) > LONGEST_TABLE) {
    const message = "Có hơn 50.000 dòng; hãy chọn khoảng ngày ngắn hơn rồi tải lại.";
    throw new Unacceptable(message, [{ field: "from", message }]);
  }
  return entriesOf(q, agencyId, filter, { limit: LONGEST_TABLE });
}
