import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { personNames, unitsOfAgency } from "#organization";
import { namedLinks } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { presentTogether } from "./bundles/bundle-queries.ts";
import { openComments } from "./comments/comment-queries.ts";
import { originOf } from "./content-origin.ts";
import {
  type ContentItem,
  type ContentRevision,
  eventsOf,
  itemOf,
  linksOfItem,
  revisionOf,
  subjectsOf,
} from "./content-queries.ts";
import { issuesToSubmit } from "./content-requirements.ts";
import { kindOf } from "./kinds/index.ts";
import { openPersonalData } from "./language/language-queries.ts";
import { linksAskedOf, mustLink, unlinkedAmong } from "./links-asked.ts";
import { contentPolicy } from "./policy.ts";
import { writersOf } from "./presence/presence-queries.ts";
import { publishIssues } from "./publish-issues.ts";
import { onlySeen } from "./readers/hidden.ts";
import { presentReview, presentTurn } from "./review/present-review.ts";
import { inWhoseName } from "./review/review.ts";
import { standingOf } from "./review/review-queries.ts";
import { seenBefore } from "./review/see-content.ts";
import { contentCorrection, contentItem, contentRevision } from "./tables.ts";

export interface ListedContent {
  item: ContentItem;
  title: string;
  summary: string;
  primaryTheme: string | null;
}

/** Rows of a list as the API answers them, each with what the caller may do. */
export async function presentList(q: Queryable, actor: Actor, rows: ListedContent[]) {
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const names = await personNames(
    q,
    rows.map(({ item }) => item.createdBy),
  );
  const writers = await writersOf(
    q,
    rows.map(({ item }) => item.id),
  );
  const comments = await openComments(
    q,
    rows.map(({ item }) => item.id),
  );
  const unlinked = await unlinkedAmong(
    q,
    rows.map(({ item }) => item.id),
  );
  const subjects = await subjectsOf(
    q,
    rows.map(({ item }) => item),
  );
  const standing = rows.some(({ item }) => item.state === "submitted")
    ? await standingOf(q, actor)
    : undefined;
  return rows.map(({ item, title, summary, primaryTheme }) => ({
    ...item,
    title,
    summary,
    primaryTheme,
    kindLabel: kindOf(item.kind)?.label ?? "Nội dung khác",
    lowRisk: kindOf(item.kind)?.lowRisk ?? false,
    unitName: units.find(({ id }) => id === item.unitId)?.name ?? "",
    createdByName: names.get(item.createdBy) ?? "",
    hasNewerText: item.state === "published" && subjects.get(item.id)!.hasNewerText,
    hasOpenCorrection: subjects.get(item.id)!.hasOpenCorrection,
    writerName: writers.get(item.id) ?? null,
    unlinked: unlinked.has(item.id),
    openComments: comments.get(item.id) ?? 0,
    turn: presentTurn(subjects.get(item.id)!.turn),
    may: contentPolicy.may(actor, { ...subjects.get(item.id)!, ...(standing && { standing }) }),
  }));
}

/** A text with the name of who wrote it and the kind of its item. */
export async function presentRevision(q: Queryable, row: ContentRevision) {
  const names = await personNames(q, [row.authorId]);
  const [item] = await q
    .select({ kind: contentItem.kind })
    .from(contentItem)
    .where(eq(contentItem.id, row.itemId));
  return { ...row, kind: item!.kind, authorName: names.get(row.authorId) ?? "" };
}

/** One item with its current and live texts, what is missing, its history, and what the caller may do. */
export async function presentItem(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  const current = await revisionOf(q, item.currentRevisionId);
  const { title, summary, primaryTheme } = current;
  const [listed] = await presentList(q, actor, [{ item, title, summary, primaryTheme }]);
  const links = await linksOfItem(q, id);
  const before = await seenBefore(q, actor, current);
  const corrections = await q
    .select()
    .from(contentCorrection)
    .where(eq(contentCorrection.itemId, id))
    .orderBy(asc(contentCorrection.proposedAt));
  const names = await personNames(q, [
    ...corrections.map(({ proposedBy }) => proposedBy),
    ...(item.approvedBy ? [item.approvedBy] : []),
  ]);
  return {
    ...listed!,
    ...links,
    links: await namedLinks(q, actor.agencyId, links),
    mustLink: await mustLink(q, actor.agencyId),
    current: await presentRevision(q, current),
    live:
      item.liveRevisionId === null
        ? null
        : await presentRevision(q, await revisionOf(q, item.liveRevisionId)),
    seenBefore: before && (await presentRevision(q, before)),
    approvedByName: item.approvedBy && (names.get(item.approvedBy) ?? null),
    review: await presentReview(q, item),
    together: await presentTogether(q, actor, item),
    signsAs: item.turn && inWhoseName(actor, item.unitId, item.turn, await standingOf(q, actor)),
    toSubmit: [
      ...issuesToSubmit({ kind: item.kind, ...current }, await linksAskedOf(q, item)),
      ...(await openPersonalData(q, item, current)),
    ],
    toPublish: await publishIssues(q, item, current, item.scheduledAt),
    corrections: corrections.map((row) => ({ ...row, proposedByName: names.get(row.proposedBy) ?? "" })),
    ...(await presentAnew(q, actor, item)),
    madeFrom: await originOf(q, id),
    history: await eventsOf(q, id),
  };
}

/** The item from which it was begun, and the newest that was begun from it. */
async function presentAnew(q: Queryable, actor: Actor, { id, begunFrom }: ContentItem) {
  const seen = await onlySeen(q, actor);
  const titled = (where: SQL) =>
    q
      .select({ id: contentItem.id, title: contentRevision.title })
      .from(contentItem)
      .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
      .where(and(where, seen))
      .orderBy(desc(contentItem.createdAt))
      .limit(1);
  const [from] = begunFrom === null ? [] : await titled(eq(contentItem.id, begunFrom));
  const [anew] = await titled(eq(contentItem.begunFrom, id));
  return { begunFrom: from ?? null, begunAnew: anew ?? null };
}

/** All texts of an item, the newest first. */
export async function presentRevisions(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  const rows = await q
    .select()
    .from(contentRevision)
    .where(eq(contentRevision.itemId, item.id))
    .orderBy(desc(contentRevision.number))
    .limit(200);
  const names = await personNames(
    q,
    rows.map(({ authorId }) => authorId),
  );
  return rows.map((row) => ({ ...row, kind: item.kind, authorName: names.get(row.authorId) ?? "" }));
}
