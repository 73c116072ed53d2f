export { budgetInPeriod } from "./settlement/settlement-queries.ts";
