import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Cell, OfficialDocumentModel, Run } from "#platform/official-document/write/document.ts";
import type { Chain, ChainEvidence } from "./chain.ts";
import { evidenceOfObligation, type Figure, figureInWords } from "./figures.ts";
import { periodInWords } from "./period-wording.ts";
import { printedAddress } from "./portal-address.ts";
import { type ReportText, sectionBlocks } from "./report-text.ts";

/** What the registry has issued; null while it has not. */
export interface Issued {
  number: string | null;
  issuedOn: string | null;
}

/** One obligation of the annex: its tasks, products, placements and evidence, or the reason for none. */
export interface AnnexLine {
  code: string;
  what: string;
  tasks: string[];
  products: string[];
  placements: { label: string; url: string; at: string }[];
  evidence: { label: string; url: string | null; at: string; withdrawn: boolean }[];
  /** Set when nothing stands. */
  noneReason: string | null;
}

const unexplained = "Chưa có minh chứng, chưa nêu lý do";

/** Every obligation of the plan by its code, in the plan's order. */
export function annexLines(chain: Chain): AnnexLine[] {
  const content = new Map(chain.content.map((item) => [item.id, item]));
  return chain.obligations.map(({ id, code, what, noneReason }) => {
    const evidence = evidenceOfObligation(chain, id);
    const standing = evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
    const products = new Set(
      standing.flatMap(({ sourceId }) => {
        const item = sourceId === null ? undefined : content.get(sourceId);
        return item === undefined ? [] : [`${item.kindLabel}: ${item.title}`];
      }),
    );
    const placement = ({ label, url, at }: ChainEvidence) =>
      url === null ? [] : [{ label, url: printedAddress(url), at }];
    return {
      code,
      what,
      tasks: chain.tasks.filter(({ obligationIds }) => obligationIds.includes(id)).map(({ title }) => title),
      products: [...products],
      placements: standing.flatMap(placement),
      evidence: evidence.map(({ label, url, at, withdrawnAt }) => ({
        label,
        url,
        at,
        withdrawn: withdrawnAt !== null,
      })),
      noneReason: standing.length > 0 ? null : (noneReason ?? unexplained),
    };
  });
}

const list = (lines: string[]): string =>
  lines.length > 1 ? lines.map((line) => `- ${line}`).join("\n") : lines.join("");

function annexRow({ code, what, tasks, products, placements, evidence, noneReason }: AnnexLine): Cell[] {
  const places = placements.flatMap(({ url, at }, index): Run[] => [
    { text: `${index === 0 ? "" : "\n"}${url}`, link: url },
    { text: ` (${formatDateTime(at)})` },
  ]);
  const withdrawn = evidence.filter((proof) => proof.withdrawn).map(({ label }) => `${label} (đã thu hồi)`);
  const proofs = evidence
    .filter((proof) => !proof.withdrawn)
    .map(({ label, at, url }) => (url === null ? `${label} (${formatDateTime(at)})` : label));
  return [
    { text: code, align: "center" },
    what,
    list(tasks),
    list(products),
    places.length === 0 ? "" : places,
    noneReason === null
      ? list([...proofs, ...withdrawn])
      : [{ text: noneReason, italic: true }, { text: withdrawn.map((line) => `\n${line}`).join("") }],
  ];
}

/** The report as an official document with its two appendices: obligations with their proofs, and figures. */
export function composeReport(
  chain: Chain,
  figures: Figure[],
  text: ReportText,
  { number, issuedOn }: Issued,
): OfficialDocumentModel {
  const { agency, period } = chain;
  return {
    parentAgency: agency.superiorName,
    agency: agency.name,
    number,
    symbol: `BC-${agency.symbol}`,
    place: agency.place,
    date: issuedOn,
    year: Number((issuedOn ?? period.to).slice(0, 4)),
    type: "Báo cáo",
    abstract: text.abstract,
    addressees: text.addressees,
    body: sectionBlocks(text.sections),
    signer: text.signer,
    recipients: text.recipients,
    appendices: [
      {
        title: "Danh mục nội dung phải thực hiện và minh chứng",
        landscape: true,
        body: [
          {
            kind: "table",
            head: [
              "Mã",
              "Nội dung phải thực hiện",
              "Nhiệm vụ",
              "Sản phẩm",
              "Nơi đăng, thời gian",
              "Minh chứng hoặc lý do chưa có",
            ],
            widths: [4, 14, 12, 12, 16, 14],
            rows: annexLines(chain).map(annexRow),
          },
        ],
      },
      {
        title: "Biểu số liệu",
        body: [
          { kind: "paragraph", text: `Kỳ báo cáo: ${period.label}, ${periodInWords(period)}.` },
          {
            kind: "table",
            head: ["STT", "Chỉ tiêu", "Kết quả", "Nguồn"],
            widths: [2, 12, 9, 9],
            rows: figures.map((figure, index) => [
              { text: String(index + 1), align: "center" },
              figure.label,
              { text: figureInWords(figure), align: "right" },
              figure.source,
            ]),
          },
        ],
      },
    ],
    ...(agency.isSample ? { sampleMark: "DỮ LIỆU MẪU" } : {}),
  };
}
