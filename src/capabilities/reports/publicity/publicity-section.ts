import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords } from "../figure.ts";
import type { Section } from "../report-text.ts";
import { type ChainPosting, isSettledEverywhere } from "./publicity.ts";

/** So many are named; the others stand in the workbook. */
const MOST_NAMED = 10;

/** "Cơ sở dữ liệu quốc gia (bản cũ, quá hạn 05/11/2026)" */
export const missingInWords = ({ cells }: ChainPosting, places: Map<string, string>): string =>
  cells
    .filter(({ isSettled }) => !isSettled)
    .map(({ placeId, stateLabel, dueOn, isLate }) => {
      const due = dueOn === null ? "" : `, ${isLate ? "quá hạn" : "hạn"} ${formatDate(dueOn)}`;
      return `${places.get(placeId) ?? ""} (${stateLabel.toLocaleLowerCase("vi")}${due})`;
    })
    .join(", ");

/** How procedures and documents are made public, with what is missing; none where nothing was kept of it. */
export function publicitySections(
  { publicity }: Chain,
  figures: Figure[],
  get: (key: string) => Figure,
): Section[] {
  if (publicity === undefined) return [];
  const { day, places, procedures, documents } = publicity;
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const own = figures.filter(({ key }) => key.startsWith("publicity."));
  const missing = procedures.filter((one) => !isSettledEverywhere(one));
  const words = (key: string) => figureInWords(get(key));
  const procedureLines =
    procedures.length === 0
      ? ["Sổ thủ tục hành chính trên hệ thống chưa có thủ tục nào, nên chưa đánh giá được việc công khai."]
      : [
          `Đến ngày ${formatDate(day)}, ${words("publicity.procedures")} được công khai đủ, đúng bản ở mọi nơi (nguồn: ${get("publicity.procedures").source}):`,
          ...own
            .filter(({ key }) => key.startsWith("publicity.at."))
            .map((one) => `- ${one.label}: ${figureInWords(one)}.`),
          `Trong các lượt công khai, gỡ bỏ đã xong, ${words("publicity.in-time")} xong đúng hạn (nguồn: ${get("publicity.in-time").source}).`,
          ...(missing.length === 0
            ? []
            : [
                `Còn ${missing.length} thủ tục chưa đủ:`,
                ...missing
                  .slice(0, MOST_NAMED)
                  .map((one) => `- ${one.code} ${one.name}: ${missingInWords(one, names)}.`),
                ...(missing.length > MOST_NAMED
                  ? [`- Và ${missing.length - MOST_NAMED} thủ tục khác, nêu đủ trong bảng số liệu kèm theo.`]
                  : []),
              ]),
        ];
  const documentLines =
    documents === null
      ? [
          "Cơ quan chưa đặt số ngày làm việc để văn bản được công khai, nên chưa đánh giá được việc công khai văn bản kịp thời.",
        ]
      : [
          `Văn bản ban hành trong kỳ: ${words("publicity.documents.in-time")} công khai đúng hạn${get("publicity.documents.late").numerator === 0 ? "" : `, ${get("publicity.documents.late").numerator} văn bản chậm hoặc quá hạn`}${get("publicity.documents.waiting").numerator === 0 ? "" : `, ${words("publicity.documents.waiting")} còn hạn`} (nguồn: ${get("publicity.documents.in-time").source}).`,
        ];
  return [
    {
      level: 2,
      heading: "Công khai thủ tục hành chính và văn bản",
      text: [...procedureLines, ...documentLines].join("\n"),
      figures: own.map(({ key }) => key),
    },
  ];
}
