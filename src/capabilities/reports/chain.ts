import type { AgencyKind } from "#organization/contract";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { ChainBudgetLine } from "./budget/budget-line.ts";
import type { ChainCommunication } from "./communication/communication.ts";
import type { ChainDossiers } from "./dossiers/dossiers-in-period.ts";
import type { ChainEvents } from "./events/events-in-period.ts";
import type { ChainFeedback } from "./feedback/feedback-in-period.ts";
import type { ChainIndexResult } from "./index-results/index-result.ts";
import type { ChainListening } from "./listening/press-coverage.ts";
import type { ChainPublicity } from "./publicity/publicity.ts";
import type { ChainSaving } from "./savings/chain-saving.ts";
import type { UnitStanding } from "./unit-reports/standing-words.ts";

/**
 * One walk along the chain of the plan within a period, as figures are counted from it. It holds rows, not live
 * objects: a report keeps it whole, so that every number still opens its rows after the data has changed.
 */
export interface Chain {
  agency: {
    name: string;
    superiorName: string | null;
    symbol: string;
    place: string;
    isSample: boolean;
    /** Absent in reports that were frozen before it was kept. */
    kind?: AgencyKind;
    /** Short name of the unit of the editors, which keeps the file; null where they are of no unit. */
    keptBy?: string | null;
  };
  plan: {
    id: string;
    title: string;
    number: string | null;
    symbol: string;
    /** YYYY-MM-DD, null while the registry has not issued it. */
    date: string | null;
    year: number;
  };
  period: Pick<ReportingPeriod, "code" | "basis" | "kind" | "from" | "to" | "label">;
  units: { id: string; name: string; shortName: string; kind: string }[];
  /** Themes on which an item is expected within the period. */
  themes: { slug: string; label: string; group: string; groupLabel: string }[];
  /** The six fields of reform ("trụ cột"), by the beginning of their themes' slugs. */
  pillars: { slug: string; label: string }[];
  /** Documents of the register that were issued within the period; laws and the agency's own reports are none of them. */
  documents: ChainDocument[];
  obligations: ChainObligation[];
  tasks: ChainTask[];
  content: ChainContent[];
  evidence: ChainEvidence[];
  /** More time that was granted within the period. Absent in reports that were frozen before it was kept. */
  extensions?: ChainExtension[];
  /** Raised in the period, or before it and still open when it began. Absent in reports from before it was kept. */
  difficulties?: ChainDifficulty[];
  /** Made in the period, or before it and still open when it began. Absent in reports from before it was kept. */
  proposals?: ChainProposal[];
  /** Noted in the period, or before it and not closed when it began. Absent in reports from before it was kept. */
  shortcomings?: ChainShortcoming[];
  /** Events of units whose proofs serve the plan, by day. Absent where there is none, or from before it was kept. */
  embedded?: ChainEmbedded[];
  /** How the units that were asked have answered. Absent where none was, or from before it was kept. */
  unitsAsked?: UnitStanding;
  /** Targets whose periods close in the report's, else the one that runs. Absent in reports from before it was kept. */
  targets?: ChainTarget[];
  /** What was posted on the channels and passed with the press. Absent in reports from before it was kept. */
  communication?: ChainCommunication;
  /** Where procedures and documents stood public. Absent in reports from before it was kept, and of the year before. */
  publicity?: ChainPublicity;
  /** Results of indices that were published in the period. Absent in reports from before they were kept. */
  indexResults?: ChainIndexResult[];
  /** Dossiers of the period by unit. Absent in reports from before they were kept, and of the year before. */
  dossiers?: ChainDossiers;
  /** What citizens wrote. Absent in reports from before it was kept, and of the year before. */
  feedback?: ChainFeedback;
  /** Lines of the estimate as the period left them. Absent in reports from before money was kept, and of the year before. */
  budget?: ChainBudgetLine[];
  /** What citizens were saved. Absent in reports from before it was kept, and of the year before. */
  savings?: ChainSaving[];
  /** Events, what was asked at dialogues and what was promised. Absent in reports from before they were kept. */
  events?: ChainEvents;
  /** What the press wrote and what came of criticism. Absent in reports from before it was kept. */
  listening?: ChainListening;
  /** What is known of the same period of the year before; null when nothing is. */
  yearBefore: YearBefore | null;
}

export interface YearBefore {
  /** "Tháng 11 năm 2025". */
  label: string;
  /** "Báo cáo số 140/BC-SVHTTDL", or where the data comes from. */
  source: string;
  figures: { key: string; numerator: number; denominator: number | null }[];
}

interface ChainDifficulty {
  id: string;
  /** The task or the clause. */
  about: string;
  unitName: string;
  what: string;
  proposal: string | null;
  /** ISO instants, null while it has not come to it. */
  raisedAt: string;
  gatheredAt: string | null;
  decidedAt: string | null;
  decision: string | null;
}

export interface ChainShortcoming {
  id: string;
  what: string;
  why: string | null;
  /** Null: given to no unit yet. */
  unitName: string | null;
  personName: string | null;
  /** ISO instants, null while it has not come to it. */
  notedAt: string;
  state: "open" | "mending" | "mended" | "refused";
  /** The task that mends it, or words and a day (YYYY-MM-DD). */
  fixTask: string | null;
  fixWords: string | null;
  fixDay: string | null;
  mendedAt: string | null;
  /** Name or address of what proves that it was mended. */
  proof: string | null;
  proofWithdrawn: boolean;
  refusedAt: string | null;
  refusedReason: string | null;
  /** The item or document that tells of it. */
  told: string | null;
}

