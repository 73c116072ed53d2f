import { and, eq, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { heldFeedback, subjectOf } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedback } from "../tables.ts";

/** The code under which the official system has it. @throws Forbidden, Unacceptable */
export async function recordOfficialCode(
  work: Work,
  { id, officialCode }: { id: string; officialCode: string },
): Promise<void> {
  const { tx, actor } = work;
  const row = await heldFeedback(tx, actor.agencyId, id);
  feedbackPolicy.permit(actor, "official", subjectOf(row));
  const [other] = await tx
    .select({ id: feedback.id, code: feedback.code })
    .from(feedback)
    .where(
      and(
        eq(feedback.agencyId, actor.agencyId),
        sql`lower(${feedback.officialCode}) = ${officialCode.toLowerCase()}`,
      ),
    );
  if (other && other.id !== id) {
    const message = `Mã này đã ghi ở phản ánh ${other.code}.`;
    throw new Unacceptable(message, [{ field: "officialCode", message }]);
  }
  await tx.update(feedback).set({ officialCode }).where(eq(feedback.id, id));
  await work.record({
    act: "record-official-code",
    objectKind: "feedback",
    objectId: id,
    before: { officialCode: row.officialCode },
    after: { officialCode },
  });
}
