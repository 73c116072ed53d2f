import { and, asc, eq, inArray } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { eventCommitment } from "../tables.ts";

export type Commitment = typeof eventCommitment.$inferSelect;

/** A commitment of the event, held until the transaction ends. @throws NotFound */
export async function heldCommitment(q: Queryable, eventId: string, id: string): Promise<Commitment> {
  const [found] = await q
    .select()
    .from(eventCommitment)
    .where(and(eq(eventCommitment.eventId, eventId), eq(eventCommitment.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có cam kết này ở sự kiện.");
  return found;
}

export const commitmentsOf = (q: Queryable, eventId: string): Promise<Commitment[]> =>
  q
    .select()
    .from(eventCommitment)
    .where(eq(eventCommitment.eventId, eventId))
    .orderBy(asc(eventCommitment.dueOn), asc(eventCommitment.madeAt));

/** The agency's by their ids. */
export const commitmentsAmong = (q: Queryable, ids: string[], agencyId: string): Promise<Commitment[]> =>
  q
    .select()
    .from(eventCommitment)
    .where(and(eq(eventCommitment.agencyId, agencyId), inArray(eventCommitment.id, ids)));

/** How a promise stands, in words that the public reads. */
export function commitmentInWords(
  { dueOn, resultState, resultOn }: Pick<Commitment, "dueOn" | "resultState" | "resultOn">,
  today: string,
): string {
  if (resultState === "published") return resultOn! <= dueOn ? "Đã làm, đúng hạn" : "Đã làm, muộn hạn";
  return today > dueOn ? "Quá hạn, chưa có kết quả" : "Đang làm";
}
