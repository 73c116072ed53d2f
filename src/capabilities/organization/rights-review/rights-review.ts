/** What a line of a review is about. */
export const reviewedKinds = ["appointment", "authority", "account"] as const;
export type ReviewedKind = (typeof reviewedKinds)[number];

export const reviewedKindLabels: Record<ReviewedKind, string> = {
  appointment: "Vai trò",
  authority: "Thẩm quyền ký",
  account: "Tài khoản chưa có vai trò",
};

export const reviewOutcomes = ["confirmed", "withdrawn", "changed"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const reviewOutcomeLabels: Record<ReviewOutcome, string> = {
  confirmed: "Giữ nguyên",
  withdrawn: "Đã thu hồi",
  changed: "Đã đổi",
};

/** How a line stands: decided, to be decided, without anybody but its holder who could, or ended by itself. */
export const lineStandings = {
  open: "Chưa quyết định",
  ...reviewOutcomeLabels,
  left: "Không có người khác quyết",
  gone: "Không cần quyết định",
};
export type LineStanding = keyof typeof lineStandings;

export const lineStandingOf = ({
  outcome,
  open,
  left,
}: {
  outcome: ReviewOutcome | null;
  open: boolean;
  left: boolean;
}): LineStanding => outcome ?? (open ? "open" : left ? "left" : "gone");

/** What a reviewer should look at first. */
export const reviewMarks = {
  "never-signed-in": "Chưa đăng nhập lần nào",
  unused: "Lâu không đăng nhập",
  "no-second-factor": "Chưa có xác thực hai lớp",
  "closed-unit": "Đơn vị đã ngừng hoạt động",
  locked: "Tài khoản đang khóa",
  leaving: "Sắp hoặc đã rời cơ quan",
} as const;
export type ReviewMark = keyof typeof reviewMarks;

/** An account is marked as unused when nobody signed in for so long before the day of the list. */
export const UNUSED_MONTHS = 6;

/** The month of a review where the agency has chosen none. */
export const USUAL_MONTH = 12;

export type ReviewState = "open" | "closed" | "cancelled";

export const reviewStateOf = ({
  closedAt,
  cancelledAt,
}: {
  closedAt: Date | null;
  cancelledAt: Date | null;
}): ReviewState => (closedAt ? "closed" : cancelledAt ? "cancelled" : "open");

/** The latest first day of the month on or before a day (YYYY-MM-DD): from it on, a review of that year is asked for. */
export function askedSince(month: number, today: string): string {
  const day = Temporal.PlainDate.from(today);
  const first = day.with({ month, day: 1 });
  return (Temporal.PlainDate.compare(first, day) > 0 ? first.subtract({ years: 1 }) : first).toString();
}

/** What is known of a right at some moment: when it ends, whether it is there at all. */
export interface RightNow {
  gone: boolean;
  toDate: string | null;
}
