/** A line of the estimate as the last day of the period left it; whole đồng. */
export interface ChainBudgetLine {
  id: string;
  name: string;
  sourceName: string;
  /** The task or duty of the plan that it pays for. */
  linkName: string;
  /** Approved, with adjustments. */
  limit: number;
  committed: number;
  committedInPeriod: number;
  spent: number;
  spentInPeriod: number;
}