interface ChainEmbedded {
  id: string;
  title: string;
  /** "Hội nghị, hội thảo". */
  kindLabel: string;
  unitName: string;
  /** YYYY-MM-DD. */
  on: string;
}

interface ChainTarget {
  id: string;
  /** The task's title, or the obligation with its code. */
  name: string;
  /** "Quý IV năm 2026", and its last day, YYYY-MM-DD. */
  label: string;
  to: string;
  count: number;
  amount: number;
  unit: string;
  met: boolean;
}

interface ChainProposal {
  id: string;
  /** The task, the clause or the difficulty; null: the work as a whole. */
  about: string | null;
  byName: string;
  what: string;
  /** ISO instants, null while it has not come to it. */
  proposedAt: string;
  gatheredAt: string | null;
  keptAt: string | null;
  keptReason: string | null;
  decidedAt: string | null;
  /** Null: not decided. */
  accepted: boolean | null;
  decision: string | null;
  followedAt: string | null;
  /** The task that it was followed by. */
  followedBy: string | null;
}

interface ChainExtension {
  id: string;
  taskId: string;
  title: string;
  /** YYYY-MM-DD, before and after. */
  oldDay: string;
  newDay: string;
  reason: string;
}

interface ChainDocument {
  id: string;
  number: string | null;
  type: string;
  issuedOn: string;
  abstract: string | null;
  /** Issued by the agency itself; else received. */
  outgoing: boolean;
}

export interface ChainObligation {
  id: string;
  /** "I.1-a". */
  code: string;
  what: string;
  /** Paths of its clause and of those that hold it, "II.4". */
  clauses: string[];
  themes: string[];
  leadUnits: string[];
  /** Why nothing is expected or there is nothing yet, in the department's words. */
  noneReason: string | null;
  /** When it is due by the plan. Absent in reports that were frozen before it was kept. */
  due?: "continuous" | "prompt" | "year" | "item";
  /** Why there is no proof in this period, as it was said of its clause or by a unit that answers for it. */
  unitReasons?: string[];
}

export interface ChainTask {
  id: string;
  title: string;
  obligationIds: string[];
  leadUnitId: string | null;
  leadUnitText: string | null;
  /** In words: "Thường xuyên", "30/11/2026". */
  due: string | null;
  /** YYYY-MM-DD, the last day where the plan names one. */
  dueOn: string | null;
  /** Whether a proof of the reporting year, up to the period's end, serves it. */
  doneThisYear: boolean;
  deliverable: string | null;
}

export interface ChainContent {
  id: string;
  kind: string;
  kindLabel: string;
  title: string;
  unitId: string | null;
  primaryTheme: string | null;
  themes: string[];
  state: string;
  /** ISO instant. */
  publishedAt: string;
  url: string | null;
  /** ISO instant, null while it stands. */
  withdrawnAt: string | null;
  taskIds: string[];
  obligationIds: string[];
  revisionHash: string | null;
}

export interface ChainEvidence {
  id: string;
  label: string;
  url: string | null;
  /** "Cổng thông tin điện tử", "Facebook"; null for a proof without an address. */
  channel: string | null;
  /** ISO instant. */
  at: string;
  source: string;
  sourceId: string | null;
  taskIds: string[];
  obligationIds: string[];
  /** Paths of the clauses that it serves as a whole. */
  clauses: string[];
  /** ISO instant, null while it holds. */
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

/** A chain as an earlier version of the product kept it: what it did not know yet is missing. */
type KeptChain = Omit<
  Chain,
  "pillars" | "documents" | "obligations" | "tasks" | "evidence" | "yearBefore"
> & {
  pillars?: Chain["pillars"];
  documents: (Omit<ChainDocument, "outgoing"> & Partial<ChainDocument>)[];
  obligations: (Omit<ChainObligation, "clauses"> & Partial<ChainObligation>)[];
  tasks: (Omit<ChainTask, "dueOn" | "doneThisYear"> & Partial<ChainTask>)[];
  evidence: (Omit<ChainEvidence, "channel" | "clauses" | "withdrawnReason"> & Partial<ChainEvidence>)[];
  yearBefore?: YearBefore | null;
  publishedYearBefore?: number | null;
};

/** Reads a kept chain; what its time did not record stays unknown. */
export function readChain({ publishedYearBefore = null, ...kept }: KeptChain): Chain {
  const { pillars = [], documents, obligations, tasks, evidence } = kept;
  const counted = publishedYearBefore !== null && {
    label: "cùng kỳ năm trước",
    source: "Tin, bài đã đăng trên cổng thông tin",
    figures: [{ key: "content.published", numerator: publishedYearBefore, denominator: null }],
  };
  return {
    ...kept,
    pillars,
    documents: documents.map((one) => ({ outgoing: true, ...one })),
    obligations: obligations.map((one) => ({ clauses: [], ...one })),
    tasks: tasks.map((one) => ({ dueOn: null, doneThisYear: false, ...one })),
    evidence: evidence.map((one) => ({ channel: null, clauses: [], withdrawnReason: null, ...one })),
    yearBefore: kept.yearBefore ?? (counted || null),
  };
}
