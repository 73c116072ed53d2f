import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";

/**
 * One walk along the chain of the plan within a period, as figures are counted from it. It holds rows, not live
 * objects: a report keeps it whole, so that every number still opens its rows after the data has changed.
 */
export interface Chain {
  agency: { name: string; superiorName: string | null; symbol: string; place: string; isSample: boolean };
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
  /** Documents of the register that were issued within the period. */
  documents: { id: string; number: string | null; type: string; issuedOn: string; abstract: string | null }[];
  obligations: ChainObligation[];
  tasks: ChainTask[];
  content: ChainContent[];
  evidence: ChainEvidence[];
  /** Items published in the same period of the year before; null when nothing is known of that time. */
  publishedYearBefore: number | null;
}

interface ChainObligation {
  id: string;
  /** "I.1-a". */
  code: string;
  what: string;
  themes: string[];
  leadUnits: string[];
  /** Why nothing is expected or there is nothing yet, in the department's words. */
  noneReason: string | null;
}

export interface ChainTask {
  id: string;
  title: string;
  obligationIds: string[];
  leadUnitId: string | null;
  leadUnitText: string | null;
  /** In words: "Thường xuyên", "30/11/2026". */
  due: string | null;
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
  /** ISO instant. */
  at: string;
  source: string;
  sourceId: string | null;
  taskIds: string[];
  obligationIds: string[];
  withdrawnAt: string | null;
}
