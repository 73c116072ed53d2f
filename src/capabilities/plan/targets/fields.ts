import { z } from "zod";
import { targetCounts, targetPeriods } from "./target.ts";

/** A target and how far it is in its running period. */
export const targetProgress = z.object({
  id: z.uuid(),
  taskId: z.uuid().nullable(),
  obligationId: z.uuid().nullable(),
  per: z.enum(targetPeriods),
  amount: z.number().int(),
  unit: z.string(),
  counts: z.enum(targetCounts),
  label: z.string(),
  from: z.string(),
  to: z.string(),
  count: z.number().int(),
  met: z.boolean(),
});
