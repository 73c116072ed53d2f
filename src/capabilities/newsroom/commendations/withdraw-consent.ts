import { and, eq, isNull } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { peopleOf } from "../publish-due-content.ts";
import { commendationConsent } from "../tables.ts";
import { commendationOf, outstandingTexts } from "./commendation-queries.ts";
import { commendationPolicy } from "./policy.ts";

/**
 * The person agrees no more. What is public about them is told to the editors and to who wrote it, each once, and stands
 * in the register as to be corrected or taken down until it is.
 */
export async function withdrawConsent(
  work: Work,
  { id, note }: { id: string; note: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = commendationPolicy.permit(
    actor,
    "withdraw",
    await commendationOf(tx, actor, id, { lock: true }),
  );
  const kept = note && (clean(note) || null);
  const [gone] = await tx
    .update(commendationConsent)
    .set({ withdrawnBy: actor.personId, withdrawnAt: at, withdrawnNote: kept })
    .where(and(eq(commendationConsent.commendationId, id), isNull(commendationConsent.withdrawnAt)))
    .returning();
  if (!gone) throw new Conflict("Không có sự đồng ý nào đang hiệu lực.");
  await work.record({
    act: "withdraw-consent",
    objectKind: "commendation",
    objectId: id,
    before: { askedOn: gone.askedOn, how: gone.how },
    reason: kept,
  });
  const editors = (await peopleWithRole(tx, actor.agencyId, "editor")).map((editor) => editor.id);
  for (const item of await outstandingTexts(tx, id))
    await notify(work, {
      personIds: [...editors, ...peopleOf(item)],
      cause: `commendation-consent-lost:${id}:${item.id}:${at.toISOString()}`,
      kind: "failure",
      title: `${found.name} rút đồng ý được nêu tên; hãy đính chính hoặc gỡ bài: ${item.title}`,
      href: `/workspace/bieu-duong/${id}`,
    });
}
