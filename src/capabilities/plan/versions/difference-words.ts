import { diffWordsWithSpace } from "diff";
import { formatDate } from "#platform/clock/vietnam-time.ts";

export const differenceFormats = ["docx", "xlsx"] as const;
export type DifferenceFormat = (typeof differenceFormats)[number];

/** What became of a clause, as a person says it. */
export const differenceKinds = {
  same: "Giữ nguyên",
  moved: "Chuyển chỗ, đánh số lại",
  changed: "Đổi lời văn",
  added: "Thêm mới",
  removed: "Bỏ",
} as const;

/** "Bản 2, từ ngày 15/07/2026". */
export const versionInWords = ({
  version,
  holdsFrom,
}: {
  version: number;
  holdsFrom: string | null;
}): string => `Bản ${version}${holdsFrom ? `, từ ngày ${formatDate(holdsFrom)}` : ""}`;

interface Words {
  title: string | null;
  text: string;
}

/** The words of a clause as one text. */
export const wholeWords = ({ title, text }: Words): string => [title, text].filter(Boolean).join("\n");

/** The changed words alone: "bỏ “hằng quý”; thêm “hằng tháng”"; for lists that cannot strike words out. */
export function changedWords(before: Words, after: Words): string {
  return diffWordsWithSpace(wholeWords(before), wholeWords(after))
    .flatMap(({ added, removed, value }) => {
      const words = value.trim();
      if (words === "" || (!added && !removed)) return [];
      return [`${added ? "thêm" : "bỏ"} “${words}”`];
    })
    .join("; ");
}
