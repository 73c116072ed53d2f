import { encode } from "uqr";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { ProcedureRecord } from "../procedure-record.ts";
import { channelLabels, levelLabels } from "../procedure-record.ts";
import { basisInWords, feeInWords, limitInWords, piecesInWords } from "../record-words.ts";

export interface SheetSource {
  code: string;
  version: number;
  validFrom: string;
  record: ProcedureRecord;
  /** Whole public address of its page. */
  address: string;
}

export interface AgencyOnSheet {
  name: string;
  phone: string | null;
  email: string | null;
  hotline: string | null;
  isSample: boolean;
}

/** The code as a picture: squares on white with the quiet zone that readers need. */
function qrPicture(text: string): string {
  const { data, size } = encode(text, { border: 4, ecc: "M" });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

const untold = ["Chưa có thông tin"];
const orUntold = (lines: string[]) => (lines.length > 0 ? lines : untold);
const split = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== "");

/** The same words for several ways of handing in are said once. */
function byChannel(
  { methods }: ProcedureRecord,
  wordsOf: (method: ProcedureRecord["methods"][number]) => string,
): string[] {
  const said = Map.groupBy(
    methods.filter((method) => wordsOf(method) !== ""),
    wordsOf,
  );
  return [...said].map(([words, same]) =>
    said.size === 1 ? words : `${same.map(({ channel }) => channelLabels[channel]).join(", ")}: ${words}`,
  );
}

const papersOf = ({ components }: ProcedureRecord): string[] =>
  components.flatMap((one) => [
    ...(one.case ? [`Trường hợp ${one.case}:`] : []),
    ...one.papers.map((paper) =>
      [
        paper.name,
        piecesInWords(paper),
        paper.formName && `mẫu: ${paper.formName}`,
        paper.forms && "tải tệp mẫu ở trang của mã QR",
      ]
        .filter(Boolean)
        .join("; "),
    ),
  ]);

/** What a notice sheet says of a procedure, in the order in which people ask. */
export function noticeSheet(
  { code, version, validFrom, record, address }: SheetSource,
  agency: AgencyOnSheet,
  printedOn: string,
) {
  const ways = [...new Set(record.methods.map(({ channel }) => channelLabels[channel]))].join(", ");
  const part = (title: string, lines: string[], list = false) => ({ title, lines: orUntold(lines), list });
  return {
    name: record.name,
    facts: [`Mã ${code}`, record.field, record.level && levelLabels[record.level]]
      .filter(Boolean)
      .join(" · "),
    stamp: `Mã ${code}, bản ${version} áp dụng từ ${formatDate(validFrom)}; in ngày ${formatDate(printedOn)}`,
    qr: qrPicture(address),
    qrAlt: `Mã QR dẫn tới ${address}`,
    glance: [
      {
        label: "Nộp ở đâu",
        lines: orUntold(
          [
            [record.receivingAddress || record.implementingAgency, ways && `(${ways.toLowerCase()})`]
              .filter(Boolean)
              .join(" "),
          ].filter(Boolean),
        ),
      },
      { label: "Bao lâu", lines: orUntold(byChannel(record, limitInWords)) },
      {
        label: "Phí, lệ phí",
        lines: orUntold(byChannel(record, ({ fees }) => fees.map(feeInWords).join("; "))),
      },
      { label: "Kết quả", lines: orUntold(record.results) },
      { label: "Dành cho", lines: orUntold(record.audience.length > 0 ? [record.audience.join("; ")] : []) },
    ],
    parts: [
      part("Thành phần hồ sơ", papersOf(record), true),
      part("Trình tự thực hiện", split(record.steps)),
      part("Yêu cầu, điều kiện", split(record.conditions)),
      part("Căn cứ pháp lý", record.legalBasis.map(basisInWords), true),
    ],
    contact: [
      agency.name,
      agency.hotline && `Đường dây nóng: ${agency.hotline}`,
      agency.phone && `Điện thoại: ${agency.phone}`,
      agency.email && `Thư điện tử: ${agency.email}`,
    ].filter((line): line is string => Boolean(line)),
  };
}
