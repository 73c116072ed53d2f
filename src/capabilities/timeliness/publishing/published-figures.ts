import type { PeriodFigures } from "../figures/period-figures.ts";

/** The figures of a period as they were when somebody made them public. */
export interface PublishedFigures {
  label: string;
  from: string;
  until: string;
  totals: PeriodFigures;
  units: (PeriodFigures & { label: string })[];
  method: string[];
}
