import { and, eq, ne, sql } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackField } from "../tables.ts";

export interface SavedField {
  /** Null: a new one. */
  id: string | null;
  name: string;
  unitId: string | null;
  isOpen: boolean;
}

/** What citizens write about, and which unit answers for it. @throws Forbidden, Unacceptable */
export async function saveField(work: Work, { id, name, unitId, isOpen }: SavedField): Promise<string> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  feedbackPolicy.permit(actor, "rule", { agencyId });
  const fault = (field: string, message: string) => new Unacceptable(message, [{ field, message }]);
  if (unitId && !(await unitsOfAgency(tx, agencyId)).some((unit) => unit.id === unitId))
    throw fault("unitId", "Đơn vị này không còn; hãy chọn lại.");
  const own = id ?? uuidv7();
  const [same] = await tx
    .select({ id: feedbackField.id })
    .from(feedbackField)
    .where(
      and(
        eq(feedbackField.agencyId, agencyId),
        ne(feedbackField.id, own),
        sql`lower(${feedbackField.name}) = lower(${name})`,
      ),
    );
  if (same) throw fault("name", "Đã có lĩnh vực mang tên này.");
  const values = { name, unitId, isOpen };
  const [saved] = await (id === null
    ? tx
        .insert(feedbackField)
        .values({ id: own, agencyId, ...values })
        .onConflictDoNothing()
        .returning()
    : tx
        .update(feedbackField)
        .set(values)
        .where(and(eq(feedbackField.agencyId, agencyId), eq(feedbackField.id, own)))
        .returning());
  if (!saved) throw fault("name", "Lĩnh vực này vừa được người khác ghi; hãy tải lại trang.");
  await work.record({
    ...{ act: "save-feedback-field", objectKind: "feedback-field", objectId: own, after: values },
  });
  return own;
}
