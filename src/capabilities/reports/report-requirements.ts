import type { NumberOfReport } from "./numbers-of-report.ts";
import type { ReportText } from "./report-text.ts";

export interface Issue {
  field: string;
  message: string;
}

/** What stands against reviewing a report; empty when nothing does. */
export function issuesToReview(
  { abstract, sections, addressees, signer }: ReportText,
  numbers: readonly NumberOfReport[],
): Issue[] {
  const issues = sections.flatMap(({ heading, text }, index): Issue[] => {
    const open = /\[Bổ sung:[^\]]*\]/u.exec(text);
    if (open)
      return [
        { field: `sections.${index}.text`, message: `Mục “${heading}” còn chỗ phải bổ sung: ${open[0]}` },
      ];
    const holdsSections = sections[index + 1]?.level === 2 && sections[index]!.level === 1;
    return text.trim() === "" && !holdsSections
      ? [{ field: `sections.${index}.text`, message: `Mục “${heading}” chưa có nội dung.` }]
      : [];
  });
  for (const { section, heading, written, drafted, accepted } of numbers)
    if (accepted === null)
      issues.push({
        field: `sections.${section}.text`,
        message: `Mục “${heading}”: bản thảo ghi ${written}, số liệu đã chốt là ${drafted}; cần trả về số đã chốt hoặc nêu lý do giữ.`,
      });
  sections.forEach(({ heading }, index) => {
    if (heading.trim() === "")
      issues.push({ field: `sections.${index}.heading`, message: `Mục thứ ${index + 1} chưa có đề mục.` });
  });
  if (abstract.trim() === "") issues.push({ field: "abstract", message: "Chưa ghi trích yếu." });
  if (addressees.length === 0) issues.push({ field: "addressees", message: "Chưa ghi nơi kính gửi." });
  if (signer.authority.length === 0)
    issues.push({ field: "signer.authority", message: "Chưa ghi quyền hạn, chức vụ người ký." });
  return issues;
}
