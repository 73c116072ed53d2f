import { plain } from "../unit-named.ts";

/** What a column of a list of tasks may hold, in the order of the template. */
export const taskSheetFields = [
  "clause",
  "title",
  "lead",
  "coordinating",
  "responsible",
  "approver",
  "due",
  "deliverable",
  "obligations",
] as const;
export type TaskSheetField = (typeof taskSheetFields)[number];

interface FieldWords {
  /** Head of the column in the template. */
  header: string;
  /** How to fill it in. */
  how: string;
  example: string;
  /** Other heads that people give it, by letters alone. */
  also: string[];
  /** In characters. */
  width: number;
}

export const taskSheetWords: Record<TaskSheetField, FieldWords> = {
  clause: {
    header: "Mục",
    how: "Số mục của kế hoạch như ở trang “Danh mục”; bỏ trống nếu nhiệm vụ không thuộc mục nào.",
    example: "II.1",
    also: ["muc ke hoach", "so muc", "khoan", "muc khoan", "muc trong ke hoach"],
    width: 12,
  },
  title: {
    header: "Nhiệm vụ",
    how: "Việc phải làm. Bắt buộc.",
    example: "Viết tin, bài về cải cách hành chính",
    also: [
      "noi dung nhiem vu",
      "ten nhiem vu",
      "noi dung cong viec",
      "cong viec",
      "noi dung thuc hien",
      "noi dung",
      "viec",
      "hoat dong",
      "nhiem vu cu the",
    ],
    width: 50,
  },
  lead: {
    header: "Đơn vị chủ trì",
    how: "Tên hoặc tên ngắn của một đơn vị ở trang “Danh mục”; “Các phòng, đơn vị” nếu mọi đơn vị cùng làm.",
    example: "Văn phòng Sở",
    also: [
      "chu tri",
      "co quan chu tri",
      "co quan don vi chu tri",
      "phong chu tri",
      "don vi thuc hien",
      "co quan thuc hien",
      "don vi chiu trach nhiem",
      "don vi chu tri thuc hien",
      "bo phan chu tri",
    ],
    width: 26,
  },
  coordinating: {
    header: "Đơn vị phối hợp",
    how: "Cách nhau bằng dấu chấm phẩy. Nơi ngoài cơ quan được giữ nguyên chữ.",
    example: "Phòng Kế hoạch; UBND các xã, phường",
    also: ["phoi hop", "co quan phoi hop", "co quan don vi phoi hop", "don vi phoi hop thuc hien"],
    width: 30,
  },
  responsible: {
    header: "Người thực hiện",
    how: "Họ tên hoặc thư điện tử của người dùng trong cơ quan; có thể bỏ trống.",
    example: "",
    also: [
      "nguoi phu trach",
      "can bo thuc hien",
      "nguoi chiu trach nhiem",
      "chuyen vien",
      "can bo phu trach",
    ],
    width: 22,
  },
  approver: {
    header: "Người phê duyệt",
    how: "Họ tên hoặc thư điện tử của người dùng trong cơ quan; có thể bỏ trống.",
    example: "",
    also: ["nguoi duyet", "lanh dao phu trach", "tham quyen", "lanh dao phe duyet", "cap phe duyet"],
    width: 22,
  },
  due: {
    header: "Thời gian",
    how: "Một ngày (30/06/2026), hoặc: thường xuyên, hằng tháng, hằng quý, quý II, tháng 9, trước ngày 30/6.",
    example: "Hằng tháng",
    also: [
      "thoi gian thuc hien",
      "thoi gian hoan thanh",
      "thoi han",
      "thoi han hoan thanh",
      "han hoan thanh",
      "ngay hoan thanh",
      "tien do",
      "han",
      "ky han",
    ],
    width: 20,
  },
  deliverable: {
    header: "Sản phẩm, kết quả",
    how: "Kết quả phải có; có thể bỏ trống.",
    example: "Ít nhất 02 tin, bài mỗi tháng",
    also: [
      "san pham",
      "ket qua",
      "san pham ket qua",
      "ket qua san pham",
      "san pham du kien",
      "san pham dau ra",
      "ket qua dat duoc",
      "ket qua thuc hien",
    ],
    width: 34,
  },
  obligations: {
    header: "Mã nghĩa vụ",
    how: "Mã các nghĩa vụ mà nhiệm vụ thực hiện, cách nhau bằng dấu chấm phẩy; có thể bỏ trống.",
    example: "",
    also: ["nghia vu", "ma nv phai thuc hien"],
    width: 16,
  },
};

/** How well a printed head names a field: exactly, or within more words. Longer names count more. */
function nearness(header: string, field: TaskSheetField): number {
  const words = plain(header);
  if (words === "") return 0;
  const { header: own, also } = taskSheetWords[field];
  const names = [plain(own), ...also];
  if (names.includes(words)) return 1000;
  return Math.max(
    0,
    ...names.filter((name) => ` ${words} `.includes(` ${name} `)).map((name) => name.length),
  );
}

/** Which field each head most likely names, each field once: the best fits first. */
export function guessFields(headers: string[]): (TaskSheetField | null)[] {
  const fits = headers
    .flatMap((header, column) =>
      taskSheetFields.map((field) => ({ column, field, score: nearness(header, field) })),
    )
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.column - b.column);
  const guessed: (TaskSheetField | null)[] = headers.map(() => null);
  const taken = new Set<TaskSheetField>();
  for (const { column, field } of fits) {
    if (guessed[column] !== null || taken.has(field)) continue;
    guessed[column] = field;
    taken.add(field);
  }
  return guessed;
}
