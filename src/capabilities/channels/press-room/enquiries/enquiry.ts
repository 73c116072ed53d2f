/** How the press asked. */
export const enquiryWays = ["email", "phone", "letter", "in-person", "message"] as const;
export type EnquiryWay = (typeof enquiryWays)[number];

export const enquiryWayLabels: Record<EnquiryWay, string> = {
  email: "Thư điện tử",
  phone: "Điện thoại",
  letter: "Văn bản, giấy giới thiệu",
  "in-person": "Gặp trực tiếp",
  message: "Tin nhắn",
};

export const enquiryStates = ["open", "answered", "refused", "forwarded"] as const;
export type EnquiryState = (typeof enquiryStates)[number];

export const enquiryStateLabels: Record<EnquiryState, string> = {
  open: "Chờ trả lời",
  answered: "Đã trả lời",
  refused: "Từ chối trả lời",
  forwarded: "Chuyển cơ quan khác",
};

/** How it ends. */
export const outcomes = ["answered", "refused", "forwarded"] as const;
export type Outcome = (typeof outcomes)[number];

/** How an enquiry stands against its clock. */
export const lights = ["green", "amber", "red"] as const;
export type Light = (typeof lights)[number];

export const lightLabels: Record<Light, string> = {
  green: "Trong hạn",
  amber: "Sắp hết hạn",
  red: "Quá hạn",
};

/** Closed it keeps how it ended: in time or late. */
export function lightOf(
  { dueAt, warnAt, closedAt }: { dueAt: Date; warnAt: Date; closedAt: Date | null },
  now: Date,
): Light {
  const moment = closedAt ?? now;
  if (moment > dueAt) return "red";
  return closedAt === null && moment >= warnAt ? "amber" : "green";
}
