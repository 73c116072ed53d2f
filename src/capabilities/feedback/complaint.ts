export type ComplaintSort = "complaint" | "denunciation";

/** Words with which somebody asks about complaints, or says that it is none. */
const ONLY_ABOUT =
  /(?:không phải(?: là)?|chứ không|thủ tục|quy định(?: về)?|luật|hỏi(?: về)?|hướng dẫn(?: về)?|phòng tiếp|lịch|quy trình|giải quyết|công tác|hộp thư|đường dây)\s{1,2}(?:đơn\s)?(?:tiếp nhận\s|giải quyết\s|tiếp dân,?\s)?$/iu;
const DENOUNCES =
  /(?<![\p{L}\p{M}])(?:tố cáo|tố giác|đơn tố|nhận hối lộ|đòi hối lộ|ăn hối lộ|tham ô|tham nhũng|làm giả hồ sơ|đút lót|nhận tiền(?: bôi trơn| đút lót| phong bì))(?![\p{L}\p{M}])/giu;
const COMPLAINS =
  /(?<![\p{L}\p{M}])(?:khiếu nại|đơn khiếu|hủy bỏ quyết định|thu hồi quyết định (?:xử phạt|kỷ luật)|không đồng ý với quyết định (?:xử phạt|kỷ luật|thu hồi|hành chính))(?![\p{L}\p{M}])/giu;

const isMeant = (text: string, pattern: RegExp): boolean => {
  for (const { index } of text.matchAll(pattern))
    if (!ONLY_ABOUT.test(text.slice(Math.max(0, index - 40), index))) return true;
  return false;
};

/**
 * Whether a text reads like a complaint or a denunciation, for which there are other laws and other doors. Who wrote
 * says whether it is one: nothing is turned away by this alone.
 */
export function readsLikeComplaint(given: string): ComplaintSort | null {
  const text = given.normalize("NFC");
  if (isMeant(text, DENOUNCES)) return "denunciation";
  return isMeant(text, COMPLAINS) ? "complaint" : null;
}
