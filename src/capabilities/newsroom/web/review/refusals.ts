/** Why a text is often refused, one click each. */
export const refusals = [
  "Không phù hợp kế hoạch",
  "Trùng bài đã đăng",
  "Thông tin chưa được phép công bố",
] as const;
