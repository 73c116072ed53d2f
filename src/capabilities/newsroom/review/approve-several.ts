import { and, asc, eq, inArray } from "drizzle-orm";
import { personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { approveContent, type ReviewedText } from "../approve-content.ts";
import { itemOf, itemsOf, revisionOf, subjectsOf } from "../content-queries.ts";
import { contentKinds, kindOf } from "../kinds/index.ts";
import { contentPolicy } from "../policy.ts";
import { publishIssues } from "../publish-issues.ts";
import { contentItem, contentRevision } from "../tables.ts";
import type { Decision } from "./decide-step.ts";
import { inWhoseName, nameInWords } from "./review.ts";
import { standingOf } from "./review-queries.ts";
import { seenAmong } from "./see-content.ts";

/** So many are shown, and decided, at once. */
const MOST_AT_ONCE = 50;

/** What waits for the actor and is of a kind that may be approved with others, the longest waiting first. */
export async function presentSeveral(q: Queryable, actor: Actor) {
  const kinds = contentKinds.flatMap(({ slug, lowRisk }) => (lowRisk ? [slug] : []));
  const rows = await q
    .select({ item: contentItem, text: contentRevision })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(
      and(
        eq(contentItem.agencyId, actor.agencyId),
        eq(contentItem.state, "submitted"),
        inArray(contentItem.kind, kinds),
      ),
    )
    .orderBy(asc(contentItem.submittedAt), asc(contentItem.id))
    .limit(500);
  const subjects = await subjectsOf(
    q,
    rows.map(({ item }) => item),
  );
  const standing = await standingOf(q, actor);
  const mine = rows
    .filter(
      ({ item }) =>
        !subjects.get(item.id)!.turn?.togetherId &&
        contentPolicy.hindrance(actor, "approve", { ...subjects.get(item.id)!, standing }) === null,
    )
    .slice(0, MOST_AT_ONCE);
  const seen = await seenAmong(
    q,
    actor,
    mine.map(({ text }) => text.id),
  );
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const names = await personNames(
    q,
    mine.map(({ item }) => item.createdBy),
  );
  return Promise.all(
    mine.map(async ({ item, text }) => {
      const signsAs = inWhoseName(actor, item.unitId, subjects.get(item.id)!.turn!, standing);
      return {
        id: item.id,
        title: text.title,
        kindLabel: kindOf(item.kind)!.label,
        unitName: units.find(({ id }) => id === item.unitId)?.name ?? "",
        createdByName: names.get(item.createdBy) ?? "",
        submittedAt: item.submittedAt,
        revisionId: text.id,
        number: text.number,
        hash: text.hash,
        limited: item.limited,
        seen: seen.has(text.id),
        missing: (await publishIssues(q, item, text, item.scheduledAt)).map(({ message }) => message),
        authorityId: signsAs?.authorityId ?? null,
        inTheNameOf: signsAs && nameInWords(signsAs),
      };
    }),
  );
}

/** One of several that are approved at once: an act of its own, which keeps whether its text had been opened. */
async function approveOne(work: Work, approval: ReviewedText & Decision): Promise<{ seen: boolean }> {
  const { tx, actor } = work;
  const item = await itemOf(tx, actor, approval.id);
  const kind = kindOf(item.kind);
  if (!kind?.lowRisk) throw new Unacceptable(`Loại “${kind?.label ?? "khác"}” phải mở và duyệt từng bài.`);
  const seen = (await seenAmong(tx, actor, [approval.revisionId])).has(approval.revisionId);
  await approveContent(work, { ...approval, among: { seen } });
  return { seen };
}

/** Approves several, each in a transaction of its own: what cannot be approved is named and holds up none of the others. @throws NotFound, before anything is decided */
export async function approveSeveral(
  run: <T>(act: (work: Work) => Promise<T>) => Promise<T>,
  approvals: (ReviewedText & Decision)[],
) {
  const results: { id: string; title: string; approved: boolean; seen: boolean; why: string | null }[] = [];
  const titles = await run(async ({ tx, actor }) => {
    const items = await itemsOf(
      tx,
      actor,
      approvals.map(({ id }) => id),
    );
    if (approvals.some(({ id }) => !items.has(id)))
      throw new NotFound("Có bài không thuộc cơ quan; hãy tải lại trang.");
    const found = new Map<string, string>();
    for (const { id, currentRevisionId } of items.values())
      found.set(id, (await revisionOf(tx, currentRevisionId)).title);
    return found;
  });
  for (const approval of approvals) {
    const { id } = approval;
    const title = titles.get(id)!;
    try {
      const { seen } = await run((work) => approveOne(work, approval));
      results.push({ id, title, approved: true, seen, why: null });
    } catch (error) {
      const told = [Conflict, Forbidden, NotFound, Unacceptable].some((kind) => error instanceof kind);
      if (!told) throw error;
      results.push({ id, title, approved: false, seen: false, why: (error as Error).message });
    }
  }
  return results;
}
