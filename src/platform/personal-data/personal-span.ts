/** What tells of one person, and what is written where it stood. */
export const personalKinds = {
  name: { label: "Họ tên", mark: "[họ tên]" },
  phone: { label: "Số điện thoại", mark: "[số điện thoại]" },
  email: { label: "Thư điện tử cá nhân", mark: "[thư điện tử]" },
  identity: { label: "Số căn cước, chứng minh nhân dân", mark: "[số giấy tờ]" },
  passport: { label: "Số hộ chiếu", mark: "[số hộ chiếu]" },
  insurance: { label: "Số thẻ bảo hiểm, mã số thuế cá nhân", mark: "[mã số cá nhân]" },
  account: { label: "Số tài khoản ngân hàng", mark: "[số tài khoản]" },
  plate: { label: "Biển số xe", mark: "[biển số xe]" },
  dossier: { label: "Mã hồ sơ", mark: "[mã hồ sơ]" },
  address: { label: "Địa chỉ nơi ở", mark: "[địa chỉ]" },
  parcel: { label: "Thửa đất, số giấy chứng nhận", mark: "[thửa đất]" },
  position: { label: "Tọa độ, vị trí trên bản đồ", mark: "[vị trí]" },
  profile: { label: "Trang mạng xã hội cá nhân", mark: "[trang cá nhân]" },
  birth: { label: "Ngày sinh", mark: "[ngày sinh]" },
} as const satisfies Record<string, { label: string; mark: string }>;
export type PersonalKind = keyof typeof personalKinds;

/** Where it stands in the text that was given, in code units. */
export interface PersonalSpan {
  kind: PersonalKind;
  from: number;
  to: number;
}
