import { eq } from "drizzle-orm";
import { signedAsInWords } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import { reportPolicy } from "./policy.ts";
import { type ReportMove, stateAfter } from "./report.ts";
import { lockReport, type Report, stateHindrance, writersOf } from "./report-queries.ts";
import { reportSigning } from "./signing.ts";
import { report } from "./tables.ts";

/** The acting person for a column; null when no person acts (command line, sample). */
export const personOf = ({ actor }: Work): string | null =>
  actor.personId === SYSTEM_PERSON ? null : actor.personId;

/** What of a report the audit keeps with each move. */
const told = ({ state, freezeId, textId, issuedNumber, issuedOn, signedAs, signedAuthorityId }: Report) => ({
  state,
  freezeId,
  textId,
  ...(issuedNumber === null ? {} : { issuedNumber, issuedOn }),
  ...(signedAs === null ? {} : { signedAs: signedAsInWords(signedAs), signedAuthorityId }),
});

/**
 * Takes a report through one move of its state table: locks it, asks the policy, asks the state, lets `change` do
 * what belongs to the move, writes the new state and the audit. Throws NotFound, Forbidden or Conflict.
 */
export async function moveReport(
  work: Work,
  id: string,
  move: ReportMove,
  act: string,
  change: (found: Report) => Promise<Partial<Report>> = async () => ({}),
  reason: string | null = null,
): Promise<Report> {
  const { tx, actor } = work;
  const found = await lockReport(tx, actor.agencyId, id);
  const day = toVietnamDate(work.at).toString();
  const signing = move === "sign-off" ? (await reportSigning(tx, actor, day)).why : null;
  reportPolicy.permit(actor, move, {
    agencyId: found.agencyId,
    writers: await writersOf(tx, id),
    signing,
  });
  const to = stateAfter(found.state, move);
  if (to === null) throw new Conflict(stateHindrance(found, move)!);
  const changes = { ...(await change(found)), state: to };
  const [moved] = await tx.update(report).set(changes).where(eq(report.id, id)).returning();
  await work.record({
    act,
    objectKind: "report",
    objectId: id,
    before: told(found),
    after: told(moved!),
    reason,
  });
  return moved!;
}
