/** Kinds of notices, and why a person gets one: the words under it. */
export const noticeKinds = {
  review: "Bạn được duyệt nội dung này.",
  content: "Bạn viết, gửi duyệt hoặc xử lý nội dung này.",
  failure: "Có việc không thành mà bạn xử lý được.",
  plan: "Đơn vị bạn được gửi kế hoạch này.",
  task: "Bạn được giao nhiệm vụ này.",
  due: "Bạn thực hiện, phụ trách hoặc theo dõi nhiệm vụ này.",
  extension: "Bạn xin hoặc được quyết định việc lùi hạn này.",
  difficulty: "Bạn nêu, tổng hợp hoặc được quyết định việc tháo gỡ này.",
  people: "Bạn quản trị người dùng của cơ quan.",
  report: "Bạn lập hoặc được duyệt báo cáo này.",
} as const;

export type NoticeKind = keyof typeof noticeKinds;

/** Why the person was told; notices of a kind that is no more say only that they concern him. */
export const whyTold = (kind: string): string =>
  (noticeKinds as Record<string, string>)[kind] ?? "Việc này liên quan đến bạn.";
