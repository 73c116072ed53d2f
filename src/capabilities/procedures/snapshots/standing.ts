/** How a procedure stands at the place of a snapshot, compared with the register. */
export const standingLabels = {
  missing: "Thiếu ở đó",
  stale: "Bản cũ ở đó",
  differing: "Khác sổ",
  "to-remove": "Đã bãi bỏ, còn ở đó",
  extra: "Chỉ có ở đó",
  unclear: "Không rõ bản nào",
  unread: "Dòng không đọc được",
  same: "Khớp với sổ",
  gone: "Đã gỡ ở đó",
  elsewhere: "Của cơ quan khác",
} as const;

export type Standing = keyof typeof standingLabels;

/** Those that ask somebody to do something at the place, or to look at the register. */
export const asksForWork: ReadonlySet<Standing> = new Set<Standing>([
  ...(["missing", "stale", "differing", "to-remove", "extra"] as const),
]);
