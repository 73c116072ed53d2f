import { eq } from "drizzle-orm";
import { portalBase } from "#organization";
import { attachEvidence, obligationsOnThemes } from "#plan";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import type { Work } from "#platform/work/work.ts";
import { apologyPolicy } from "../policy.ts";
import { timelinessPagesChanged } from "../publishing/pages-changed.ts";
import { sureFindings } from "../sure-findings.ts";
import { apology } from "../tables.ts";
import { type Apology, subjectOf } from "./apology.ts";
import { heldApology } from "./apology-queries.ts";
import { maskedCode } from "./masked-code.ts";
import { ruleOf } from "./rule-queries.ts";

/** What made the proof. */
export const APOLOGY_SOURCE = "apology";
/** What a public apology proves where a plan asks for it. */
const provedThemes = ["pillar.procedures.late-apology"];

/** Which of the facts that would be public tells of a person; null: none. */
function personalFact({ reason, unit, procedureName }: Apology): string | null {
  if (findPersonalData(reason).length > 0) return "lý do";
  if (sureFindings(unit)) return "tên đơn vị";
  return sureFindings(procedureName) ? "tên thủ tục" : null;
}

/**
 * Makes known that the agency apologised: the masked code, the procedure, the unit, how late and why, nothing else.
 * `isProof`: it proves what plans ask for on late dossiers and apologies.
 */
export async function publishApology(
  work: Work,
  { id, isProof }: { id: string; isProof: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await heldApology(tx, actor.agencyId, id);
  apologyPolicy.permit(actor, "publish", subjectOf(found));
  const fact = personalFact(found);
  if (fact !== null) {
    const message = `Chưa công khai: ${fact} có thông tin nhận ra được một người. Hãy sửa ở bảng hồ sơ hoặc nhóm lý do rồi làm lại.`;
    throw new Unacceptable(message, [{ field: "id", message }]);
  }
  const { publicDays } = await ruleOf(tx, actor.agencyId);
  const publicUntil = publicDays === null ? null : toVietnamDate(at).add({ days: publicDays }).toString();
  await tx
    .update(apology)
    .set({ publishedAt: at, publishedBy: actor.personId, publicUntil })
    .where(eq(apology.id, id));
  if (isProof)
    await attachEvidence(work, {
      ...{ taskIds: [], obligationIds: await obligationsOnThemes(tx, actor.agencyId, provedThemes) },
      ...{ source: APOLOGY_SOURCE, sourceId: id, at, revisionHash: null },
      label: `Lời xin lỗi về hồ sơ trễ hạn ${maskedCode(found.code)}`,
      url: `${await portalBase(tx, actor.agencyId)}/tien-do-ho-so/xin-loi/${id}`,
    });
  await work.record({
    ...{ act: "publish-apology", objectKind: "apology", objectId: id },
    after: { reason: found.reason, unit: found.unit, sentOn: found.sentOn },
  });
  await timelinessPagesChanged(tx);
}
