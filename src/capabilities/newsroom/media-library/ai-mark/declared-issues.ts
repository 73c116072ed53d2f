import type { AiUse } from "../../ai-use/ai-use.ts";
import type { RequirementIssue } from "../../content-requirements.ts";
import type { MediaAsset } from "../media-queries.ts";

/**
 * What hinders publishing a text that says no AI was used, while a picture in it is said to be changed or made by one.
 * Null: nothing is declared yet, which is asked for by itself.
 */
export function declaredIssues(aiUse: AiUse | null, media: Iterable<MediaAsset>): RequirementIssue[] {
  if (aiUse?.use !== "none") return [];
  return [...media]
    .filter(({ aiPart }) => aiPart !== null && aiPart !== "none")
    .map(({ id, alt, fileName }) => ({
      field: "aiUse",
      key: `ai-picture:${id}`,
      message: `Ảnh “${alt || fileName}” được ghi là có AI tạo hoặc sửa, còn bài ghi “Không dùng”; hãy chọn phần AI đã làm và “Tạo hoặc sửa nội dung của ảnh” ở mục dùng trí tuệ nhân tạo, hoặc dùng ảnh khác.`,
    }));
}
