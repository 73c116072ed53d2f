import { and, asc, desc, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { personNames, unitsOfAgency, withForebears } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { itemsOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { searchable } from "../searchable.ts";
import {
  commendation,
  commendationConsent,
  commendationText,
  contentItem,
  contentRevision,
} from "../tables.ts";
import type { CommendationMark, CommendedSubject, ConsentState } from "./commendation.ts";
import { commendationPolicy } from "./policy.ts";

export type Commendation = typeof commendation.$inferSelect;
type Consent = typeof commendationConsent.$inferSelect;

/** An entry of the agency; `lock` holds the row until the transaction ends. @throws NotFound */
export async function commendationOf(
  q: Queryable,
  { agencyId }: Actor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Commendation> {
  const query = q
    .select()
    .from(commendation)
    .where(and(eq(commendation.agencyId, agencyId), eq(commendation.id, id)));
  const [found] = lock ? await query.for("update") : await query;
  if (!found) throw new NotFound("Không có mục biểu dương này trong cơ quan.");
  return found;
}

const consentStateOf = ({ subject }: { subject: CommendedSubject }, consents: Consent[]): ConsentState => {
  if (subject === "group") return "not-needed";
  if (consents.length === 0) return "missing";
  return consents.some(({ withdrawnAt }) => withdrawnAt === null) ? "given" : "withdrawn";
};

/** A revision of a linked text that the person has not agreed to: the database's own answer. */
const lacksConsent = (revision: SQL | typeof contentItem.liveRevisionId) =>
  sql<boolean>`${commendationText.commendationId} in (select praised_without_consent(${contentItem.id}, ${revision}))`;

const isPublic = sql<boolean>`(${contentItem.state} in ('published', 'withdrawn'))`;

const toldColumns = {
  commendationId: commendationText.commendationId,
  id: contentItem.id,
  title: contentRevision.title,
  state: contentItem.state,
  pictured: commendationText.pictured,
  isUnnamed: sql<boolean>`${commendationText.unnamedIn} is not distinct from ${contentItem.currentRevisionId}`,
  isOutstanding: sql<boolean>`(${isPublic} and ${lacksConsent(contentItem.liveRevisionId)})`,
  isBlocked: sql<boolean>`(${contentItem.state} not in ('removed', 'discarded') and ${lacksConsent(sql`${contentItem.currentRevisionId}`)})`,
};

const told = (q: Queryable) =>
  q
    .select(toldColumns)
    .from(commendationText)
    .innerJoin(contentItem, eq(contentItem.id, commendationText.itemId))
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId));

/** Texts on the portal that praise the person of an entry without consent. */
export const outstandingTexts = async (q: Queryable, commendationId: string) =>
  (
    await q
      .select({ item: contentItem, title: contentRevision.title })
      .from(commendationText)
      .innerJoin(contentItem, eq(contentItem.id, commendationText.itemId))
      .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
      .where(
        and(
          eq(commendationText.commendationId, commendationId),
          isPublic,
          lacksConsent(contentItem.liveRevisionId),
        ),
      )
      .orderBy(asc(contentItem.publishedAt))
  ).map(({ item, title }) => ({ ...item, title }));

async function presentCommendations(q: Queryable, actor: Actor, rows: Commendation[]) {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const consents = await q
    .select()
    .from(commendationConsent)
    .where(inArray(commendationConsent.commendationId, ids))
    .orderBy(desc(commendationConsent.notedAt), desc(commendationConsent.id));
  const texts = await told(q)
    .where(inArray(commendationText.commendationId, ids))
    .orderBy(asc(commendationText.linkedAt));
  const items = await itemsOf(q, actor, [...new Set(texts.map(({ id }) => id))]);
  const names = await personNames(q, [
    ...rows.map(({ notedBy }) => notedBy),
    ...consents.flatMap(({ askedBy, withdrawnBy }) => (withdrawnBy ? [askedBy, withdrawnBy] : [askedBy])),
  ]);
  return rows.map((row) => {
    const own = consents.filter(({ commendationId }) => commendationId === row.id);
    return {
      ...row,
      unitName: units.find(({ id }) => id === row.unitId)?.name ?? "",
      notedByName: names.get(row.notedBy) ?? "",
      consent: consentStateOf(row, own),
      consents: own.map((one) => ({
        ...one,
        askedByName: names.get(one.askedBy) ?? "",
        withdrawnByName: one.withdrawnBy && (names.get(one.withdrawnBy) ?? ""),
      })),
      texts: texts.filter(({ id, commendationId }) => {
        const item = items.get(id);
        return commendationId === row.id && item && contentPolicy.hindrance(actor, "read", item) === null;
      }),
      may: commendationPolicy.may(actor, row),
    };
  });
}

/** One entry. @throws NotFound, Forbidden */
export async function presentCommendation(q: Queryable, actor: Actor, id: string) {
  const found = commendationPolicy.permit(actor, "read", await commendationOf(q, actor, id));
  return (await presentCommendations(q, actor, [found]))[0]!;
}

export interface CommendationFilter {
  q?: string | undefined;
  subject?: CommendedSubject | undefined;
  unitId?: string | undefined;
  mark?: CommendationMark | undefined;
}

const PAGE_SIZE = 30;

function marked(q: Queryable, mark: CommendationMark): SQL {
  const consent = (where?: SQL) =>
    exists(
      q
        .select({ one: sql`1` })
        .from(commendationConsent)
        .where(and(eq(commendationConsent.commendationId, commendation.id), where)),
    );
  const inForce = consent(isNull(commendationConsent.withdrawnAt));
  const byMark: Record<CommendationMark, () => SQL> = {
    missing: () => sql`(${commendation.subject} = 'person' and not ${consent()})`,
    given: () => inForce,
    withdrawn: () => sql`(${consent()} and not ${inForce})`,
    outstanding: () =>
      exists(
        q
          .select({ one: sql`1` })
          .from(commendationText)
          .innerJoin(contentItem, eq(contentItem.id, commendationText.itemId))
          .where(
            and(
              eq(commendationText.commendationId, commendation.id),
              isPublic,
              lacksConsent(contentItem.liveRevisionId),
            ),
          ),
      ),
  };
  return byMark[mark]();
}

async function conditions(q: Queryable, actor: Actor, filter: CommendationFilter): Promise<SQL | undefined> {
  const pattern = `%${searchable(filter.q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(commendation.agencyId, actor.agencyId),
    filter.subject ? eq(commendation.subject, filter.subject) : undefined,
    filter.unitId ? inArray(commendation.unitId, await withForebears(q, filter.unitId)) : undefined,
    filter.mark ? marked(q, filter.mark) : undefined,
    filter.q?.trim() ? sql`${commendation.wordsPlain} like ${pattern}` : undefined,
  );
}

async function found(
  q: Queryable,
  actor: Actor,
  filter: CommendationFilter,
  page: { after?: string | undefined } | null,
) {
  const rows = q
    .select()
    .from(commendation)
    .where(
      and(
        await conditions(q, actor, filter),
        page?.after
          ? sql`(${commendation.notedAt}, ${commendation.id}) < (select c.noted_at, c.id from commendation c where c.id = ${page.after} and c.agency_id = ${actor.agencyId})`
          : undefined,
      ),
    )
    .orderBy(desc(commendation.notedAt), desc(commendation.id));
  return page ? rows.limit(PAGE_SIZE + 1) : rows;
}

/** Entries, the newest first, a page from the row after `after`. */
export async function listCommendations(
  q: Queryable,
  actor: Actor,
  { after, ...filter }: CommendationFilter & { after?: string | undefined },
) {
  const { agencyId } = actor;
  commendationPolicy.permit(actor, "read", { agencyId });
  const rows = await found(q, actor, filter, { after });
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    commendations: await presentCommendations(q, actor, shown),
    next: rows.length > PAGE_SIZE ? shown.at(-1)!.id : null,
    total: await q.$count(commendation, await conditions(q, actor, filter)),
    outstanding: await q.$count(commendation, await conditions(q, actor, { mark: "outstanding" })),
    may: commendationPolicy.may(actor, { agencyId }),
  };
}

/** All that the filter leaves, for a workbook. */
export const everyCommendation = async (q: Queryable, actor: Actor, filter: CommendationFilter) =>
  presentCommendations(q, actor, await found(q, actor, filter, null));

/** Whom a text praises, and how that stands. */
export async function commendedIn(q: Queryable, { agencyId }: Actor, itemId: string) {
  const texts = await told(q).where(
    and(eq(commendationText.agencyId, agencyId), eq(commendationText.itemId, itemId)),
  );
  if (texts.length === 0) return [];
  const ids = texts.map(({ commendationId }) => commendationId);
  const rows = await q
    .select()
    .from(commendation)
    .where(inArray(commendation.id, ids))
    .orderBy(asc(commendation.notedAt));
  const consents = await q
    .select()
    .from(commendationConsent)
    .where(inArray(commendationConsent.commendationId, ids));
  return rows.map((row) => ({
    ...row,
    ...texts.find(({ commendationId }) => commendationId === row.id)!,
    id: row.id,
    consent: consentStateOf(
      row,
      consents.filter(({ commendationId }) => commendationId === row.id),
    ),
  }));
}

/** Persons whom one revision of an item may not name as their consent stands now, by the entry. */
export async function praisedWithoutConsent(
  q: Queryable,
  itemId: string,
  revisionId: string,
): Promise<Commendation[]> {
  return q
    .select()
    .from(commendation)
    .where(sql`${commendation.id} in (select praised_without_consent(${itemId}, ${revisionId}))`)
    .orderBy(asc(commendation.notedAt));
}
