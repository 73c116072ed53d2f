import type { FeedbackKind, FeedbackSource } from "./feedback.ts";

export const sampleFields: { name: string; unit: string | null }[] = [
  { name: "Di tích, bảo tàng, thư viện", unit: "phong-mau-a" },
  { name: "Lễ hội, biểu diễn, karaoke, quảng cáo", unit: "phong-mau-a" },
  { name: "Thể thao", unit: "phong-mau-b" },
  { name: "Du lịch, lưu trú", unit: "phong-mau-b" },
  { name: "Thủ tục, một cửa, thái độ phục vụ", unit: "van-phong" },
  { name: "Việc khác", unit: null },
];

export const sampleTemplates = [
  {
    name: "Cảm ơn, đã xử lý xong",
    words:
      "Cảm ơn bạn đã phản ánh. Cơ quan đã kiểm tra và xử lý xong ngày …: …\nNếu còn điều chưa rõ, bạn đề nghị xem lại ngay tại đường dẫn này.",
  },
  {
    name: "Hướng dẫn làm thủ tục",
    words: "Cảm ơn bạn đã hỏi. Thủ tục này cần …, nộp tại …, trả kết quả trong … ngày làm việc, lệ phí …",
  },
];

export interface SampleFeedback {
  kind: FeedbackKind;
  source: FeedbackSource;
  field: number;
  words: string;
  place: string | null;
  daysAgo: number;
  stage: "received" | "classified" | "asked" | "drafted" | "waiting" | "answered";
  officialCode?: string;
  question?: string;
  answer?: string;
  basis?: string;
  /** Of an outcome that is public. */
  title?: string;
}

/** Invented, from nobody; places are of the sample. */
export const sampleFeedback: SampleFeedback[] = [
  {
    ...{ kind: "conduct", source: "portal", field: 0, daysAgo: 1, stage: "received" },
    words:
      "Nhà văn hóa thôn Mẫu khóa cửa cả tuần nay, trẻ con tan học không có chỗ chơi, câu lạc bộ dưỡng sinh phải tập ngoài sân. Mong cơ quan cho biết lịch mở cửa.",
    place: "Nhà văn hóa thôn Mẫu",
  },
  {
    ...{ kind: "question", source: "phone", field: 3, daysAgo: 2, stage: "classified" },
    words:
      "Hỏi: đổi thẻ hướng dẫn viên du lịch nội địa sắp hết hạn cần giấy tờ gì, có nộp trực tuyến được không?",
    place: null,
  },
  {
    ...{ kind: "conduct", source: "portal", field: 1, daysAgo: 4, stage: "asked" },
    words: "Quán hát gần trường học mở loa quá giờ cho phép, mấy tối liền không ngủ được.",
    place: "Phường Mẫu",
    question: "Xin cho biết tên quán hoặc vị trí, và những tối nào, để đoàn kiểm tra đến đúng nơi.",
  },
  {
    ...{
      kind: "rule",
      source: "official",
      field: 4,
      daysAgo: 6,
      stage: "waiting",
      officialCode: "MAU-2611-0001",
    },
    words:
      "Thủ tục cấp phép biểu diễn vẫn đòi bản sao giấy đăng ký kinh doanh, trong khi dữ liệu đã có trên hệ thống. Đề nghị bỏ giấy này.",
    place: "Bộ phận một cửa",
    answer:
      "Cảm ơn bạn. Từ ngày 15/12/2026, bộ phận một cửa tự tra giấy đăng ký kinh doanh trên hệ thống, không yêu cầu bản sao. Quy trình và phiếu hướng dẫn đã sửa.",
    basis: "Quy trình nội bộ mẫu số 12",
  },
  {
    ...{ kind: "proposal", source: "letter", field: 0, daysAgo: 12, stage: "answered" },
    words:
      "Đề nghị thư viện tỉnh mở thêm buổi tối thứ Sáu và sáng Chủ nhật để người đi làm, học sinh có thể đến đọc.",
    place: "Thư viện",
    answer:
      "Cảm ơn bạn đã hiến kế. Từ tháng 12/2026, thư viện mở cửa thêm từ 18 giờ đến 20 giờ 30 thứ Sáu và từ 8 giờ đến 11 giờ Chủ nhật, thử trong ba tháng.",
    basis: "Thông báo mẫu về giờ mở cửa thư viện",
    title: "Đề nghị thư viện mở cửa buổi tối và Chủ nhật",
  },
  {
    ...{ kind: "question", source: "portal", field: 3, daysAgo: 15, stage: "answered" },
    words: "Thẻ hướng dẫn viên du lịch của tôi sắp hết hạn thì đổi ở đâu, lệ phí bao nhiêu, chờ mấy ngày?",
    place: null,
    answer:
      "Bạn nộp hồ sơ đổi thẻ trực tuyến hoặc tại bộ phận một cửa; thành phần hồ sơ, lệ phí, thời hạn ghi ở trang Thủ tục của cổng, mục Du lịch.",
    basis: "Danh mục thủ tục hành chính của cơ quan",
    title: "Thẻ hướng dẫn viên du lịch sắp hết hạn thì đổi ở đâu",
  },
];
