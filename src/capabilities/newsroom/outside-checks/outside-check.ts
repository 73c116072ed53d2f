import type { ContentState } from "../content-item.ts";

export const verdicts = ["right", "mend"] as const;
export type Verdict = (typeof verdicts)[number];
export const verdictLabels: Record<Verdict, string> = { right: "Đúng", mend: "Cần sửa" };

/** So many days a link holds at most. */
export const MOST_DAYS = 14;

/** Texts that are still decided on; elsewhere nobody is asked, and a link has ended. */
const checkable: readonly ContentState[] = ["draft", "returned", "submitted"];
export const isCheckable = (state: ContentState): boolean => checkable.includes(state);

/** Why a link shows nothing any more; null: it is open. */
export type CheckEnd = "answered" | "revoked" | "expired" | "changed" | "decided";

export const checkEndLabels: Record<CheckEnd, string> = {
  answered: "Đã trả lời",
  revoked: "Đã thu hồi",
  expired: "Hết hạn, chưa trả lời",
  changed: "Hết hiệu lực: bài đã có bản mới",
  decided: "Hết hiệu lực: bài đã được quyết định",
};

export function checkEnd(
  check: { answeredAt: Date | null; revokedAt: Date | null; endsAt: Date; revisionId: string },
  item: { state: ContentState; currentRevisionId: string; decidedSince: boolean },
  now: Date,
): CheckEnd | null {
  if (check.answeredAt) return "answered";
  if (check.revokedAt) return "revoked";
  if (item.currentRevisionId !== check.revisionId) return "changed";
  if (!isCheckable(item.state) || item.decidedSince) return "decided";
  return check.endsAt <= now ? "expired" : null;
}
