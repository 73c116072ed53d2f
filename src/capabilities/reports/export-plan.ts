import { documentsOfAgency } from "#documents";
import { agencyById } from "#organization";
import { citationsOf, type PlanChain, planChain } from "#plan";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Block, Cell, OfficialDocumentModel } from "#platform/official-document/write/document.ts";
import type { planFormats } from "./contract.ts";
import { dueInWords } from "./gather-chain.ts";

export type PlanFormat = (typeof planFormats)[number];

type Clause = PlanChain["clauses"][number];

/** Unnumbered paragraphs and bullets carry a position ("p2", "b3") instead of a printed label. */
const isPositional = (label: string): boolean => label === "" || /^[pb]\d+$/u.test(label);

function clauseBlocks({ label, level, title, text }: Clause): Block[] {
  const paragraphs = text.split("\n").filter((line) => line.trim() !== "");
  if (isPositional(label))
    return [title, ...paragraphs].flatMap((line): Block[] =>
      line === null
        ? []
        : [label.startsWith("b") ? { kind: "bullet", text: line } : { kind: "paragraph", text: line }],
    );
  const printed = /[.)]$/u.test(label) ? label : `${label}${/^\p{Ll}$/u.test(label) ? ")" : "."}`;
  if (title === null) {
    const [first = "", ...rest] = paragraphs;
    return [`${printed} ${first}`, ...rest].map((line): Block => ({ kind: "paragraph", text: line }));
  }
  return [
    {
      kind: "heading",
      level: level <= 0 ? 1 : level === 1 ? 2 : 3,
      label: printed,
      text: level <= 0 ? title.toLocaleUpperCase("vi") : title,
    },
    ...paragraphs.map((line): Block => ({ kind: "paragraph", text: line })),
  ];
}

const taskRow = (task: PlanChain["tasks"][number], index: number): Cell[] => [
  { text: String(index + 1), align: "center" },
  task.title,
  task.deliverable ?? "",
  task.allUnits ? "Các phòng, đơn vị trực thuộc" : (task.leadUnitText ?? ""),
  task.coordinatingUnits.join("; "),
  dueInWords(task.due) ?? "",
  "",
  "",
];

/** The plan as an official document: bases, clauses as read in, and the appendix that assigns the tasks. */
export async function composePlan(
  q: Queryable,
  agencyId: string,
  planId: string,
): Promise<OfficialDocumentModel> {
  const agency = (await agencyById(q, agencyId))!;
  const { plan, clauses, tasks } = await planChain(q, agencyId, planId, {
    from: "2000-01-01",
    to: "2100-12-31",
  });
  const [, number = plan.number] = /^(\d+)\//u.exec(plan.number ?? "") ?? [];
  return {
    parentAgency: agency.superiorName,
    agency: agency.name,
    number: number ?? null,
    symbol: plan.symbol ?? `KH-${agency.symbol}`,
    place: plan.place ?? agency.place,
    date: plan.issuedOn,
    year: plan.year,
    type: plan.type,
    abstract: plan.title,
    bases: await basesOf(q, agencyId, plan.id),
    body: clauses.flatMap(clauseBlocks),
    signer: {
      authority: authorityLines(plan.signer),
      // The name stands under a signature: it is printed once the plan is issued.
      name: plan.issuedOn === null ? null : (plan.signer?.name ?? null),
    },
    recipients: plan.recipients,
    appendices: [
      {
        title: "Giao nhiệm vụ thực hiện kế hoạch",
        landscape: true,
        body: [
          {
            kind: "table",
            head: [
              "STT",
              "Nhiệm vụ",
              "Sản phẩm, kết quả",
              "Đơn vị chủ trì",
              "Đơn vị phối hợp",
              "Thời gian hoàn thành",
              "Kinh phí",
              "Ghi chú",
            ],
            widths: [2, 10, 8, 7, 7, 5, 4, 4],
            rows: tasks.map(taskRow),
          },
        ],
      },
    ],
    // The same plan is the same bytes: nothing of the moment of writing stands in them.
    madeAt: plan.createdAt.toISOString(),
    ...(agency.isSample ? { sampleMark: "DỮ LIỆU MẪU" } : {}),
  };
}

/** Prefix lines and position one under the other, the position once. */
function authorityLines(signer: PlanChain["plan"]["signer"]): string[] {
  if (signer === null) return [];
  const { authority, position } = signer;
  return position === null || authority.includes(position) ? authority : [...authority, position];
}

async function basesOf(q: Queryable, agencyId: string, planId: string): Promise<string[]> {
  const cited = await citationsOf(q, planId);
  const roles = new Map(cited.map(({ documentId, role }) => [documentId, role]));
  return (await documentsOfAgency(q, agencyId))
    .filter(({ id }) => roles.get(id) === "basis")
    .map(
      ({ type, number, issuedOn, issuer, abstract }) =>
        `Căn cứ ${type} ${number === null ? "" : `số ${number} `}${issuedOn === null ? "" : `ngày ${formatDate(issuedOn)} `}${issuer === null ? "" : `của ${issuer} `}${abstract === null ? "" : `về ${abstract.charAt(0).toLocaleLowerCase("vi")}${abstract.slice(1)}`}`,
    )
    .map((line) => line.trim());
}

/** The plan with its task appendix as .docx or .pdf. Throws NotFound, PdfUnavailable. */
export async function exportPlan(
  q: Queryable,
  agencyId: string,
  planId: string,
  format: PlanFormat,
): Promise<Uint8Array> {
  const model = await composePlan(q, agencyId, planId);
  if (format === "pdf") {
    const { writePdf } = await import("#platform/official-document/write/write-pdf.ts");
    return writePdf(model);
  }
  const { writeDocx } = await import("#platform/official-document/write/write-docx.ts");
  return writeDocx(model);
}
