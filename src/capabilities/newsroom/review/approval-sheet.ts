import { asc, eq } from "drizzle-orm";
import { agencyById, personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { textsSentWith } from "../bundles/bundle-queries.ts";
import { eventsOf, itemOf } from "../content-queries.ts";
import { kindOf } from "../kinds/index.ts";
import { contentPolicy } from "../policy.ts";
import { creditOfItem } from "../pool/reuse-queries.ts";
import { contentRevision } from "../tables.ts";
import { presentSubmissions } from "./present-review.ts";

/** A correction that waits is moot once the text is taken back. */
const endsOfCorrection = ["accept-correction", "refuse-correction", "withdraw", "remove"];
const approvals = ["approve", "clear-post-check", "accept-correction"];

/** All that was decided about an item, each decision with the exact text it was about: what is printed and filed. */
export async function presentApprovalSheet(q: Queryable, actor: Actor, id: string) {
  const item = contentPolicy.permit(actor, "read", await itemOf(q, actor, id));
  const revisions = await q
    .select({
      id: contentRevision.id,
      number: contentRevision.number,
      hash: contentRevision.hash,
      title: contentRevision.title,
      authorId: contentRevision.authorId,
    })
    .from(contentRevision)
    .where(eq(contentRevision.itemId, id))
    .orderBy(asc(contentRevision.number));
  const textOf = (revisionId: string | null) => revisions.find((one) => one.id === revisionId);
  const newest = textOf(item.currentRevisionId)!;
  const approved = textOf(item.approvedRevisionId);
  const authors = [...new Set(revisions.map(({ authorId }) => authorId))];
  const names = await personNames(q, authors);
  const agency = await agencyById(q, item.agencyId);
  const units = await unitsOfAgency(q, item.agencyId, { closed: true });
  const submissions = await presentSubmissions(q, item);
  const history = await eventsOf(q, id);
  const ofEvent = ({ at, personName, reason, note, revisionId }: (typeof history)[number]) => {
    const { number, hash } = textOf(revisionId)!;
    return { at, personName, reason, note, number, hash };
  };
  const urgent = history.flatMap((event, index) => {
    if (event.event !== "scheduleUrgently") return [];
    const after = history.slice(index + 1);
    const next = after.findIndex((one) => one.event === "scheduleUrgently");
    const check = after
      .slice(0, next === -1 ? undefined : next)
      .find((one) => one.event === "clear-post-check");
    return [{ ...ofEvent(event), check: check ? ofEvent(check) : null }];
  });
  const corrections = history.flatMap((event, index) => {
    if (event.event !== "correct") return [];
    const proposed = ofEvent(event);
    const end = history.slice(index + 1).find((one) => endsOfCorrection.includes(one.event));
    const { number, hash } = proposed;
    // A refusal is about the text that was proposed, whatever has been written since.
    return [{ ...proposed, end: end ? { ...ofEvent(end), number, hash, event: end.event } : null }];
  });
  const approving = approved && history.findLast(({ event }) => approvals.includes(event));
  return {
    id,
    title: newest.title,
    kindLabel: kindOf(item.kind)?.label ?? "Nội dung khác",
    agencyName: agency!.name,
    superiorName: agency!.superiorName,
    unitName: units.find((unit) => unit.id === item.unitId)?.name ?? "",
    state: item.state,
    writers: authors.flatMap((author) => names.get(author) ?? []),
    number: newest.number,
    hash: newest.hash,
    approved: approved ? { number: approved.number, hash: approved.hash } : null,
    approverName: approving?.personName ?? null,
    source: await creditOfItem(q, id),
    submissions: await Promise.all(
      submissions.map(async ({ revisionId, togetherId, ...submission }) => ({
        ...submission,
        number: textOf(revisionId)!.number,
        together: togetherId ? await textsSentWith(q, togetherId, id) : [],
      })),
    ),
    urgent,
    corrections,
    history,
  };
}

export type ApprovalSheet = Awaited<ReturnType<typeof presentApprovalSheet>>;
