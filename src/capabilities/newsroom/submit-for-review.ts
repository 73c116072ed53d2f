import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { signal } from "#platform/signals/signals.ts";
import type { Work } from "#platform/work/work.ts";
import { lockTexts, lockWithOthers, sentWith, waitingTogether } from "./bundles/bundle-queries.ts";
import { type ContentItem, type ContentRevision, itemOf, itemsOf, revisionOf } from "./content-queries.ts";
import { issuesToSubmit } from "./content-requirements.ts";
import { openPersonalData } from "./language/language-queries.ts";
import { linksAskedOf } from "./links-asked.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { beginReview, endReview } from "./review/begin-review.ts";
import type { Route } from "./review/review.ts";
import { commonDecidersOf, routeFor } from "./review/review-queries.ts";
import { contentSubmitted } from "./signals.ts";
import { rememberItem } from "./similarity/remember-texts.ts";
import { refuseStale } from "./stale-text.ts";
import { contentItem, contentRevision } from "./tables.ts";

/** The exact text that the sender saw. */
interface SentText {
  id: string;
  revisionId: string;
}

interface Sent {
  item: ContentItem & { authorIds: string[] };
  text: ContentRevision;
  route: Route;
}

/**
 * Hands the text that the sender has before them to a second person, and with it all of its bundle that is still
 * written: everything goes, or nothing. @throws Unacceptable with everything that is missing; Conflict with the newer
 * text when there is one, or when others belong to the bundle than the sender saw
 */
export async function submitForReview(
  work: Work,
  { id, revisionId, others = [], answer = "" }: SentText & { others?: SentText[]; answer?: string },
): Promise<void> {
  const { tx, actor } = work;
  await lockTexts(tx, actor.agencyId, [id, ...others.map((one) => one.id)]);
  const alone = await sentWith(tx, id);
  const item = contentPolicy.permit(actor, "submit", await itemOf(tx, actor, id, { lock: true }));
  if (alone.length !== others.length || others.some((one) => !alone.includes(one.id)))
    throw new Conflict("Bộ duyệt chung của bài này đã thay đổi; hãy tải lại trang rồi gửi cả bộ.");
  const text = await revisionOf(tx, item.currentRevisionId);
  await refuseStale(work, text, revisionId, "Bài chưa được gửi duyệt; hãy xem bản ấy rồi gửi.");
  const sent: Sent[] = [{ item, text, route: await routeFor(tx, item) }];
  const issues = await issuesOf(work, item, text);
  for (const other of others) {
    const found = await itemOf(tx, actor, other.id);
    const current = await revisionOf(tx, found.currentRevisionId);
    const named = `“${current.title || "bài chưa có tiêu đề"}”`;
    const why = contentPolicy.hindrance(actor, "submit", found);
    if (why !== null) throw new Forbidden(`Chưa bài nào được gửi. ${named}: ${why}`);
    if (current.id !== other.revisionId)
      throw new Conflict(`Chưa bài nào được gửi: ${named} vừa có bản mới; hãy tải lại trang rồi gửi.`);
    for (const issue of await issuesOf(work, found, current))
      issues.push({ ...issue, field: other.id, message: `${named}: ${issue.message}` });
    sent.push({ item: found, text: current, route: await routeFor(tx, found) });
  }
  if (issues.length > 0)
    throw new Unacceptable("Chưa gửi duyệt được; hãy bổ sung các mục còn thiếu.", issues);
  for (const one of sent) await refuseUnchanged(work, one.item, one.text.hash);
  await sendToReview(work, sent, answer.trim() || null);
}

/**
 * Begins the ways of all that is sent at once; those with fewer steps wait until the others are as far. `answer`: what
 * the sender says of what was asked for.
 */
