import { eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import type { FeedbackKind } from "../feedback.ts";
import { heldFeedback, subjectOf } from "../feedback-queries.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackField } from "../tables.ts";
import { tellUnit } from "../tell-unit.ts";

export interface Classification {
  id: string;
  kind: FeedbackKind;
  fieldId: string;
  /** Null: the unit of the field. */
  unitId: string | null;
  procedureCode: string | null;
  /** Why it goes to another unit than before; read by its sender. */
  reason: string | null;
}

/** Says what it is about and which unit answers; moved to another unit it says why. @throws Unacceptable */
export async function classifyFeedback(work: Work, given: Classification): Promise<void> {
  const { tx, actor } = work;
  const row = await heldFeedback(tx, actor.agencyId, given.id);
  feedbackPolicy.permit(actor, "classify", subjectOf(row));
  const [field] = await tx.select().from(feedbackField).where(eq(feedbackField.id, given.fieldId));
  if (field?.agencyId !== actor.agencyId) throw fault("fieldId", "Lĩnh vực này không còn; hãy chọn lại.");
  const unitId = given.unitId ?? field.unitId;
  const unit = (await unitsOfAgency(tx, actor.agencyId)).find(({ id }) => id === unitId);
  if (!unit) throw fault("unitId", "Chọn đơn vị xử lý; lĩnh vực này chưa gắn với đơn vị nào.");
  const moves = row.unitId !== null && row.unitId !== unit.id;
  if (moves && !given.reason?.trim()) throw fault("reason", "Nêu vì sao chuyển sang đơn vị khác.");
  const after = await moveFeedback(work, row, {
    step: "classify",
    act: moves ? "move-feedback" : "classify-feedback",
    set: { kind: given.kind, fieldId: field.id, unitId: unit.id, procedureCode: given.procedureCode },
    note: moves
      ? `Chuyển sang ${unit.name} xử lý. Lý do: ${given.reason}`
      : `Giao ${unit.name} xử lý (lĩnh vực ${field.name}).`,
  });
  await tellUnit(
    work,
    after,
    `feedback-given:${row.id}:${unit.id}:${work.at.toISOString()}`,
    "Phản ánh được giao",
  );
}

const fault = (field: string, message: string) => new Unacceptable(message, [{ field, message }]);
