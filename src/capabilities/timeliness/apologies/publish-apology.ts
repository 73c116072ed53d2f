import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import type { Work } from "#platform/work/work.ts";
import { apologyPolicy } from "../policy.ts";
import { timelinessPagesChanged } from "../publishing/pages-changed.ts";
import { sureFindings } from "../sure-findings.ts";
import { apology } from "../tables.ts";
import { type Apology, subjectOf } from "./apology.ts";
import { heldApology } from "./apology-queries.ts";

/** Which of the facts that would be public tells of a person; null: none. */
function personalFact({ reason, unit, procedureName }: Apology): string | null {
  if (findPersonalData(reason).length > 0) return "lý do";
  if (sureFindings(unit)) return "tên đơn vị";
  return sureFindings(procedureName) ? "tên thủ tục" : null;
}

/** Makes known that the agency apologised: the masked code, the procedure, the unit, how late and why, nothing else. */
export async function publishApology(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await heldApology(tx, actor.agencyId, id);
  apologyPolicy.permit(actor, "publish", subjectOf(found));
  const fact = personalFact(found);
  if (fact !== null) {
    const message = `Chưa công khai: ${fact} có thông tin nhận ra được một người. Hãy sửa ở bảng hồ sơ hoặc nhóm lý do rồi làm lại.`;
    throw new Unacceptable(message, [{ field: "id", message }]);
  }
  await tx.update(apology).set({ publishedAt: at, publishedBy: actor.personId }).where(eq(apology.id, id));
  await work.record({
    ...{ act: "publish-apology", objectKind: "apology", objectId: id },
    after: { reason: found.reason, unit: found.unit, sentOn: found.sentOn },
  });
  await timelinessPagesChanged(tx);
}
