import { and, eq, isNull } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { ReviewedText } from "./approve-content.ts";
import { refuseWithoutConsent } from "./commendations/consent-issues.ts";
import { itemOf, revisionOf } from "./content-queries.ts";
import { openPersonalData } from "./language/language-queries.ts";
import { addEvent, exactText } from "./move-content.ts";
import { tellSiblings } from "./planning/tell-siblings.ts";
import { contentPolicy } from "./policy.ts";
import { tellReusers } from "./pool/tell-reusers.ts";
import { makeLive } from "./publish-due-content.ts";
import { publishIssues } from "./publish-issues.ts";
import { capacityOutsideSteps } from "./review/review-queries.ts";
import { contentCorrection, contentItem } from "./tables.ts";

/** Proposes the newer text of a published item as its correction, with the note that the public will read. */
export async function correctContent(work: Work, { id, note }: { id: string; note: string }): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "correct", await itemOf(tx, actor, id, { lock: true }));
  const text = await revisionOf(tx, item.currentRevisionId);
  const issues = [...(await publishIssues(tx, item, text, at)), ...(await openPersonalData(tx, item, text))];
  if (issues.length > 0)
    throw new Unacceptable("Bản sửa còn thiếu; hãy bổ sung trước khi đề nghị đính chính.", issues);
  await tx.insert(contentCorrection).values({
    id: uuidv7(),
    agencyId: item.agencyId,
    itemId: id,
    revisionId: text.id,
    note,
    proposedBy: actor.personId,
    proposedAt: at,
  });
  await addEvent(work, item, "correct", { reason: note, note: exactText(text) });
  await work.record({
    act: "correct-content",
    objectKind: "content",
    objectId: id,
    after: { revisionId: text.id, note },
  });
  const reviewers = await peopleWithRole(tx, actor.agencyId, "editor");
  await notify(work, {
    personIds: reviewers.map((person) => person.id).filter((personId) => !item.authorIds.includes(personId)),
    cause: `content-correction:${id}:${text.id}`,
    kind: "review",
    title: `Chờ duyệt đính chính: ${text.title}`,
    href: `/workspace/noi-dung/${id}/duyet`,
  });
}

/** A second person accepts the correction (the live pointer moves, the note is public) or refuses it with a reason. */
export async function decideCorrection(
  work: Work,
  { id, revisionId, hash, accepted, reason }: ReviewedText & { accepted: boolean; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "decideCorrection", await itemOf(tx, actor, id, { lock: true }));
  if (!accepted && reason.trim() === "") {
    throw new Unacceptable("Hãy ghi lý do không đồng ý.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  }
  const [open] = await tx
    .select()
    .from(contentCorrection)
    .where(and(eq(contentCorrection.itemId, id), isNull(contentCorrection.decidedAt)))
    .for("update");
  const text = await revisionOf(tx, item.currentRevisionId);
  if (
    !open ||
    (accepted && (open.revisionId !== revisionId || text.id !== revisionId || text.hash !== hash))
  ) {
    throw new Conflict("Bản sửa đã thay đổi sau khi bạn mở; hãy xem lại bản mới.", { revisionId: text.id });
  }
  if (accepted) await refuseWithoutConsent(tx, text);
  await tx
    .update(contentCorrection)
    .set({ decidedBy: actor.personId, decidedAt: at, accepted, reason: reason || null })
    .where(eq(contentCorrection.id, open.id));
  if (accepted) {
    const [changed] = await tx
      .update(contentItem)
      .set({ liveRevisionId: revisionId, liveSince: at, updatedAt: at, approvedRevisionId: revisionId })
      .where(eq(contentItem.id, id))
      .returning();
    await makeLive(work, changed!, text);
    await tellReusers(work, item, "đính chính");
    await tellSiblings(work, item, text.title);
  }
  await notify(work, {
    personIds: [open.proposedBy],
    cause: `content-correction-decided:${open.id}`,
    kind: "content",
    title: `${accepted ? "Đã duyệt đính chính" : "Không đồng ý đính chính"}: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
  const about = [
    exactText(await revisionOf(tx, open.revisionId)),
    await capacityOutsideSteps(tx, actor, item, ["head", "editor", "leadership"], at),
  ]
    .filter(Boolean)
    .join(" · ");
  await addEvent(work, item, accepted ? "accept-correction" : "refuse-correction", {
    reason: reason || null,
    note: about,
  });
  await work.record({
    act: accepted ? "accept-correction" : "refuse-correction",
    objectKind: "content",
    objectId: id,
    before: { liveRevisionId: item.liveRevisionId },
    after: { revisionId: open.revisionId, inTheNameOf: about },
    reason: reason || null,
  });
}
