import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { goodPractice } from "../tables.ts";
import { practicePolicy } from "./policy.ts";
import { practiceOf } from "./practice-queries.ts";

/** Keeps by which decision an entry was recognised; without a number it is not recognised. */
export async function recogniseGoodPractice(
  work: Work,
  { id, number, on, by }: { id: string; number: string | null; on: string | null; by: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = practicePolicy.permit(actor, "recognise", await practiceOf(tx, actor, id, { lock: true }));
  const refuse = (field: string, message: string): never => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (number === null && (on !== null || by !== null)) refuse("number", "Hãy ghi số quyết định.");
  if (on !== null && on > toVietnamDate(at).toString()) refuse("on", "Ngày quyết định ở tương lai.");
  const after = { decisionNumber: number && clean(number), decisionOn: on, decisionBy: by && clean(by) };
  await tx
    .update(goodPractice)
    .set({ ...after, updatedAt: at })
    .where(eq(goodPractice.id, id));
  const { decisionNumber, decisionOn, decisionBy } = found;
  await work.record({
    act: "recognise-good-practice",
    objectKind: "good-practice",
    objectId: id,
    before: { decisionNumber, decisionOn, decisionBy },
    after,
  });
}
