import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { feedbackField, feedbackSetting, feedbackTemplate } from "./tables.ts";

export interface FeedbackRule {
  classifyDays: number;
  handleDays: number;
  extendDays: number;
  warnDays: number;
  reopenDays: number;
  keepDays: number;
  basis: string;
  complaintPlace: string;
}

const usual: FeedbackRule = {
  classifyDays: 2,
  handleDays: 10,
  extendDays: 5,
  warnDays: 2,
  reopenDays: 15,
  keepDays: 365,
  basis: "",
  complaintPlace:
    "Gửi đơn có chữ ký tới cơ quan, hoặc trình bày trực tiếp tại nơi tiếp công dân của cơ quan trong giờ làm việc.",
};

/** How the agency takes what citizens say: as it has set, else the usual. */
export async function feedbackRuleOf(q: Queryable, agencyId: string): Promise<FeedbackRule> {
  const [found] = await q.select().from(feedbackSetting).where(eq(feedbackSetting.agencyId, agencyId));
  if (!found) return usual;
  const { agencyId: _, setBy: __, setAt: ___, ...rule } = found;
  return rule;
}

export type FeedbackField = typeof feedbackField.$inferSelect;
export type FeedbackTemplate = typeof feedbackTemplate.$inferSelect;

export const fieldsOf = (q: Queryable, agencyId: string): Promise<FeedbackField[]> =>
  q
    .select()
    .from(feedbackField)
    .where(eq(feedbackField.agencyId, agencyId))
    .orderBy(asc(feedbackField.name), asc(feedbackField.id));

export const openFieldsOf = (q: Queryable, agencyId: string): Promise<FeedbackField[]> =>
  q
    .select()
    .from(feedbackField)
    .where(and(eq(feedbackField.agencyId, agencyId), eq(feedbackField.isOpen, true)))
    .orderBy(asc(feedbackField.name), asc(feedbackField.id));

export const templatesOf = (q: Queryable, agencyId: string): Promise<FeedbackTemplate[]> =>
  q
    .select()
    .from(feedbackTemplate)
    .where(eq(feedbackTemplate.agencyId, agencyId))
    .orderBy(asc(feedbackTemplate.name), asc(feedbackTemplate.id));
