import { squeeze, trimValue } from "./printed.ts";

/** Small words with which the work begins after a unit's name in a sentence. */
const workWords = [
  "tham mưu",
  "căn cứ",
  "theo",
  "tổ chức",
  "xây dựng",
  "triển khai",
  "thực hiện",
  "rà soát",
  "hướng dẫn",
  "cập nhật",
  "đăng tải",
  "đăng",
  "biên soạn",
  "biên tập",
  "sản xuất",
  "theo dõi",
  "tổng hợp",
  "kiểm tra",
  "báo cáo",
  "ban hành",
  "công khai",
  "niêm yết",
  "hoàn thành",
  "xong",
  "trong",
  "trước",
  "để",
  "nhằm",
  "tuyên truyền",
  "đẩy mạnh",
  "tiếp tục",
  "chủ động",
  "chủ trì",
  "lồng ghép",
  "bố trí",
  "cung cấp",
  "đôn đốc",
  "đánh giá",
  "phát hành",
  "mở",
  "lập",
  "thiết kế",
  "phổ biến",
  "quán triệt",
  "chuẩn bị",
  "phát động",
  "thẩm định",
  "trình",
  "đề xuất",
  "tập huấn",
  "bồi dưỡng",
  "khảo sát",
  "phối hợp",
  "chịu trách nhiệm",
  "có trách nhiệm",
  "thường xuyên",
  "định kỳ",
  "kịp thời",
  "vận hành",
  "duy trì",
  "nâng cấp",
  "tăng cường",
  "giám sát",
  "thống kê",
  "nghiên cứu",
  "gửi",
  "bảo đảm",
  "đảm bảo",
  "hỗ trợ",
  "giới thiệu",
  "thu thập",
  "viết",
  "hằng",
  "hàng",
  "chậm nhất",
  "vào",
  "số hóa",
  "treo",
  "in",
  "mời",
  "là",
  "tiến hành",
  "khai thác",
  "sưu tầm",
  "trưng bày",
  "đưa",
  "cụ thể hóa",
  "phụ trách",
  "tiếp nhận",
  "giải quyết",
  "phân công",
  "rà",
  "cử",
  "đăng ký",
  "làm",
  "lắp đặt",
  "mua",
  "phát",
  "phát sóng",
  "phát thanh",
  "biểu dương",
  "khen thưởng",
  "tổng kết",
  "sơ kết",
  "tập trung",
  "ứng dụng",
  "kiện toàn",
  "bàn giao",
  "chỉ đạo",
  "quản lý",
  "sử dụng",
  "thông báo",
  "trả lời",
  "xử lý",
  "phản ánh",
  "có kế hoạch",
  "có văn bản",
  "phải",
  "cần",
  "được",
  "sẽ",
  "nộp",
  "ký",
  "chia sẻ",
  "tích cực",
  "nâng cao",
  "tham gia",
  "vận động",
  "huy động",
  "thành lập",
  "hoàn thiện",
  "công bố",
  "kết nối",
  "phê duyệt",
  "phân bổ",
  "xem xét",
  "cam kết",
  "chấp hành",
  "khắc phục",
  "bổ sung",
  "điều chỉnh",
  "soạn thảo",
  "dự thảo",
  "tháo gỡ",
  "điều phối",
  "lựa chọn",
  "trao đổi",
  "lấy ý kiến",
  "tạo điều kiện",
  "quan tâm",
  "nhắc nhở",
  "động viên",
];

/** Heads whose next word belongs to the name: "Ban chỉ đạo", "bộ phận tiếp nhận", "Công nghệ thông tin". */
const partOfName = /(?:^|,\s|\svà\s)(?:ban|bộ phận|tổ|đoàn|đội|nhóm|hội đồng)$/i;

const withinName = /^\([^()]{1,60}\) \p{Ll}/u;

/** The name of a unit or a list of units that begins the text, up to where the work is told. */
export function leadingUnits(text: string): string {
  return unitsBeforeWork(text).units;
}

/** The same, and whether words of work follow directly: then the unit is the sentence's subject. */
export function unitsBeforeWork(text: string): { units: string; works: boolean } {
  let works = false;
  let end = text.length;
  for (const mark of [";", ". ", ":", "("]) {
    let at = text.indexOf(mark);
    // "Phòng A (văn hóa) thiết kế …": what stands in brackets belongs to the name.
    if (mark === "(" && at >= 0 && withinName.test(text.slice(at, at + 80))) at = text.indexOf("(", at + 1);
    if (at >= 0 && at < end) end = at;
  }
  const near = text.slice(0, Math.min(end, 400));
  end = Math.min(end, 400);
  const related = near.indexOf("liên quan");
  if (related >= 0) end = Math.min(end, related + "liên quan".length);
  for (let space = near.indexOf(" "); space !== -1 && space < end; space = near.indexOf(" ", space + 1)) {
    const before = near.slice(0, space);
    const listed = /(,| và|cơ quan)$/.test(before);
    const word = workWords.find((candidate) => {
      if (!near.startsWith(candidate, space + 1)) return false;
      const after = near[space + 1 + candidate.length];
      return after === undefined || /[\s,.]/.test(after);
    });
    if (
      word === undefined ||
      partOfName.test(before) ||
      (listed &&
        word === "tổ chức" &&
        !/tổ chức (hội|lớp|các|cuộc|tuyên)/.test(near.slice(space, space + 20)))
    )
      continue;
    end = space;
    works = true;
    break;
  }
  return { units: trimValue(squeeze(text.slice(0, end)).replace(/(,| và)$/, "")), works };
}
