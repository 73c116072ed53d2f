import { z } from "zod";
import { looseRows } from "./loose-rows.ts";

/** Which board: its plan, the kind of its periods and how they are counted, and what its rows are. */
export const coverageQuestion = z.object({
  id: z.uuid(),
  kind: z.enum(["month", "quarter"]).default("quarter"),
  basis: z.enum(["decree", "calendar"]).default("decree"),
  by: z.enum(["clause", "unit"]).default("clause"),
});

/** One cell of it; `period` is a period code such as 2026-11 or 2026-Q4. */
export const coverageCellQuestion = coverageQuestion.extend({
  rowId: z.union([z.uuid(), z.enum(looseRows)]),
  period: z.string().max(10),
});
export type CoverageQuestion = z.output<typeof coverageQuestion>;
export type CoverageCellQuestion = z.output<typeof coverageCellQuestion>;
