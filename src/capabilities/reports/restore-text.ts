import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { canonicalJson } from "./canonical-json.ts";
import { moveReport } from "./move-report.ts";
import { type Report, textOf } from "./report-queries.ts";
import { versionOf } from "./text-versions.ts";
import { writeText } from "./write-text.ts";

/**
 * Brings an earlier version of the text back as a new one; nothing between is lost. `baseId` is the version in force
 * that the person looked at: throws Conflict when it is no longer, or when the words are the same; NotFound for a
 * version that is not there.
 */
export const restoreText = (
  work: Work,
  { id, version, baseId }: { id: string; version: number; baseId: string },
): Promise<Report> =>
  moveReport(work, id, "edit", "restore-report-text", async (found) => {
    const current = (await textOf(work.tx, found))!;
    if (current.id !== baseId)
      throw new Conflict(
        "Có bản mới hơn do người khác vừa lưu; chưa có gì thay đổi. Hãy xem lại rồi khôi phục.",
      );
    const { content } = await versionOf(work.tx, found, version);
    if (canonicalJson(content) === canonicalJson(current.content))
      throw new Conflict(`Bản ${version} giống hệt bản đang dùng nên không có gì để khôi phục.`);
    return {
      textId: await writeText(work, found, content, { restoredFrom: version }),
      reviewedBy: null,
      reviewedAt: null,
    };
  });
