import { trimValue } from "./field-name.ts";
import { squeeze } from "./line.ts";

/** Small words with which the work begins after a unit's name in a sentence. */
const workWords = [
  "tham mưu",
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
];

/** The name of a unit or a list of units that begins the text, up to where the work is told. */
export function leadingUnits(text: string): string {
  let end = text.length;
  for (const mark of [";", ". ", ":", "("]) {
    const at = text.indexOf(mark);
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
      (listed &&
        word === "tổ chức" &&
        !/tổ chức (hội|lớp|các|cuộc|tuyên)/.test(near.slice(space, space + 20)))
    )
      continue;
    end = space;
    break;
  }
  return trimValue(squeeze(text.slice(0, end)).replace(/(,| và)$/, ""));
}
