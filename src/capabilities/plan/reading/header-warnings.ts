import { type HeaderParts, isCommittee } from "./header.ts";
import type { PlanHeader, ReadingWarning } from "./plan-reading.ts";

const issuing =
  /(?:^|[,;.]\s*|\s)((?:Sở|UBND|Ủy ban nhân dân|Phòng|Ban|Trung tâm|Chi cục|Văn phòng)\s[^;.]{3,120}?)\s(?:xây dựng|ban hành|lập|đề ra)\s(?:Kế hoạch|kế hoạch)/u;

/** What the header leaves open, each with its reason; `opening` may tell who issues the plan. */
export function headerWarnings(header: PlanHeader, parts: HeaderParts, opening: string): ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  const warn = (code: string, message: string, where: string) => warnings.push({ code, message, where });
  if (header.type === null)
    warn(
      "type-missing",
      "Văn bản không có dòng tên loại KẾ HOẠCH; được đọc như kế hoạch theo bố cục.",
      "header.type",
    );
  if (header.title === null)
    warn("title-missing", "Không thấy trích yếu dưới tên loại văn bản.", "header.title");
  if (header.agency === null) {
    const inferred = issuing.exec(opening)?.[1]?.trim();
    warn(
      "agency-missing",
      inferred
        ? `Phần đầu không in tên cơ quan ban hành; phần mở đầu nhắc đến “${inferred}”, cần kiểm tra.`
        : "Phần đầu không in tên cơ quan ban hành.",
      "header.agency",
    );
  }
  if (header.parentAgency === null && !isCommittee(header.agency))
    warn("parent-agency-missing", "Phần đầu không in tên cơ quan chủ quản.", "header.parentAgency");
  if (header.number === null)
    warn(
      "number-blank",
      parts.numberLine !== null ? "Số văn bản để trống (chưa cấp số)." : "Không thấy dòng “Số:” của văn bản.",
      "header.number",
    );
  if (header.symbol === null) warn("symbol-missing", "Không thấy ký hiệu văn bản.", "header.symbol");
  if (header.place === null) warn("place-missing", "Không thấy địa danh ban hành.", "header.place");
  if (header.date === null)
    warn(
      "date-blank",
      parts.dateLine !== null
        ? "Ngày ban hành để trống hoặc không phải một ngày có thật."
        : "Không thấy dòng ngày, tháng, năm ban hành.",
      "header.date",
    );
  if (header.signer === null) warn("signer-missing", "Không thấy chức vụ và tên người ký.", "header.signer");
  else if (header.signer.name === null)
    warn("signer-name-missing", "Không thấy tên người ký.", "header.signer.name");
  if (header.recipients.length === 0)
    warn("recipients-missing", "Không thấy phần “Nơi nhận”.", "header.recipients");
  return warnings;
}
