import { and, eq, inArray, isNull } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { agreeTo, type ReviewedText } from "../approve-content.ts";
import { type ContentItem, type ContentRevision, itemsOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { turnDown } from "../refuse-content.ts";
import { sendBack } from "../return-content.ts";
import { openStep } from "../review/begin-review.ts";
import { type Decision, wasDecided } from "../review/decide-step.ts";
import type { DecisionOutcome, Turn } from "../review/review.ts";
import { commonDecidersOf, standingOf } from "../review/review-queries.ts";
import { contentComment, reviewBundleText } from "../tables.ts";
import { lockTexts, titlesOf, waitingTogether } from "./bundle-queries.ts";

type Found = ContentItem & { turn: Turn | null; authorIds: string[] };

/** What is said of one text and of all. */
const saidOf = (own: string, all: string): string => [own.trim(), all.trim()].filter(Boolean).join(" · ");

const namedWith = (titles: Map<string, string>, id: string): string =>
  `Cùng ${[...titles].flatMap(([other, title]) => (other === id ? [] : [`“${title}”`])).join(", ")}`;

/**
 * Decides on all that waits together, each by its exact text, in one transaction: all or none. Each goes the steps of
 * its own route and they meet at the last one, so whoever decides must be allowed to decide each that is due, and
 * hears which one hinders; to refuse ends the way of all, so all must be due. The same decision sent again is one. @throws Conflict, Forbidden, Unacceptable
 */
export async function decideTogether(
  work: Work,
  {
    texts,
    outcome,
    reason,
  }: {
    texts: (ReviewedText & Decision & { reason: string })[];
    outcome: DecisionOutcome;
    /** Said of all; each may have one of its own beside it. */
    reason: string;
  },
): Promise<void> {
  const { tx, actor } = work;
  const ids = [...new Set(texts.map(({ id }) => id))];
  await lockTexts(tx, actor.agencyId, ids);
  for (const { decisionId, revisionId } of texts) if (await wasDecided(work, decisionId, revisionId)) return;
  const items = await itemsOf(tx, actor, ids);
  const togetherId = items.get(ids[0]!)?.turn?.togetherId;
  const waiting = togetherId ? await waitingTogether(tx, togetherId) : [];
  if (!togetherId || waiting.length !== ids.length || waiting.some((id) => !items.has(id)))
    throw new Conflict("Bộ duyệt chung này đã được quyết định hoặc đã thay đổi; hãy tải lại trang.");
  const titles = await titlesOf(tx, waiting);
  const due = ids.filter((id) => !items.get(id)!.turn!.waits);
  const refuses = outcome === "refused";
  await demandRights(work, refuses ? "refuse" : "approve", { ids: refuses ? ids : due, items, titles });
  const current = new Map<string, ContentRevision>();
  for (const { id, revisionId, hash } of texts) {
    const text = await revisionOf(tx, items.get(id)!.currentRevisionId);
    if (text.id !== revisionId || text.hash !== hash)
      throw new Conflict(
        `“${titles.get(id)}” đã được sửa sau khi bạn mở nên chưa bài nào được quyết định; hãy tải lại trang rồi xem bản mới.`,
      );
    current.set(id, text);
  }
  if (outcome === "approved") {
    let steps = 0;
    for (const { id, ...decision } of texts.filter((text) => due.includes(text.id))) {
      const item = items.get(id)!;
      const { next } = await agreeTo(work, item, current.get(id)!, decision, namedWith(titles, id));
      if (next) steps += 1;
    }
    if (steps > 0) await openDue(work, togetherId);
    else await tell(work, "content-approved", "Đã duyệt", items, titles);
    return;
  }
  if (refuses) {
    for (const { reason: own, ...text } of texts) {
      const [item, manner] = [items.get(text.id)!, namedWith(titles, text.id)];
      const words = saidOf(own, reason);
      if (words === "")
        throw new Unacceptable("Hãy ghi vì sao không duyệt để người soạn biết.", [
          { field: "reason", message: "Hãy ghi lý do, chung cho cả bộ hoặc ở từng bài." },
        ]);
      await turnDown(work, item, current.get(text.id)!, { ...text, reason: words, manner });
    }
    // Nothing of it is sent again.
    await tx.delete(reviewBundleText).where(inArray(reviewBundleText.itemId, ids));
    await tell(work, "content-refused", "Không duyệt", items, titles);
    return;
  }
  if (reason.trim() === "" && texts.every((text) => text.reason.trim() === ""))
    throw new Unacceptable("Hãy ghi điều cần sửa để người soạn biết.", [
      { field: "reason", message: "Hãy ghi điều cần sửa, chung cho cả bộ hoặc ở từng bài." },
    ]);
  for (const { id, reason: own, ...decision } of texts) {
    await sendBack(work, items.get(id)!, current.get(id)!, {
      ...decision,
      reason: saidOf(own, reason) || "Trả lại cùng cả bộ; bài này không có điều cần sửa riêng.",
      manner: namedWith(titles, id),
      commentIds: await openCommentsOf(work, id),
      decides: due.includes(id),
    });
  }
  await tell(work, "content-returned", "Cần sửa", items, titles);
}

/** @throws Forbidden that names each text on which the actor may not decide, and why */
async function demandRights(
  { tx, actor, at }: Work,
  verb: "approve" | "refuse",
  { ids, items, titles }: { ids: string[]; items: Map<string, Found>; titles: Map<string, string> },
): Promise<void> {
  const standing = await standingOf(tx, actor, at);
  const hindered = ids.flatMap((id) => {
    const why = contentPolicy.hindrance(actor, verb, { ...items.get(id)!, standing });
    return why === null ? [] : [`“${titles.get(id)}”: ${why}`];
  });
  if (hindered.length > 0)
    throw new Forbidden(
      `${verb === "refuse" ? "Không duyệt cả bộ thì mọi bài phải đến lượt bạn quyết định" : "Bạn chưa quyết định được bộ này"}, nên chưa bài nào được quyết định. ${hindered.join(" ")}`,
    );
}

/**
 * Of what waits together, opens what has come to be decided next: those with the most steps to go. Tells whoever may
 * decide every one of them, once.
 */
export async function openDue(work: Work, togetherId: string): Promise<void> {
  const { tx, actor } = work;
  const items = [...(await itemsOf(tx, actor, await waitingTogether(tx, togetherId))).values()];
  const toGo = ({ turn }: Found) => turn!.of - turn!.position;
  const most = Math.max(...items.map(toGo));
  const due = items.filter((item) => toGo(item) === most);
  for (const { turn } of due) if (turn!.waits) await openStep(work, turn!.runId, turn!.position, turn!);
  await tellTogether(work, due, items);
}

/** Tells those who may decide all that is due that it is their turn. */
async function tellTogether(work: Work, due: Found[], all: Found[]): Promise<void> {
  const { tx, actor } = work;
  const [one] = due;
  if (!one?.turn) return;
  const personIds = await commonDecidersOf(
    tx,
    due.map((item) => ({
      item,
      step: item.turn!,
      not: [...item.authorIds, ...(item.turn!.samePerson ? [] : item.turn!.decidedBy), actor.personId],
    })),
  );
  const titles = await titlesOf(tx, [one.id]);
  await notify(work, {
    personIds,
    cause: `content-turn:${one.id}:${one.turn.runId}:${one.turn.position}`,
    kind: "review",
    title:
      all.length > 1
        ? `Chờ duyệt chung ${all.length} bài: ${titles.get(one.id)}`
        : `Chờ duyệt: ${titles.get(one.id)}`,
    href: `/workspace/noi-dung/${one.id}/duyet`,
  });
}

/** Tells each writer once of what was decided on all; of what was refused, everybody who wrote. */
async function tell(
  work: Work,
  cause: string,
  word: string,
  items: Map<string, Found>,
  titles: Map<string, string>,
): Promise<void> {
  const written = [...items.values()].flatMap((item) =>
    [...new Set([item.createdBy, ...(cause === "content-refused" ? item.authorIds : [])])].map(
      (personId) => ({ personId, item }),
    ),
  );
  for (const [personId, [first]] of Map.groupBy(written, (one) => one.personId)) {
    const { item: one } = first!;
    await notify(work, {
      personIds: [personId],
      cause: `${cause}:${one.id}:${work.at.toISOString()}`,
      kind: "content",
      title: `${word} (duyệt chung ${items.size} bài): ${titles.get(one.id)}`,
      href: `/workspace/noi-dung/${one.id}`,
    });
  }
}

async function openCommentsOf({ tx }: Work, itemId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: contentComment.id })
    .from(contentComment)
    .where(
      and(
        eq(contentComment.itemId, itemId),
        isNull(contentComment.parentId),
        isNull(contentComment.settledAt),
      ),
    );
  return rows.map(({ id }) => id);
}
