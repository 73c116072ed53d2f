export { savedText, savingMeasureWords } from "./savings/saving.ts";
export { savingsInPeriod } from "./savings/saving-queries.ts";
export { budgetInPeriod } from "./settlement/settlement-queries.ts";
export { moneyWaiting } from "./waiting.ts";
