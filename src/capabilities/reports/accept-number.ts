import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { personOf } from "./move-report.ts";
import { numbersOf } from "./numbers-of-report.ts";
import { reportPolicy } from "./policy.ts";
import { stateAfter } from "./report.ts";
import { lockReport, type Report, stateHindrance, writersOf } from "./report-queries.ts";
import { reportAcceptedNumber } from "./tables.ts";

/**
 * Lets a number of the text stand that differs from the frozen figures, with the reason; it holds for this very
 * number in this very place and falls with new figures. Throws Conflict when the text no longer reads so.
 */
export async function acceptNumber(
  work: Work,
  { id, place, written, reason }: { id: string; place: string; written: string; reason: string },
): Promise<Report> {
  const { tx, actor } = work;
  const found = await lockReport(tx, actor.agencyId, id);
  reportPolicy.permit(actor, "accept-number", { agencyId: found.agencyId, writers: await writersOf(tx, id) });
  if (stateAfter(found.state, "accept-number") === null)
    throw new Conflict(stateHindrance(found, "accept-number")!);
  const number = (await numbersOf(tx, found)).find((one) => one.place === place && one.written === written);
  if (number === undefined)
    throw new Conflict("Chỗ này trong văn bản vừa được sửa; chưa có gì được ghi. Hãy xem lại bản mới.");
  if (number.accepted !== null) return found;
  const { drafted, paragraph } = number;
  await tx.insert(reportAcceptedNumber).values({
    id: uuidv7(),
    agencyId: found.agencyId,
    reportId: id,
    freezeId: found.freezeId!,
    place,
    drafted,
    written,
    paragraph,
    reason,
    acceptedBy: personOf(work),
    acceptedAt: work.at,
  });
  await work.record({
    act: "accept-changed-number",
    objectKind: "report",
    objectId: id,
    after: { place, drafted, written, paragraph },
    reason,
  });
  return found;
}