async function sendToReview(work: Work, sent: Sent[], answer: string | null): Promise<void> {
  const { tx, actor, at } = work;
  const togetherId = sent.length > 1 ? uuidv7() : null;
  const most = Math.max(...sent.map(({ route }) => route.steps.length));
  if (togetherId) await demandCommonDeciders(work, sent, most);
  for (const { item, text, route } of sent) {
    const note = togetherId
      ? `Cùng ${sent.flatMap((other) => (other.item === item ? [] : [`“${other.text.title}”`])).join(", ")}`
      : null;
    await moveContent(work, item, "submit", {
      set: { submittedBy: actor.personId, submittedAt: at },
      note,
      reason: item === sent[0]!.item ? answer : null,
    });
    await rememberItem(tx, item.id);
    await beginReview(work, item, text, route, { togetherId, waits: route.steps.length < most });
    await signal(work, contentSubmitted, { itemId: item.id, revisionId: text.id, agencyId: item.agencyId });
  }
  const due = sent.filter(({ route }) => route.steps.length === most);
  const [first] = due as [Sent];
  const personIds = await commonDecidersOf(
    tx,
    due.map(({ item, route }) => ({
      item,
      step: route.steps[0]!,
      not: [...item.authorIds, actor.personId],
    })),
  );
  await notify(work, {
    personIds,
    cause: `content-submitted:${first.item.id}:${at.toISOString()}`,
    kind: "review",
    title: togetherId
      ? `Chờ duyệt chung ${sent.length} bài: ${first.text.title}`
      : `Chờ duyệt: ${first.text.title}`,
    href: `/workspace/noi-dung/${first.item.id}/duyet`,
  });
}

/** Somebody must be able to decide all at each of their steps. @throws Unacceptable */
async function demandCommonDeciders({ tx, actor }: Work, sent: Sent[], most: number): Promise<void> {
  for (let toGo = most; toGo >= 1; toGo -= 1) {
    const due = sent.filter(({ route }) => route.steps.length >= toGo);
    const open = due.map(({ item, route }) => ({
      item,
      step: route.steps[route.steps.length - toGo]!,
      not: [...item.authorIds, actor.personId],
    }));
    if ((await commonDecidersOf(tx, open)).length > 0) continue;
    const named = due.map(
      ({ text, route }) => `“${text.title}” (${route.steps[route.steps.length - toGo]!.name})`,
    );
    throw new Unacceptable(
      `Chưa gửi được cả bộ: không ai quyết định được cùng lúc ${named.join(", ")}. Hãy bỏ bớt bài khỏi bộ duyệt chung, hoặc nhờ quản trị sửa quy trình duyệt.`,
    );
  }
}

const issuesOf = async ({ tx }: Work, item: ContentItem, text: ContentRevision) => [
  ...issuesToSubmit({ kind: item.kind, ...text }, await linksAskedOf(tx, item)),
  ...(await openPersonalData(tx, item, text)),
];

/** The very text that was refused is not sent once more. @throws Unacceptable */
async function refuseUnchanged({ tx }: Work, { begunFrom }: ContentItem, hash: string): Promise<void> {
  if (begunFrom === null) return;
  const [refused] = await tx
    .select({ hash: contentRevision.hash })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(eq(contentItem.id, begunFrom));
  if (refused?.hash === hash)
    throw new Unacceptable("Bài này giống hệt bài đã không được duyệt; hãy sửa theo lý do rồi gửi.");
}

/** The writer takes a submitted text back to go on writing, and with it all that was sent with it. */
export async function recallContent(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  await lockWithOthers(tx, actor.agencyId, id);
  const item = contentPolicy.permit(actor, "recall", await itemOf(tx, actor, id, { lock: true }));
  const togetherId = item.turn?.togetherId;
  const others = togetherId ? (await waitingTogether(tx, togetherId)).filter((one) => one !== id) : [];
  const { title } = await revisionOf(tx, item.currentRevisionId);
  for (const one of [item, ...(await itemsOf(tx, actor, others)).values()]) {
    await endReview(work, one.id, "recalled");
    await moveContent(work, one, "recall", {
      set: { submittedBy: null, submittedAt: null },
      note: one.id === id ? null : `Rút lại cùng “${title}”`,
    });
  }
}
