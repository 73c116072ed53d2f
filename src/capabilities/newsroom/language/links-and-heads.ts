import type { Block, Found } from "./remark.ts";

const NOTHING_SAID =
  /^(?:xin |hãy |mời )?(?:xem|bấm|nhấn|nhấp|click|truy cập|đọc)? ?(?:thêm|tiếp|chi tiết)? ?(?:chi tiết)? ?(?:tại|ở|vào)? ?(?:đây|link|liên kết|liên kết này|đường dẫn này|here)?[\s.:…>»)]{0,5}$/iu;

/** Links whose words say nothing of where they lead; places are those of `written`. */
export function vagueLinks({ links, written }: Pick<Block, "links" | "written">): Found[] {
  return links.flatMap(({ from, to, href }): Found[] => {
    const words = written.slice(from, to).trim();
    if (words === "")
      return [
        {
          from,
          to,
          about: href,
          why: "Liên kết không có chữ; người nghe máy đọc không biết nó dẫn đến đâu.",
        },
      ];
    if (words.length < 60 && NOTHING_SAID.test(words))
      return [
        {
          from,
          to,
          about: href,
          why: "Chữ của liên kết chưa nói dẫn đến đâu; người nghe máy đọc chỉ nghe chữ này. Hãy ghi tên trang.",
        },
      ];
    return /^(?:https?:\/\/|www\.)\S{25,}$/u.test(words)
      ? [
          {
            from,
            to,
            about: href,
            why: "Địa chỉ dài khó đọc, máy đọc đọc từng ký tự; hãy ghi tên trang rồi gắn liên kết.",
          },
        ]
      : [];
  });
}

/** Headings that skip a level or are empty. The title of the page stands above them. */
export function misplacedHeadings(blocks: readonly Block[]): { block: Block; found: Found }[] {
  let last = 1;
  return blocks.flatMap((block) => {
    if (block.type !== "heading") return [];
    const whole = { from: 0, to: block.text.length };
    if (block.text.trim() === "")
      return [
        {
          block,
          found: { ...whole, about: `${block.index}`, why: "Tiêu đề trống; hãy ghi chữ hoặc bỏ dòng này." },
        },
      ];
    const before = last;
    last = block.level;
    return block.level > before + 1
      ? [
          {
            block,
            found: {
              ...whole,
              why:
                before === 1
                  ? "Tiêu đề đầu tiên của bài phải là “Tiêu đề mục”, rồi mới đến cấp nhỏ hơn."
                  : "Tiêu đề này nhảy cấp so với tiêu đề ngay trên; hãy dùng cấp liền sau.",
            },
          },
        ]
      : [];
  });
}

export const headlessTable = (first: Block): Found => ({
  from: 0,
  to: first.text.length,
  about: "table",
  why: "Bảng chưa có ô tiêu đề; máy đọc không nói được ô thuộc cột nào. Hãy để con trỏ trong bảng rồi bấm “Hàng tiêu đề của bảng”.",
});
