import type { EventKind, ProgrammeItem } from "./event.ts";

export interface SampleEvent {
  kind: EventKind;
  title: string;
  summary: string;
  place: string;
  /** Days from the day on which the sample is loaded. */
  inDays: number;
  hours: number;
  unit: string;
  audience: string;
  expected: number;
  reformPart: string;
  items: ProgrammeItem[];
  obligations: string[];
  stage: "draft" | "announced" | "postponed" | "held";
  reason?: string;
  attended?: number;
}

const item = (atHour: string, words: string, isReform = false): ProgrammeItem => ({
  atHour,
  words,
  isReform,
});

/** Invented events of the sample department. */
export const sampleEvents: SampleEvent[] = [
  {
    kind: "culture",
    title: "Ngày hội văn hóa quan họ mẫu năm 2026",
    summary: "Ngày hội của các làng quan họ (dữ liệu mẫu), có gian hướng dẫn nộp hồ sơ trực tuyến.",
    place: "Quảng trường trung tâm (mẫu)",
    inDays: -20,
    hours: 9,
    unit: "phong-mau-a",
    audience: "Người dân, du khách",
    expected: 800,
    reformPart:
      "Gian hướng dẫn nộp hồ sơ trực tuyến, phát tờ gấp về thủ tục tổ chức lễ hội; loa ngày hội đọc bản tin cải cách hành chính.",
    items: [
      item("08:00", "Khai mạc"),
      item("09:00", "Hướng dẫn nộp hồ sơ trực tuyến tại gian số 5", true),
      item("15:00", "Hát đối, trao giải"),
    ],
    obligations: ["III.4-a"],
    stage: "held",
    attended: 920,
  },
  {
    kind: "training",
    title: "Tập huấn viết tin, bài cải cách hành chính cho cơ sở (mẫu)",
    summary: "Tập huấn cho cộng tác viên tuyên truyền của xã, phường (dữ liệu mẫu).",
    place: "Hội trường tầng 2 (mẫu)",
    inDays: 12,
    hours: 3,
    unit: "phong-mau-b",
    audience: "Công chức văn hóa xã, cộng tác viên",
    expected: 60,
    reformPart: "Cách kể việc thật về thủ tục đã bớt giấy tờ, bớt ngày; cách chụp, ghi nguồn ảnh.",
    items: [item("08:00", "Cách chọn đề tài", true), item("10:00", "Thực hành viết tin ngắn", true)],
    obligations: ["III.4-a"],
    stage: "announced",
  },
  {
    kind: "sport",
    title: "Giải chạy phong trào mẫu mùa đông",
    summary: "Giải chạy của cán bộ, người dân (dữ liệu mẫu).",
    place: "Công viên hồ (mẫu)",
    inDays: 6,
    hours: 4,
    unit: "phong-mau-a",
    audience: "Cán bộ, người dân",
    expected: 300,
    reformPart: "Phông nền, số áo có mã dẫn tới trang hướng dẫn thủ tục của ngành.",
    items: [item("06:00", "Tập trung"), item("06:30", "Xuất phát")],
    obligations: ["III.4-a"],
    stage: "postponed",
    reason: "Dự báo mưa rét kéo dài; lịch mới được báo tại trang này.",
  },
  {
    kind: "conference",
    title: "Hội nghị sơ kết công tác du lịch cộng đồng (mẫu)",
    summary: "Hội nghị với các điểm du lịch cộng đồng (dữ liệu mẫu).",
    place: "Phòng họp số 1 (mẫu)",
    inDays: 25,
    hours: 3,
    unit: "phong-mau-b",
    audience: "Chủ cơ sở lưu trú, điểm du lịch",
    expected: 80,
    reformPart: "Mười lăm phút giới thiệu thủ tục đã cắt giảm giấy tờ trong lĩnh vực du lịch.",
    items: [item("14:00", "Báo cáo sơ kết"), item("15:00", "Thủ tục đã cắt giảm", true)],
    obligations: ["III.4-a"],
    stage: "draft",
  },
];
