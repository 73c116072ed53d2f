import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { ContentItem, ContentRevision } from "../content-queries.ts";
import { reviewDecision, reviewStep } from "../tables.ts";
import { openStep } from "./begin-review.ts";
import { capacityInWords, capacityOf, type DecisionOutcome, type Step, type Turn } from "./review.ts";
import { standingOf } from "./review-queries.ts";

export interface Decision {
  /** Made by the sender: the same one sent again decides nothing more. */
  decisionId?: string | undefined;
  /** The authority that the sender saw; refused when it is not the one in force. */
  authorityId?: string | null | undefined;
}

/** True when this decision has been taken already by the same person about the same text. */
export async function wasDecided(
  { tx, actor }: Work,
  decisionId: string | undefined,
  revisionId: string,
): Promise<boolean> {
  if (!decisionId) return false;
  const [found] = await tx.select().from(reviewDecision).where(eq(reviewDecision.id, decisionId));
  if (!found) return false;
  if (found.personId !== actor.personId || found.revisionId !== revisionId) {
    throw new Conflict("Lượt quyết định này đã dùng cho bài khác; hãy tải lại trang.");
  }
  return true;
}

/**
 * Writes down what somebody decides at the open step, in whose name, and opens the next one. `next`: the step that
 * waits now; null: this was the last. @throws Conflict, Unacceptable
 */
export async function decideStep(
  work: Work,
  item: ContentItem & { turn: Turn | null },
  text: ContentRevision,
  { outcome, reason = null, ...sent }: Decision & { outcome: DecisionOutcome; reason?: string | null },
): Promise<{ next: (Step & { position: number }) | null; note: string; decisionId: string }> {
  const { tx, actor, at } = work;
  const { turn } = item;
  if (!turn) throw new Conflict("Nội dung này không chờ ai duyệt; hãy tải lại trang.");
  const { signedAs, capacity } = capacityOf(actor, item.unitId, turn, await standingOf(tx, actor, at));
  if (sent.authorityId !== undefined && sent.authorityId !== (signedAs?.authorityId ?? null)) {
    throw new Unacceptable("Thẩm quyền ký của bạn đã thay đổi; hãy mở lại trang rồi quyết định.");
  }
  const decisionId = sent.decisionId ?? uuidv7();
  await tx.insert(reviewDecision).values({
    id: decisionId,
    agencyId: item.agencyId,
    runId: turn.runId,
    position: turn.position,
    revisionId: text.id,
    hash: text.hash,
    outcome,
    reason,
    personId: actor.personId,
    personName: actor.name,
    authorityId: signedAs?.authorityId ?? null,
    signedAs,
    capacity,
    at,
  });
  const note = [
    turn.of > 1 && `Bước ${turn.position}/${turn.of}: ${turn.name}`,
    capacityInWords(signedAs, capacity),
  ]
    .filter(Boolean)
    .join(" · ");
  if (outcome !== "approved" || turn.position === turn.of) return { next: null, note, decisionId };
  const steps = await tx.select().from(reviewStep).where(eq(reviewStep.runId, turn.runId));
  const next = steps.find(({ position }) => position === turn.position + 1)!;
  await openStep(work, turn.runId, next.position, next);
  return { next, note, decisionId };
}
