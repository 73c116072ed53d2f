import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentRevision } from "../content-queries.ts";
import type { RequirementIssue } from "../content-requirements.ts";
import { praisedWithoutConsent } from "./commendation-queries.ts";

/** Persons whom the text praises and who have not agreed to it, each something that is missing to publish. */
export async function consentIssues(
  q: Queryable,
  text: Pick<ContentRevision, "id" | "itemId">,
): Promise<RequirementIssue[]> {
  return (await praisedWithoutConsent(q, text.itemId, text.id)).map(({ id, name }) => ({
    field: "bieu-duong",
    key: `consent:${id}`,
    message: `Chưa có đồng ý của ${name} cho nêu tên, ảnh trên cổng; ghi sự đồng ý ở sổ biểu dương, hoặc bỏ tên và ảnh khỏi bài rồi ghi là bản này không nêu tên.`,
  }));
}

/** Refuses to let a text go live that praises a person without consent. @throws Unacceptable */
export async function refuseWithoutConsent(
  q: Queryable,
  text: Pick<ContentRevision, "id" | "itemId">,
): Promise<void> {
  const issues = await consentIssues(q, text);
  if (issues[0]) throw new Unacceptable(issues[0].message, issues);
}
