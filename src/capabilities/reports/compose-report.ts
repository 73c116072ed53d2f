import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { printedAddress } from "#platform/http/portal-address.ts";
import type {
  Appendix,
  Cell,
  OfficialDocumentModel,
  Run,
} from "#platform/official-document/write/document.ts";
import { percentNumber } from "#platform/text/percent.ts";
import { type AnnexLine, annexLines, clauseProofInWords, withdrawnInWords } from "./annex.ts";
import type { Chain } from "./chain.ts";
import { communicationAppendix } from "./communication/communication-appendix.ts";
import { type Figure, vietnameseNumber } from "./figure.ts";
import { countedInWords } from "./period-wording.ts";
import { proofMoment } from "./proof-moment.ts";
import { type ReportText, sectionBlocks } from "./report-text.ts";

/** What the registry has issued; null while it has not. */
interface Issued {
  number: string | null;
  issuedOn: string | null;
  /** As what it was signed, instead of what the text has; null while nobody has. */
  signedAs?: { lines: string[]; name: string } | null;
}

/** Where the row of an obligation stands on screen. */
export const annexAddress = (reportId: string, code: string): string =>
  printedAddress(`/workspace/bao-cao/${reportId}/phu-luc?ma=${encodeURIComponent(code)}`);

const list = (lines: string[]): string =>
  lines.length > 1 ? lines.map((line) => `- ${line}`).join("\n") : lines.join("");

function annexRow(reportId: string, line: AnnexLine): Cell[] {
  const places = line.placements.flatMap(({ channel, url, at }, index): Run[] => [
    { text: `${index === 0 ? "" : "\n"}${channel}: ` },
    { text: url, link: url },
    { text: ` (${proofMoment(at)})` },
  ]);
  const proofs = line.evidence
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ label, at, url }) => (url === null ? `${label} (${proofMoment(at)})` : label));
  const shared = line.clauseProofs.map(clauseProofInWords);
  const withdrawn = line.evidence.flatMap((proof) =>
    proof.withdrawn === null ? [] : [`${proof.label} (${withdrawnInWords(proof.withdrawn, formatDateTime)})`],
  );
  return [
    { text: [{ text: line.code, link: annexAddress(reportId, line.code) }], align: "center" },
    line.what,
    list(line.tasks.map(({ title }) => title)) || "Chưa giao nhiệm vụ",
    list(line.products.map(({ label }) => label)) || "Chưa có",
    places.length === 0 ? "Chưa có" : places,
    line.noneReason === null
      ? list([...proofs, ...shared, ...withdrawn])
      : [
          { text: line.noneReason, italic: true },
          { text: [...shared, ...withdrawn].map((one) => `\n${one}`).join("") },
        ],
  ];
}

const obligationsAppendix = (reportId: string, chain: Chain, takenAt: string): Appendix => ({
  title:
    chain.obligations.length === 0 && chain.tasks.length > 0
      ? "Danh mục nhiệm vụ và minh chứng"
      : "Danh mục nội dung phải thực hiện và minh chứng",
  landscape: true,
  body: [
    {
      kind: "table",
      head: [
        "Mã",
        chain.obligations.length === 0 && chain.tasks.length > 0
          ? "Nhiệm vụ của kế hoạch"
          : "Nội dung phải thực hiện",
        "Nhiệm vụ",
        "Sản phẩm",
        "Kênh, nơi đăng, thời gian",
        "Minh chứng hoặc lý do chưa có",
      ],
      widths: [5.5, 13, 12, 11, 16, 14.5],
      rows: annexLines(chain).map((line) => annexRow(reportId, line)),
    },
    {
      kind: "paragraph",
      text: `Kỳ báo cáo: ${chain.period.label}, số liệu tính ${countedInWords(chain.period, takenAt)}; lấy lúc ${formatDateTime(takenAt)}.`,
    },
  ],
});

const right = (text: string): Cell => ({ text, align: "right" });
const number = (value: number | null | undefined): Cell =>
  right(value === null || value === undefined ? "" : vietnameseNumber(value));

const figuresAppendix = ({ period, yearBefore }: Chain, figures: Figure[], takenAt: string): Appendix => ({
  title: "Biểu số liệu",
  landscape: true,
  body: [
    {
      kind: "paragraph",
      text: `Kỳ báo cáo: ${period.label}, số liệu tính ${countedInWords(period, takenAt)}. Cùng kỳ năm trước: ${
        yearBefore === null ? "chưa có số liệu" : `${yearBefore.label} (nguồn: ${yearBefore.source})`
      }; ô để trống là chưa có số liệu.`,
    },
    {
      kind: "table",
      head: [
        "STT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Thực hiện",
        "Tổng số",
        "Tỷ lệ (%)",
        "Cùng kỳ năm trước",
        "Nguồn",
      ],
      widths: [3, 16, 8, 5, 5, 5, 6, 12],
      rows: figures.map(({ label, unit, numerator, denominator, before, source }, index) => [
        { text: String(index + 1), align: "center" },
        label,
        unit,
        number(numerator),
        number(denominator),
        right(
          denominator === null
            ? ""
            : denominator === 0
              ? "không phát sinh"
              : percentNumber(numerator, denominator),
        ),
        number(before?.numerator),
        source,
      ]),
    },
  ],
});

/**
 * The report as an official document with its appendices: obligations with their proofs, figures, and what the channels
 * and the press brought. `takenAt` (ISO instant) is when the figures were taken; `frozen` tells that they stay so, and
 * the file is then of that time.
 */
export function composeReport(
  { id, takenAt, frozen }: { id: string; takenAt: string; frozen: boolean },
  chain: Chain,
  figures: Figure[],
  text: ReportText,
  { number: issued, issuedOn, signedAs = null }: Issued,
): OfficialDocumentModel {
  const { agency, period } = chain;
  return {
    parentAgency: agency.superiorName,
    agency: agency.name,
    number: issued,
    symbol: `BC-${agency.symbol}`,
    place: agency.place,
    date: issuedOn,
    year: Number((issuedOn ?? period.to).slice(0, 4)),
    type: "Báo cáo",
    abstract: text.abstract,
    addressees: text.addressees,
    body: sectionBlocks(text.sections),
    signer: signedAs ? { authority: signedAs.lines, name: signedAs.name } : text.signer,
    recipients: text.recipients,
    appendices: [
      obligationsAppendix(id, chain, takenAt),
      figuresAppendix(chain, figures, takenAt),
      ...communicationAppendix(chain, figures),
    ],
    ...(frozen ? { madeAt: takenAt } : {}),
    ...(agency.isSample ? { sampleMark: "DỮ LIỆU MẪU" } : {}),
  };
}
