import type { Block, Found } from "./remark.ts";
import { countWords, sentencesOf } from "./sentences-of.ts";

/** Longer is hard to follow in one reading, and harder to read aloud. */
const LONGEST_SENTENCE = 50;
const LONGEST_CLAUSE = 40;

const isProse = ({ type }: Pick<Block, "type">) => type === "paragraph" || type === "line";

export function longSentences(block: Pick<Block, "type">, text: string): Found[] {
  if (!isProse(block)) return [];
  return sentencesOf(text).flatMap(({ from, to }): Found[] => {
    const sentence = text.slice(from, to);
    const words = countWords(sentence);
    if (words > LONGEST_SENTENCE)
      return [
        {
          from,
          to,
          why: `Câu dài ${words} chữ, khó theo trong một lần đọc; nên tách thành câu dưới ${LONGEST_SENTENCE} chữ.`,
        },
      ];
    let longest = 0;
    for (const clause of sentence.split(/[,;:–()]/u)) longest = Math.max(longest, countWords(clause));
    return longest > LONGEST_CLAUSE
      ? [{ from, to, why: `Có vế dài ${longest} chữ liền không ngắt; nên thêm dấu ngắt hoặc tách câu.` }]
      : [];
  });
}

/** What is measured or counted: of other shares (of a price, of a profit) nobody asks whence they are. */
const FIGURE =
  /(?:đạt|chiếm|tăng|giảm|lên|xuống|còn|tỷ lệ|tỉ lệ)[^.;\n%\d]{0,40}(?<![\d.,])\d{1,3}(?:[.,]\d{1,3})?\s?%|(?<![\d.,])\d{1,3}(?:[.,]\d{1,3})?\s?%(?= (?:số )?(?:người|hồ sơ|hộ |ý kiến|đơn vị|thủ tục|tổ chức|cán bộ|công chức|xã|thôn))|(?:xếp|đứng) (?:hạng|thứ) \d{1,3}\/\d{1,3}/iu;
const SOURCE =
  /theo |nguồn|báo cáo|thống kê|số liệu|khảo sát|kết quả|công bố|quyết định|kế hoạch|nghị quyết|nghị định|thông tư|chỉ tiêu|mục tiêu|phấn đấu|yêu cầu|dự kiến|(?<![\p{L}\p{M}])giảm \d|thuế|phí|lãi suất|mức|cho biết|hệ thống/iu;

/** A share or a rank of which the block around it does not say whence it is. */
export function unsourced(block: Pick<Block, "type">, text: string): Found[] {
  if (!isProse(block) || SOURCE.test(text)) return [];
  const figure = FIGURE.exec(text);
  if (!figure) return [];
  return [
    {
      from: figure.index,
      to: figure.index + figure[0].length,
      why: "Chưa nói số liệu này lấy từ đâu; nên ghi theo báo cáo, thống kê nào, đến ngày nào.",
      about: text.slice(Math.max(0, figure.index - 60), figure.index),
    },
  ];
}
