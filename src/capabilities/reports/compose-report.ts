import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { printedAddress } from "#platform/http/portal-address.ts";
import type {
  Appendix,
  Block,
  Cell,
  OfficialDocumentModel,
  Run,
} from "#platform/official-document/write/document.ts";
import { percentNumber } from "#platform/text/percent.ts";
import { type AnnexLine, annexLines, clauseProofInWords, withdrawnInWords } from "./annex.ts";
import { budgetAppendix } from "./budget/report-budget.ts";
import type { Chain } from "./chain.ts";
import { communicationAppendix } from "./communication/communication-appendix.ts";
import { type Figure, vietnameseNumber } from "./figure.ts";
import { obligationStates, stateWords } from "./obligation-state.ts";
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
  const work = [
    ...line.tasks.map(({ title }) => `Nhiệm vụ: ${title}`),
    ...line.products.map(({ label }) => label),
  ];
  return [
    { text: [{ text: line.code, link: annexAddress(reportId, line.code) }], align: "center" },
    line.what,
    list(line.units) || "Chưa giao",
    stateWords[line.state],
    list(work) || "Chưa giao nhiệm vụ",
    places.length === 0 ? "Chưa có" : places,
    line.noneReason === null
      ? list([...proofs, ...shared, ...withdrawn])
      : [
          { text: line.noneReason, italic: true },
          { text: [...shared, ...withdrawn].map((one) => `\n${one}`).join("") },
        ],
  ];
}

/** How many lines are in each state, by part of the plan, adding up to the figures of the report. */
function annexSums(lines: AnnexLine[]): Block {
  const duties = lines.filter(({ obligationId }) => obligationId !== null);
  const others = lines.filter(({ obligationId }) => obligationId === null);
  const parts = Map.groupBy(duties, ({ clause }) =>
    clause === null ? "Không thuộc mục nào" : partOf(clause),
  );
  const row = (name: string, some: AnnexLine[], bold: boolean): Cell[] => [
    { text: name, bold },
    ...[
      ...obligationStates.map((state) => some.filter((one) => one.state === state).length),
      some.length,
    ].map((count): Cell => ({ text: vietnameseNumber(count), align: "right", bold })),
  ];
  return {
    kind: "table",
    caption: "Tổng hợp theo mục của kế hoạch",
    head: ["Mục", ...obligationStates.map((state) => stateWords[state]), "Tổng số"],
    widths: [20, 10, 12, 10, 12, 8],
    rows: [
      ...[...parts].map(([name, some]) => row(name, some, false)),
      ...(parts.size > 1 ? [row("Cộng nội dung phải thực hiện", duties, true)] : []),
      ...(others.length > 0 ? [row("Nhiệm vụ không thuộc nội dung nào", others, false)] : []),
    ],
  };
}

/** "Mục II" of "II.4.2"; words that are a label themselves stay as they are. */
const partOf = (clause: string): string => {
  const first = clause.split(".")[0]!;
  return /^[\dIVXLC]+$/u.test(first) ? `Mục ${first}` : first;
};

const obligationsAppendix = (
  reportId: string,
  chain: Chain,
  lines: AnnexLine[],
  takenAt: string,
): Appendix => ({
  title: "Danh mục nhiệm vụ và minh chứng",
  landscape: true,
  body: [
    {
      kind: "table",
      head: [
        "Mã",
        chain.obligations.length === 0 && chain.tasks.length > 0
          ? "Nhiệm vụ của kế hoạch"
          : "Nội dung phải thực hiện",
        "Đơn vị",
        "Tình trạng trong kỳ",
        "Nhiệm vụ, sản phẩm",
        "Kênh, nơi đăng, thời gian",
        "Minh chứng hoặc lý do chưa có",
      ],
      widths: [5.5, 13, 9, 7, 12, 13.5, 12],
      rows: lines.map((line) => annexRow(reportId, line)),
    },
    ...(lines.length > 0 ? [annexSums(lines)] : []),
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
      obligationsAppendix(id, chain, annexLines(chain), takenAt),
      figuresAppendix(chain, figures, takenAt),
      ...communicationAppendix(chain, figures),
      ...budgetAppendix(chain),
    ],
    ...(frozen ? { madeAt: takenAt } : {}),
    ...(agency.isSample ? { sampleMark: "DỮ LIỆU MẪU" } : {}),
  };
}
