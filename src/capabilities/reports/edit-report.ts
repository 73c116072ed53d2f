import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { canonicalJson } from "./canonical-json.ts";
import { moveReport } from "./move-report.ts";
import { reportPolicy } from "./policy.ts";
import { lockReport, type Report, textOf, writersOf } from "./report-queries.ts";
import type { ReportText } from "./report-text.ts";
import { presentVersion } from "./text-versions.ts";
import { storedText, writeText } from "./write-text.ts";

export interface Edit {
  id: string;
  /** Made by the editor for this save; sending the same save again changes nothing. */
  saveId: string;
  /** The version that the writer had before them. */
  baseId: string;
  text: ReportText;
  /** The writer knows that a review stands and falls with this save. */
  takesReviewBack: boolean;
}

/**
 * Saves a new version of the text; a review that stood falls. A stale base is answered with Conflict carrying the
 * newer version, so that both can be put side by side; nothing is overwritten. A text that is the stored one already
 * makes no version and leaves a review alone.
 */
export async function editReport(
  work: Work,
  { id, saveId, baseId, text, takesReviewBack }: Edit,
): Promise<Report> {
  const { tx, actor } = work;
  const found = await lockReport(tx, actor.agencyId, id);
  reportPolicy.permit(actor, "edit", { agencyId: found.agencyId, writers: await writersOf(tx, id) });
  const current = await textOf(tx, found);
  const same =
    current !== null &&
    (current.id === saveId || canonicalJson(current.content) === canonicalJson(storedText(text)));
  if (same) return found;
  return moveReport(work, id, "edit", "edit-report", async () => {
    if (current!.id !== baseId)
      throw new Conflict("Có bản mới hơn do người khác lưu; hãy xem hai bản rồi chọn.", {
        current: await presentVersion(tx, current!),
      });
    if (found.state === "reviewed" && !takesReviewBack)
      throw new Conflict(
        "Báo cáo vừa được xác nhận đã soát; phần bạn viết được giữ trên máy này, chưa lưu vào báo cáo. Nếu vẫn sửa, báo cáo phải soát lại.",
        { reviewed: true },
      );
    return { textId: await writeText(work, found, text, { id: saveId }), reviewedBy: null, reviewedAt: null };
  });
}
