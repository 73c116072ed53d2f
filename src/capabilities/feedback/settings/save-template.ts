import { and, eq, ne, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackTemplate } from "../tables.ts";

export interface SavedTemplate {
  /** Null: a new one. */
  id: string | null;
  name: string;
  words: string;
  isOpen: boolean;
}

/** Words for answers that come up again and again. @throws Forbidden, Unacceptable */
export async function saveTemplate(work: Work, { id, name, words, isOpen }: SavedTemplate): Promise<string> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  feedbackPolicy.permit(actor, "rule", { agencyId });
  const own = id ?? uuidv7();
  const fault = (message: string) => new Unacceptable(message, [{ field: "name", message }]);
  const [same] = await tx
    .select({ id: feedbackTemplate.id })
    .from(feedbackTemplate)
    .where(
      and(
        eq(feedbackTemplate.agencyId, agencyId),
        ne(feedbackTemplate.id, own),
        sql`lower(${feedbackTemplate.name}) = lower(${name})`,
      ),
    );
  if (same) throw fault("Đã có mẫu mang tên này.");
  const values = { name, words, isOpen };
  const [saved] = await (id === null
    ? tx
        .insert(feedbackTemplate)
        .values({ id: own, agencyId, ...values })
        .onConflictDoNothing()
        .returning()
    : tx
        .update(feedbackTemplate)
        .set(values)
        .where(and(eq(feedbackTemplate.agencyId, agencyId), eq(feedbackTemplate.id, own)))
        .returning());
  if (!saved) throw fault("Mẫu này vừa được người khác ghi; hãy tải lại trang.");
  await work.record({
    ...{ act: "save-feedback-template", objectKind: "feedback-template", objectId: own, after: values },
  });
  return own;
}
