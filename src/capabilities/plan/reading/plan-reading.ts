import { z } from "zod";

const isoDate = z.iso.date();

export const signerSchema = z.object({
  /** Lines that say for whom the person signs: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]. */
  authority: z.array(z.string()),
  position: z.string().nullable(),
  name: z.string().nullable(),
});

export const headerSchema = z.object({
  parentAgency: z.string().nullable(),
  agency: z.string().nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  place: z.string().nullable(),
  date: isoDate.nullable(),
  type: z.string().nullable(),
  title: z.string().nullable(),
  signer: signerSchema.nullable(),
  recipients: z.array(z.string()),
});

export const citationSchema = z.object({
  /** Whole, as printed: "36/KH-UBND". */
  number: z.string(),
  type: z.string().nullable(),
  date: isoDate.nullable(),
  issuer: z.string().nullable(),
  role: z.enum(["basis", "mention"]),
  text: z.string(),
});

export interface Clause {
  path: string;
  /** As printed without closing punctuation ("II", "4.2", "đ", "Điều 3"); "p2", "b3" for what has no number. */
  label: string;
  /** 0 for the outermost clauses. */
  level: number;
  /** The heading; null for a clause that is running text only. */
  title: string | null;
  text: string;
  children: Clause[];
}

const clauseSchema: z.ZodType<Clause> = z.object({
  path: z.string(),
  label: z.string(),
  level: z.int().min(0),
  title: z.string().nullable(),
  text: z.string(),
  get children() {
    return z.array(clauseSchema);
  },
});

export const taskDueSchema = z.object({
  kind: z.enum(["continuous", "date", "period", "recurring", "none"]),
  /** As printed; null when the plan states no time. */
  text: z.string().nullable(),
  date: isoDate.nullable(),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  every: z.enum(["day", "week", "month", "quarter", "half-year", "year"]).nullable(),
});

export const taskSchema = z.object({
  /** Path of the clause that states the task; null for an appendix row. */
  clause: z.string().nullable(),
  appendix: z
    .object({ title: z.string().nullable(), row: z.string(), group: z.string().nullable() })
    .nullable(),
  title: z.string(),
  /** As printed; null when no unit is named. */
  leadUnit: z.string().nullable(),
  leadUnits: z.array(z.string()),
  coordinatingUnits: z.array(z.string()),
  due: taskDueSchema,
  deliverable: z.string().nullable(),
});

export const warningSchema = z.object({ code: z.string(), message: z.string(), where: z.string() });

/** What `gandan plan read FILE --json` prints: the structure of one plan document. */
export const planReadingSchema = z.object({
  header: headerSchema,
  citations: z.array(citationSchema),
  clauses: z.array(clauseSchema),
  tasks: z.array(taskSchema),
  warnings: z.array(warningSchema),
});

export type PlanReading = z.infer<typeof planReadingSchema>;
export type PlanHeader = z.infer<typeof headerSchema>;
export type PlanSigner = z.infer<typeof signerSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type PlanTask = z.infer<typeof taskSchema>;
export type TaskDue = z.infer<typeof taskDueSchema>;
export type ReadingWarning = z.infer<typeof warningSchema>;

/** One paragraph of the source beside the clause that it was read into, for the preview before import. */
export interface SourceParagraph {
  index: number;
  text: string;
  clausePath: string | null;
  /** The tasks that it states, as positions in the reading's list; absent when none. */
  tasks?: number[];
  /** What is unsure here, as positions in the reading's warnings; absent when nothing is. */
  warnings?: number[];
}
