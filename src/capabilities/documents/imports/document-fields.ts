import type { ListWords } from "#platform/sheets/list-fields.ts";

/** What a column of a list of documents may hold, in the order of the template. */
export const documentFields = [
  "number",
  "type",
  "issuedOn",
  "issuer",
  "abstract",
  "topic",
  "effectiveFrom",
  "effectiveTo",
  "url",
  "state",
  "replaces",
  "replacedBy",
  "amends",
  "amendedBy",
] as const;
export type DocumentField = (typeof documentFields)[number];

const severalIn = "Nhiều văn bản cách nhau bằng dấu chấm phẩy; trùng số thì ghi thêm ngày.";

export const documentListWords: ListWords<DocumentField> = {
  number: {
    header: "Số, ký hiệu",
    how: "Như trên văn bản. Bắt buộc.",
    example: "36/KH-UBND",
    also: ["so ky hieu", "so van ban", "ky hieu", "so hieu", "so hieu van ban", "so ky hieu van ban"],
    width: 22,
  },
  type: {
    header: "Loại văn bản",
    how: "Quyết định, Kế hoạch, Quy hoạch, Đề án… Bắt buộc.",
    example: "Kế hoạch",
    also: ["loai", "hinh thuc van ban", "ten loai", "the loai"],
    width: 18,
  },
  issuedOn: {
    header: "Ngày ban hành",
    how: "Một ngày như 12/06/2026; có thể bỏ trống khi chưa rõ.",
    example: "12/06/2026",
    also: ["ngay van ban", "ngay ky", "ngay thang", "ngay thang nam", "ngay"],
    width: 16,
  },
  issuer: {
    header: "Cơ quan ban hành",
    how: "Tên đầy đủ; có thể bỏ trống.",
    example: "Ủy ban nhân dân tỉnh",
    also: ["noi ban hanh", "don vi ban hanh", "co quan"],
    width: 34,
  },
  abstract: {
    header: "Trích yếu",
    how: "Trích yếu nội dung; có thể bỏ trống.",
    example: "Tuyên truyền cải cách hành chính năm 2026",
    also: ["trich yeu noi dung", "noi dung", "ten van ban", "ve viec"],
    width: 60,
  },
  topic: {
    header: "Lĩnh vực",
    how: "Chỉ ghi với văn bản có thời gian hiệu lực; có thể bỏ trống.",
    example: "Thư viện",
    also: ["linh vuc van ban", "nganh linh vuc"],
    width: 24,
  },
  effectiveFrom: {
    header: "Có hiệu lực từ ngày",
    how: "Một ngày; có thể bỏ trống.",
    example: "01/07/2026",
    also: ["ngay hieu luc", "ngay co hieu luc", "hieu luc tu ngay", "hieu luc tu"],
    width: 18,
  },
  effectiveTo: {
    header: "Hết hiệu lực sau ngày",
    how: "Một ngày; có thể bỏ trống.",
    example: "",
    also: ["ngay het hieu luc", "het hieu luc", "hieu luc den ngay", "hieu luc den"],
    width: 18,
  },
  url: {
    header: "Địa chỉ",
    how: "Địa chỉ bản gốc trên mạng, bắt đầu bằng http:// hoặc https://; có thể bỏ trống.",
    example: "",
    also: ["lien ket", "duong dan", "link", "dia chi van ban"],
    width: 40,
  },
  state: {
    header: "Tình trạng hiệu lực",
    how: "Còn hiệu lực, Hết hiệu lực…; chỉ để đối chiếu: sổ tự tính hiệu lực theo ngày và văn bản thay thế, khác thì báo.",
    example: "Còn hiệu lực",
    also: ["tinh trang", "trang thai", "trang thai hieu luc", "tinh trang van ban", "hieu luc van ban"],
    width: 22,
  },
  replaces: {
    header: "Thay thế văn bản",
    how: `Số, ký hiệu văn bản mà văn bản này thay thế. ${severalIn}`,
    example: "12/QĐ-UBND ngày 05/01/2020",
    also: [
      "thay the",
      "thay the cho",
      "van ban bi thay the",
      "van ban duoc thay the",
      "thay the cho van ban",
    ],
    width: 34,
  },
  replacedBy: {
    header: "Được thay thế bởi",
    how: "Số, ký hiệu văn bản thay thế văn bản này; có thể bỏ trống.",
    example: "",
    also: ["thay the boi", "bi thay the boi", "duoc thay the bang", "thay bang", "van ban thay the"],
    width: 34,
  },
  amends: {
    header: "Sửa đổi, bổ sung văn bản",
    how: `Số, ký hiệu văn bản mà văn bản này sửa đổi, bổ sung. ${severalIn}`,
    example: "",
    also: [
      "sua doi bo sung",
      "sua doi",
      "sua doi bo sung cho",
      "van ban duoc sua doi bo sung",
      "van ban bi sua doi bo sung",
      "van ban duoc sua doi",
    ],
    width: 34,
  },
  amendedBy: {
    header: "Được sửa đổi, bổ sung bởi",
    how: `Số, ký hiệu văn bản sửa đổi, bổ sung văn bản này. ${severalIn}`,
    example: "",
    also: [
      "sua doi bo sung boi",
      "bi sua doi bo sung boi",
      "duoc sua doi boi",
      "sua doi boi",
      "van ban sua doi bo sung",
      "van ban sua doi",
    ],
    width: 34,
  },
};
