import type { ListWords } from "#platform/sheets/list-fields.ts";

/** What a column of a list of units and people may hold, in the order of the template. */
export const rosterFields = [
  "name",
  "email",
  "unit",
  "role",
  "jobTitle",
  "phone",
  "shortName",
  "unitKind",
] as const;
export type RosterField = (typeof rosterFields)[number];

export const rosterWords: ListWords<RosterField> = {
  name: {
    header: "Họ và tên",
    how: "Họ và tên của người dùng. Bỏ trống ở dòng khai một đơn vị.",
    example: "Lê Thị Ví Dụ",
    also: ["ho ten", "ten nguoi dung", "can bo", "ho ten can bo", "nguoi dung", "ho va ten can bo cong chuc"],
    width: 28,
  },
  email: {
    header: "Thư điện tử",
    how: "Dùng để đăng nhập, mỗi người một địa chỉ riêng. Bỏ trống ở dòng khai một đơn vị.",
    example: "vidu@coquan.gov.vn",
    also: ["email", "e mail", "dia chi email", "dia chi thu dien tu", "thu dien tu cong vu", "mail"],
    width: 30,
  },
  unit: {
    header: "Đơn vị",
    how: "Tên hoặc tên viết tắt của đơn vị đã có trong cơ quan, hoặc được khai ở một dòng khác của tệp. Người làm việc cho cả cơ quan thì bỏ trống; đầu mối và trưởng đơn vị phải có đơn vị.",
    example: "Phòng Kế hoạch",
    also: ["ten don vi", "phong ban", "phong", "don vi cong tac", "phong don vi", "bo phan", "noi cong tac"],
    width: 34,
  },
  role: {
    header: "Vai trò",
    how: "Một trong các vai trò ở trang “Danh mục”; nhiều vai trò ở cùng đơn vị thì cách nhau bằng dấu chấm phẩy. Bỏ trống ở dòng khai một đơn vị.",
    example: "Đầu mối đơn vị",
    also: ["quyen", "nhom quyen", "vai tro trong he thong", "phan quyen"],
    width: 26,
  },
  jobTitle: {
    header: "Chức danh",
    how: "Có thể bỏ trống.",
    example: "Chuyên viên",
    also: ["chuc vu", "chuc danh chuc vu", "chuc vu chuc danh", "vi tri viec lam"],
    width: 22,
  },
  phone: {
    header: "Điện thoại",
    how: "Điện thoại công vụ; có thể bỏ trống.",
    example: "",
    also: ["dien thoai cong vu", "so dien thoai", "sdt", "dt", "di dong"],
    width: 18,
  },
  shortName: {
    header: "Tên viết tắt",
    how: "Chỉ ghi ở dòng khai một đơn vị; mỗi đơn vị một tên viết tắt riêng.",
    example: "P. KH",
    also: ["viet tat", "ten ngan", "ten viet tat don vi", "ten tat", "ma don vi"],
    width: 18,
  },
  unitKind: {
    header: "Loại đơn vị",
    how: "Chỉ ghi ở dòng khai một đơn vị: Lãnh đạo, Văn phòng, Phòng hoặc Đơn vị trực thuộc. Bỏ trống thì được hiểu theo tên.",
    example: "Phòng",
    also: ["loai", "loai hinh don vi", "phan loai don vi"],
    width: 20,
  },
};
