import { writeCsv } from "#platform/text/write-csv.ts";

const heads = [
  "Mã hồ sơ",
  "Mã TTHC",
  "Tên TTHC",
  "Lĩnh vực",
  "Đơn vị giải quyết",
  "Ngày tiếp nhận",
  "Ngày hẹn trả",
  "Ngày có kết quả",
  "Trạng thái",
  "Kênh nộp",
  "Thanh toán trực tuyến",
  "Số hóa thành phần hồ sơ",
  "Kết quả điện tử",
  "Luân chuyển điện tử",
];

/** Invented procedures, those of the sample's register: code, name, field, unit, days until due. */
const procedures: [code: string, name: string, field: string, unit: string, days: number][] = [
  [
    "9.990001",
    "Chấp thuận tổ chức biểu diễn nghệ thuật (mẫu)",
    "Nghệ thuật biểu diễn",
    "Phòng Mẫu A (văn hóa)",
    5,
  ],
  ["9.990002", "Đăng ký tổ chức lễ hội cấp tỉnh (mẫu)", "Lễ hội", "Phòng Mẫu A (văn hóa)", 15],
  [
    "9.990004",
    "Cấp giấy xác nhận đủ điều kiện kinh doanh hoạt động thể thao (mẫu)",
    "Thể dục thể thao",
    "Phòng Mẫu B (thể thao, du lịch)",
    7,
  ],
  [
    "9.990006",
    "Cấp thẻ hướng dẫn viên du lịch tại điểm (mẫu)",
    "Lữ hành",
    "Phòng Mẫu B (thể thao, du lịch)",
    10,
  ],
  [
    "9.990010",
    "Thông báo thành lập thư viện tư nhân có phục vụ cộng đồng (mẫu)",
    "Thư viện",
    "Đơn vị Mẫu C (thư viện)",
    15,
  ],
];

const COUNT = 240;
const FIRST_DAY = "2026-01-05";
/** What was known of the dossiers when the sheet was made. */
const KNOWN_ON = "2026-11-14";

const shown = (day: Temporal.PlainDate) =>
  `${String(day.day).padStart(2, "0")}/${String(day.month).padStart(2, "0")}/${day.year}`;

/** A year of invented dossiers as a one-stop system exports it; always the same. */
export function sampleSheet(): Uint8Array {
  const first = Temporal.PlainDate.from(FIRST_DAY);
  const known = Temporal.PlainDate.from(KNOWN_ON);
  const rows = Array.from({ length: COUNT }, (_, at) => {
    const [code, name, field, unit, days] = procedures[(at * 7) % procedures.length]!;
    const received = first.add({ days: Math.floor((at * 314) / COUNT) });
    const due = received.add({ days: days + 2 });
    // Of a hundred some seventy come before their day, twenty on it, some five late.
    const turn = (at * at * 7 + at * 11) % 97;
    const late = turn < (field === "Lữ hành" ? 14 : 5);
    const finished = late
      ? due.add({ days: 2 + (at % 5) })
      : turn % 5 === 1
        ? due
        : due.subtract({ days: 1 + (turn % 3) });
    const isDone = Temporal.PlainDate.compare(finished, known) <= 0 && turn < 92;
    const status = isDone
      ? "Đã trả kết quả"
      : turn >= 95
        ? "Chờ bổ sung"
        : turn >= 92
          ? "Công dân yêu cầu rút hồ sơ"
          : "Đang xử lý";
    const isOnline = at % 4 !== 0;
    return [
      `000.00.00.H99-26${String(received.month).padStart(2, "0")}-${String(at + 1).padStart(4, "0")}`,
      ...[code, name, field, unit, shown(received), shown(due), isDone ? shown(finished) : "", status],
      isOnline ? "Trực tuyến" : at % 8 === 0 ? "Trực tiếp" : "Bưu chính công ích",
      code === "9.990010" ? "" : isOnline ? "Có" : "Không",
      at % 9 === 0 ? "Không" : "Có",
      isDone && at % 6 !== 0 ? "Có" : "Không",
      days > 7 ? (at % 7 === 0 ? "Không" : "Có") : "",
    ];
  });
  return Buffer.from(writeCsv(heads, rows));
}
