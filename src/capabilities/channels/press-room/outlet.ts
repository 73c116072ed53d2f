export const outletKinds = ["newspaper", "magazine", "broadcaster", "agency", "other"] as const;
export type OutletKind = (typeof outletKinds)[number];

export const outletKindLabels: Record<OutletKind, string> = {
  newspaper: "Báo",
  magazine: "Tạp chí",
  broadcaster: "Đài phát thanh, truyền hình",
  agency: "Hãng thông tấn",
  other: "Khác",
};

/** Why an address may be written to. */
export const contactBases = ["official", "consent"] as const;
export type ContactBasis = (typeof contactBases)[number];

export const contactBasisLabels: Record<ContactBasis, string> = {
  official: "Hộp thư công vụ của tòa soạn",
  consent: "Địa chỉ của một người, đã đồng ý nhận",
};

/** How a person agreed; what was carried over stood among the recipients before there was this register. */
export const pressConsentHows = ["written", "message", "spoken", "carried-over"] as const;
export type PressConsentHow = (typeof pressConsentHows)[number];

export const pressConsentLabels: Record<PressConsentHow, string> = {
  written: "Văn bản, phiếu có chữ ký",
  message: "Thư điện tử, tin nhắn",
  spoken: "Lời nói",
  "carried-over": "Có trong danh sách nhận từ trước",
};

/** How somebody said that they want no more letters. */
export const optOutHows = ["told", "link", "one-click", "complaint"] as const;
export type OptOutHow = (typeof optOutHows)[number];

export const optOutLabels: Record<OptOutHow, string> = {
  told: "Báo cho cơ quan",
  link: "Bấm ở trang thôi nhận thư",
  "one-click": "Bấm nút thôi nhận của hộp thư",
  complaint: "Báo là thư không mong muốn",
};

/** How an address stands. */
export const contactStates = ["willing", "asked", "suspended", "opted-out", "closed", "erased"] as const;
export type ContactState = (typeof contactStates)[number];

export const contactStateLabels: Record<ContactState, string> = {
  willing: "Đang nhận",
  asked: "Chưa có đồng ý",
  suspended: "Dừng gửi, thư bị trả về",
  "opted-out": "Đã thôi nhận",
  closed: "Không dùng nữa",
  erased: "Đã xóa theo yêu cầu",
};

/** The first that holds of what keeps an address from being written to; the database judges the same. */
export function contactStateOf(
  contact: {
    basis: ContactBasis;
    isClosed: boolean;
    erasedAt: Date | null;
    optedOutAt: Date | null;
    suspendedAt: Date | null;
  },
  agrees: boolean,
): ContactState {
  if (contact.erasedAt) return "erased";
  if (contact.isClosed) return "closed";
  if (contact.optedOutAt) return "opted-out";
  if (contact.suspendedAt) return "suspended";
  return contact.basis === "official" || agrees ? "willing" : "asked";
}
