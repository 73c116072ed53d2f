import { inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { AiUse } from "../../ai-use/ai-use.ts";
import type { PlacedMedia } from "../../content-fields.ts";
import type { RequirementIssue } from "../../content-requirements.ts";
import { kindOf } from "../../kinds/index.ts";
import type { OwnValues } from "../../own-values.ts";
import { mediaLoudness, mediaSpoken } from "../../tables.ts";
import { saidInField } from "../bulletin-kind.ts";
import { loudnessFault } from "../loudness/meter.ts";
import { asSaid, machineVoiceOf } from "./machine-voice.ts";

const loudnessWords = {
  silent: "không có tiếng",
  quiet: "nhỏ hơn mức của loa truyền thanh; hãy bấm “Chỉnh về −16 LUFS”",
  loud: "to hơn mức của loa truyền thanh; hãy bấm “Chỉnh về −16 LUFS”",
  peaks: "có chỗ đỉnh quá cao; hãy bấm “Chỉnh về −16 LUFS”",
};

/**
 * What hinders publishing what is to be heard: a recording that nobody has measured or that loudspeakers cannot take; a
 * machine's voice that is not allowed, not declared, or says other words than those that were agreed to.
 */
export async function recordingIssues(
  q: Queryable,
  agencyId: string,
  text: { kind: string; media: PlacedMedia[]; own: OwnValues; aiUse: AiUse | null },
): Promise<RequirementIssue[]> {
  const kind = kindOf(text.kind);
  const said = kind ? saidInField(kind) : null;
  const ids = text.media.filter(({ role }) => role === said?.rule.role).map(({ mediaId }) => mediaId);
  if (!said || ids.length === 0) return [];
  const { rule, field } = said;
  const issue = (key: string, message: string) => ({ field: `media-${rule.role}`, key, message });
  const measured = new Map(
    (await q.select().from(mediaLoudness).where(inArray(mediaLoudness.mediaId, ids))).map((row) => [
      row.mediaId,
      row,
    ]),
  );
  const loudness = ids.flatMap((id) => {
    const found = measured.get(id);
    if (!found)
      return [
        issue(
          `recording-unmeasured:${id}`,
          `${rule.label} chưa đo độ lớn; hãy bấm “Đo độ lớn cho loa truyền thanh”.`,
        ),
      ];
    const fault = loudnessFault(found);
    return fault ? [issue(`recording-loudness:${id}`, `${rule.label} ${loudnessWords[fault]}.`)] : [];
  });
  const [spoken] = await q.select().from(mediaSpoken).where(inArray(mediaSpoken.mediaId, ids));
  if (!spoken) return loudness;
  const { isAllowed } = await machineVoiceOf(q, agencyId);
  return [
    ...loudness,
    ...(isAllowed
      ? []
      : [
          issue(
            "voice-not-allowed",
            `${rule.label} do giọng máy đọc, mà quản trị viên của cơ quan chưa cho phát giọng máy.`,
          ),
        ]),
    ...(asSaid(text.own[field] ?? "") === asSaid(spoken.said)
      ? []
      : [
          issue(
            "voice-other-words",
            "Lời bản tin đã khác lời máy đọc trong bản thu; hãy cho máy đọc lại hoặc thu lại.",
          ),
        ]),
    ...(text.aiUse?.purposes.includes("voice")
      ? []
      : [
          {
            field: "aiUse",
            key: "ai-voice",
            message: `${rule.label} do giọng máy đọc; hãy chọn “Giọng đọc tổng hợp” ở mục dùng trí tuệ nhân tạo.`,
          },
        ]),
  ];
}
