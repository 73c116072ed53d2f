import { agencyById } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { OfficialDocumentModel } from "#platform/official-document/write/document.ts";
import type { Apology } from "./apology.ts";

/** To whom the letter goes; printed, and kept nowhere. */
export interface Addressee {
  name: string;
  address: string;
}

const dots = "…………………………………………";

/**
 * The letter of apology with everything that it must say, in the layout of Decree 30/2020/NĐ-CP. Number, day and
 * signature stay blank: they are given when it is issued.
 */
export async function letterOf(q: Queryable, one: Apology, to: Addressee): Promise<OfficialDocumentModel> {
  const agency = await agencyById(q, one.agencyId);
  if (!agency) throw new NotFound("Không còn cơ quan này.");
  const name = to.name || dots;
  const fact = (label: string, value: string) => ({
    kind: "paragraph" as const,
    text: [{ text: `${label}: ` }, { text: value, bold: true }],
  });
  return {
    parentAgency: agency.superiorName,
    agency: agency.name,
    number: null,
    symbol: `PXL-${agency.symbol}`,
    place: agency.place,
    date: null,
    year: toVietnamDate(one.draftedAt).year,
    type: one.newDueOn === null ? "Thư xin lỗi" : "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
    abstract: "Về việc giải quyết hồ sơ thủ tục hành chính",
    addressees: [to.address ? `${name}, ${to.address}` : name],
    bases: [],
    body: [
      fact("Mã hồ sơ", one.code),
      fact("Thủ tục", [one.procedureCode, one.procedureName].filter(Boolean).join(" ")),
      fact("Ngày tiếp nhận", formatDate(one.receivedOn)),
      fact("Ngày hẹn trả kết quả", formatDate(one.dueOn)),
      fact("Đơn vị giải quyết", one.unit),
      {
        kind: "paragraph",
        text: `${agency.name} không trả được kết quả hồ sơ nêu trên đúng ngày đã hẹn. Lý do: ${one.reason}. ${one.explanation}`,
      },
      {
        kind: "paragraph",
        text: `${agency.name} xin lỗi ${to.name || "ông/bà, tổ chức"} về sự chậm trễ này.`,
      },
      ...(one.newDueOn === null
        ? []
        : [
            {
              kind: "paragraph" as const,
              text: [
                { text: "Ngày hẹn trả kết quả mới: " },
                { text: formatDate(one.newDueOn), bold: true },
                { text: "." },
              ],
            },
          ]),
      {
        kind: "paragraph",
        text: `Cần hỏi thêm, xin liên hệ: ${one.contact || [agency.name, agency.phone, agency.email].filter(Boolean).join(", ")}.`,
      },
    ],
    signer: { authority: one.signer.split("\n").map((line) => line.trim()), name: null },
    recipients: ["Như trên", "Bộ phận tiếp nhận và trả kết quả", "Lưu: VT, hồ sơ"],
    appendices: [],
    madeAt: one.draftedAt.toISOString(),
    ...(agency.isSample && { sampleMark: "DỮ LIỆU MẪU" }),
  };
}
