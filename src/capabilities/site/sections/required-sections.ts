/** How far a rule has been read: in the source itself, or to be held against it before it is relied on. */
export type Ground = "read" | "to-verify";

/** A section that Decree 42/2022/NĐ-CP, Article 4, and the rules around it ask of an agency's portal. */
export interface RequiredSection {
  /** Its address, for ever: /thong-tin-cong-khai/<slug>. */
  slug: string;
  title: string;
  /** What it must hold. */
  holds: string;
  ground: Ground;
  /** It is asked for in English, too. */
  english?: true;
}

export const requiredSections: readonly RequiredSection[] = [
  {
    slug: "co-cau-to-chuc",
    title: "Chức năng, cơ cấu tổ chức, đầu mối liên hệ",
    holds:
      "Chức năng, nhiệm vụ, quyền hạn, các đơn vị; người có thẩm quyền: họ tên, chức vụ, đơn vị, điện thoại, thư công vụ.",
    ground: "read",
    english: true,
  },
  {
    slug: "van-ban",
    title: "Văn bản quy phạm pháp luật, văn bản quản lý hành chính",
    holds: "Loại, cơ quan ban hành, số, ngày, ngày hiệu lực, trích yếu, tệp tải về.",
    ground: "read",
  },
  {
    slug: "thu-tuc-hanh-chinh",
    title: "Thủ tục hành chính, dịch vụ công trực tuyến, quy trình giải quyết",
    holds: "Danh mục và nội dung thủ tục, khớp với Cổng Dịch vụ công quốc gia.",
    ground: "read",
  },
  {
    slug: "huong-dan-chinh-sach",
    title: "Tuyên truyền, phổ biến, hướng dẫn pháp luật, chính sách",
    holds: "Hướng dẫn theo từng lĩnh vực cơ quan quản lý.",
    ground: "read",
  },
  {
    slug: "chien-luoc-ke-hoach",
    title: "Chiến lược, quy hoạch, chương trình, kế hoạch",
    holds: "Kế hoạch, chương trình công tác năm và kết quả thực hiện.",
    ground: "read",
  },
  {
    slug: "dau-tu-mua-sam",
    title: "Dự án đầu tư công, mua sắm công",
    holds: "Danh mục, tiến độ, kết quả.",
    ground: "read",
  },
  {
    slug: "tai-chinh-thong-ke",
    title: "Báo cáo tài chính năm, thống kê ngành, đề tài nghiên cứu",
    holds: "Báo cáo tài chính hằng năm, số liệu thống kê, đề tài và kết quả nghiên cứu.",
    ground: "read",
  },
  {
    slug: "danh-muc-phai-cong-khai",
    title: "Danh mục thông tin phải được công khai",
    holds: "Thông tin nào, công khai ở đâu, hình thức, thời điểm, thời hạn.",
    ground: "read",
  },
  {
    slug: "dieu-uoc-thoa-thuan",
    title: "Điều ước, thỏa thuận quốc tế",
    holds: "Điều ước, thỏa thuận mà cơ quan là một bên; nhiều cơ quan không phát sinh.",
    ground: "read",
  },
  {
    slug: "lay-y-kien",
    title: "Lấy ý kiến dự thảo, trả lời góp ý",
    holds: "Dự thảo đang lấy ý kiến, thời hạn, nơi nhận, tổng hợp và giải trình.",
    ground: "to-verify",
  },
  {
    slug: "hoi-dap-tiep-dan",
    title: "Hỏi đáp, lịch tiếp công dân",
    holds: "Câu hỏi đã trả lời, lịch và nơi tiếp công dân.",
    ground: "to-verify",
  },
  {
    slug: "khen-thuong-xu-phat",
    title: "Khen thưởng, xử phạt",
    holds: "Quyết định khen thưởng, xử phạt thuộc thẩm quyền, đúng quy định về dữ liệu cá nhân.",
    ground: "to-verify",
  },
  {
    slug: "nguoi-phat-ngon",
    title: "Người phát ngôn, cung cấp thông tin cho báo chí",
    holds: "Họ tên, chức vụ, điện thoại, thư điện tử.",
    ground: "to-verify",
  },
];

export const sectionOf = (slug: string): RequiredSection | undefined =>
  requiredSections.find((section) => section.slug === slug);

/** So many days until a section is looked over again, unless the agency says otherwise. */
export const REVIEW_DAYS = 180;

/** Where a section stands: filled here or elsewhere, nothing to publish, empty, or not looked over in time. */
export const sectionStates = ["filled", "elsewhere", "absent", "stale", "empty"] as const;
export type SectionState = (typeof sectionStates)[number];

export function stateOfSection(
  {
    elsewhere,
    absentReason,
    count,
    reviewBy,
  }: { elsewhere: string | null; absentReason: string | null; count: number; reviewBy: string | null },
  today: string,
): SectionState {
  const isOver = reviewBy !== null && reviewBy < today;
  if (count > 0) return isOver ? "stale" : "filled";
  if (elsewhere !== null) return isOver ? "stale" : "elsewhere";
  if (absentReason !== null) return isOver ? "stale" : "absent";
  return "empty";
}
