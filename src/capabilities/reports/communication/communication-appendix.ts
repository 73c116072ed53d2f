import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Appendix, Block, Cell } from "#platform/official-document/write/document.ts";
import type { Chain } from "../chain.ts";
import { changeInWords, type Figure, figureInWords } from "../figure.ts";
import { enquiryInWords } from "./communication-rows.ts";
import { measuredInWords } from "./measured-in-words.ts";

const compared = (figure: Figure): string =>
  changeInWords(figure) ??
  (figure.measured?.countedOtherwise ? "không so sánh: nguồn đã đổi cách đếm" : "chưa có số liệu cùng kỳ");

/** What was measured on the channels, with what each source means by it; and every enquiry of the press. */
export function communicationAppendix({ communication }: Chain, figures: Figure[]): Appendix[] {
  if (communication === undefined) return [];
  const measured = figures.flatMap((figure) => (figure.measured ? [{ figure, on: figure.measured }] : []));
  const { enquiries } = communication.press;
  const body: Block[] = [];
  if (measured.length > 0)
    body.push(
      {
        kind: "table",
        caption: "Số liệu trên từng kênh",
        head: [
          "Kênh, loại số",
          "Số",
          "Có số của bao nhiêu lượt đăng, xem lúc nào",
          "Cách đếm của nguồn",
          "Cùng kỳ",
        ],
        widths: [10, 8, 12, 20, 10],
        rows: measured.map(({ figure, on }): Cell[] => [
          figure.label,
          { text: figureInWords(figure), align: "right" },
          measuredInWords(on),
          `${figure.source}${on.definition.version > 1 ? ` (cách đếm thứ ${on.definition.version})` : ""}: ${on.definition.words}${on.adding === null ? "" : ` Khi cộng: ${on.adding}.`}`,
          compared(figure),
        ]),
      },
      {
        kind: "paragraph",
        text: "Mỗi lượt đăng lấy số mới nhất lúc chốt. Số liệu cũ là số đã lâu chưa xem lại, có thể thấp hơn thực tế. Số của các kênh, các cách đếm khác nhau không cộng với nhau; cổng thông tin không đếm người xem.",
      },
    );
  if (enquiries.length > 0)
    body.push({
      kind: "table",
      caption: "Yêu cầu của báo chí",
      head: ["STT", "Cơ quan báo chí", "Nhận lúc", "Kết quả"],
      widths: [3, 20, 14, 24],
      rows: enquiries.map((one, index): Cell[] => [
        { text: String(index + 1), align: "center" },
        one.outletName || "Chưa ghi tên",
        `${formatDateTime(one.receivedAt)}${one.isCarried ? " (từ kỳ trước)" : ""}`,
        enquiryInWords(one),
      ]),
    });
  if (body.length === 0)
    body.push({ kind: "paragraph", text: "Trong kỳ chưa có số liệu trên các kênh và yêu cầu của báo chí." });
  return [{ title: "Số liệu truyền thông trên các kênh và với báo chí", landscape: true, body }];
}
