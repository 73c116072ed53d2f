/** One thing that a citizen wrote, by its code: neither its words nor who wrote it are kept. Days are YYYY-MM-DD. */
export interface ChainFeedbackRow {
  id: string;
  code: string;
  kindLabel: string;
  unitName: string | null;
  receivedOn: string;
  dueOn: string;
  answeredOn: string | null;
  /** Null while it is open. */
  endedOn: string | null;
  paused: boolean;
  rating: "satisfied" | "acceptable" | "dissatisfied" | null;
  publishedOn: string | null;
}

/** What was put right, approved by a second person in the period. Days are YYYY-MM-DD. */
export interface ChainCase {
  id: string;
  title: string;
  unitName: string | null;
  beforeOn: string;
  afterOn: string;
  approvedOn: string;
}

/** What came in a period, and what was still open when it began; counted up to `until`. */
export interface ChainFeedback {
  from: string;
  until: string;
  rows: ChainFeedbackRow[];
  /** Absent where a report was frozen before cases were kept. */
  cases?: ChainCase[];
}
