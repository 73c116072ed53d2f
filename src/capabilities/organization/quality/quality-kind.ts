/** What data of people and units should be: "đúng - đủ - sạch - sống". */
export const qualityGroups = {
  correct: "Đúng (mâu thuẫn)",
  complete: "Đủ (còn thiếu)",
  clean: "Sạch (trùng lặp)",
  alive: "Sống (không còn dùng)",
} as const;
export type QualityGroup = keyof typeof qualityGroups;

interface KindWords {
  group: QualityGroup;
  label: string;
  /** What to do about it. */
  todo: string;
}

/** Kinds of faults in the data, each with what to do about it. */
export const qualityKinds = {
  "left-but-active": {
    group: "correct",
    label: "Đã rời cơ quan mà tài khoản còn mở",
    todo: "Khóa tài khoản, hoặc bỏ ngày làm việc cuối nếu người đó còn làm.",
  },
  "locked-but-appointed": {
    group: "correct",
    label: "Tài khoản khóa mà còn phân công",
    todo: "Kết thúc phân công, hoặc mở lại tài khoản.",
  },
  "closed-unit": {
    group: "correct",
    label: "Phân công ở đơn vị đã ngừng hoạt động",
    todo: "Kết thúc phân công và phân công ở đơn vị kế tiếp.",
  },
  "authority-alone": {
    group: "correct",
    label: "Có thẩm quyền ký mà không còn phân công",
    todo: "Kết thúc thẩm quyền ký, hoặc phân công lại vai trò.",
  },
  "two-heads": {
    group: "correct",
    label: "Đơn vị có nhiều trưởng đơn vị cùng lúc",
    todo: "Kết thúc phân công trưởng đơn vị của người không còn giữ.",
  },
  "head-of-two": {
    group: "correct",
    label: "Một người là trưởng nhiều đơn vị cùng lúc",
    todo: "Nếu không kiêm nhiệm thì kết thúc phân công ở đơn vị cũ.",
  },
  "no-appointment": {
    group: "complete",
    label: "Chưa được phân công",
    todo: "Phân công vai trò, đơn vị; không làm ở cơ quan thì khóa tài khoản.",
  },
  "no-contact": {
    group: "complete",
    label: "Thiếu điện thoại hoặc chức danh",
    todo: "Mở tên người đó và bổ sung.",
  },
  "no-head": {
    group: "complete",
    label: "Đơn vị chưa có trưởng đơn vị",
    todo: "Phân công trưởng đơn vị ở mục Người dùng: việc chờ duyệt, nhắc việc được báo cho người này.",
  },
  "same-name": {
    group: "clean",
    label: "Trùng họ tên",
    todo: "Nếu là một người thì bàn giao việc rồi khóa tài khoản thừa; hai người thì ghi thêm chức danh để phân biệt.",
  },
  "same-phone": {
    group: "clean",
    label: "Trùng số điện thoại",
    todo: "Sửa số của từng người, hoặc khóa tài khoản thừa.",
  },
  "alike-mail": {
    group: "clean",
    label: "Thư điện tử chỉ khác dấu chấm, dấu cộng",
    todo: "Thường là một hộp thư: khóa tài khoản thừa.",
  },
  "alike-units": {
    group: "clean",
    label: "Tên đơn vị chỉ khác dấu, khoảng trắng",
    todo: "Đổi tên cho rõ, hoặc sáp nhập hai đơn vị.",
  },
  "never-signed-in": {
    group: "alive",
    label: "Chưa đăng nhập lần nào",
    todo: "Tạo lại đường dẫn đặt mật khẩu và chuyển tận tay; không dùng thì khóa tài khoản.",
  },
  unused: {
    group: "alive",
    label: "Lâu không đăng nhập",
    todo: "Hỏi lại đơn vị; không dùng nữa thì khóa tài khoản.",
  },
  "appointments-over": {
    group: "alive",
    label: "Phân công đã hết hạn",
    todo: "Phân công tiếp, hoặc khóa tài khoản.",
  },
  "empty-unit": {
    group: "alive",
    label: "Đơn vị không có người",
    todo: "Phân công người, sáp nhập hoặc ngừng hoạt động đơn vị.",
  },
} as const satisfies Record<string, KindWords>;

export type QualityKind = keyof typeof qualityKinds;
