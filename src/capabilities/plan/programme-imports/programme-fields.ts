import type { ListWords } from "#platform/sheets/list-fields.ts";

/** What a column of a unit's programme may hold, in the order of the template. */
export const programmeFields = [
  "title",
  "first",
  "last",
  "kind",
  "place",
  "lead",
  "embeds",
  "serves",
] as const;
export type ProgrammeField = (typeof programmeFields)[number];

export const programmeWords: ListWords<ProgrammeField> = {
  title: {
    header: "Hoạt động",
    how: "Hội nghị, lớp tập huấn, hoạt động của đơn vị. Bắt buộc.",
    example: "Hội nghị giao ban quý II",
    also: [
      "noi dung",
      "noi dung hoat dong",
      "ten hoat dong",
      "noi dung cong viec",
      "cong viec",
      "noi dung cong tac",
      "nhiem vu",
      "noi dung nhiem vu",
      "ten nhiem vu",
      "su kien",
    ],
    width: 50,
  },
  first: {
    header: "Thời gian",
    how: "Một ngày (12/06/2026) hoặc từ ngày đến ngày (12-14/6). Bắt buộc.",
    example: "12-14/6",
    also: [
      "ngay",
      "tu ngay",
      "ngay bat dau",
      "bat dau",
      "thoi gian thuc hien",
      "thoi gian to chuc",
      "thoi gian du kien",
      "du kien thoi gian",
      "ngay to chuc",
      "ngay thang",
    ],
    width: 20,
  },
  last: {
    header: "Đến ngày",
    how: "Ngày kết thúc, nếu ghi ở cột riêng; có thể bỏ trống.",
    example: "",
    also: ["ngay ket thuc", "ket thuc", "thoi gian ket thuc"],
    width: 16,
  },
  kind: {
    header: "Loại hoạt động",
    how: "Hội nghị, tập huấn, văn hóa, thể thao, triển lãm, cuộc thi, họp hoặc khác; bỏ trống thì đoán theo tên.",
    example: "Hội nghị, hội thảo",
    also: ["loai", "loai hinh", "hinh thuc", "hinh thuc to chuc"],
    width: 24,
  },
  place: {
    header: "Địa điểm",
    how: "Nơi tổ chức; có thể bỏ trống.",
    example: "Hội trường",
    also: ["noi to chuc", "dia diem to chuc", "noi thuc hien"],
    width: 26,
  },
  lead: {
    header: "Người chủ trì",
    how: "Ai chủ trì, phụ trách; có thể bỏ trống.",
    example: "Trưởng phòng",
    also: [
      "chu tri",
      "phu trach",
      "nguoi phu trach",
      "lanh dao chu tri",
      "bo phan chu tri",
      "nguoi thuc hien",
    ],
    width: 24,
  },
  embeds: {
    header: "Nội dung lồng ghép",
    how: "Tuyên truyền cải cách hành chính được lồng ghép thế nào; có thể bỏ trống.",
    example: "Giới thiệu cách nộp hồ sơ trực tuyến",
    also: [
      "long ghep",
      "noi dung tuyen truyen long ghep",
      "tuyen truyen cai cach hanh chinh",
      "cai cach hanh chinh",
    ],
    width: 44,
  },
  serves: {
    header: "Mục, nghĩa vụ của kế hoạch",
    how: "Số mục hoặc mã nghĩa vụ được lồng ghép như ở trang “Danh mục”, cách nhau bằng dấu chấm phẩy; có thể bỏ trống.",
    example: "",
    also: ["muc", "muc ke hoach", "muc cua ke hoach", "so muc", "nghia vu", "ma nghia vu"],
    width: 26,
  },
};
