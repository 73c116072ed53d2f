import { and, eq } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { attachEvidence } from "./attach-evidence.ts";
import { taskOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { taskSubject } from "./save-task.ts";
import { evidence } from "./tables.ts";
import { withdrawEvidence } from "./withdraw-evidence.ts";

export interface EvidenceByHand {
  id: string;
  label: string;
  url: string | null;
  /** Day of the proof, YYYY-MM-DD. */
  on: string;
  obligationIds: string[];
}

/** A proof that a person of the answerable unit states: a document, an address, a meeting. */
export async function recordEvidence(work: Work, { id, label, url, on, obligationIds }: EvidenceByHand) {
  const { tx, actor, at } = work;
  const task = await taskOf(tx, actor.agencyId, id);
  planPolicy.permit(actor, "recordEvidence", taskSubject(task));
  const moment = new Date(`${on}T12:00:00+07:00`);
  if (moment.getTime() > at.getTime() + 12 * 60 * 60 * 1000) {
    const message = "Minh chứng không thể có ngày trong tương lai.";
    throw new Unacceptable(message, [{ field: "on", message }]);
  }
  if (!obligationIds.every((wanted) => task.obligationIds.includes(wanted))) {
    const message = "Minh chứng chỉ gắn được với nghĩa vụ của chính nhiệm vụ này.";
    throw new Unacceptable(message, [{ field: "obligationIds", message }]);
  }
  return attachEvidence(work, {
    taskIds: [id],
    obligationIds,
    source: "person",
    sourceId: uuidv7(),
    label,
    url,
    at: moment,
    revisionHash: null,
  });
}

/** Withdraws one proof by its id. */
export async function withdrawOneEvidence(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<number> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "withdrawEvidence", { agencyId: actor.agencyId });
  const [found] = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.agencyId, actor.agencyId), eq(evidence.id, id)));
  if (!found) throw new NotFound("Không có minh chứng này trong cơ quan.");
  return withdrawEvidence(work, { source: found.source, sourceId: found.sourceId, id, reason });
}
