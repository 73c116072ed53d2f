import type { PlanReading } from "../reading/plan-reading.ts";

/** What a version of a plan said when it was handed over; later corrections by its agency don't change it. */
export interface HandedOver {
  year: number;
  reading: PlanReading;
  /** First day of the version, YYYY-MM-DD; of the first version that of issue. */
  holdsFrom: string | null;
  /** Why it was amended; null for the first version. */
  reason: string | null;
  /** Of the document that decided the amendment, "57/QĐ-SVHTTDL". */
  decision: { number: string; issuedOn: string | null } | null;
}
