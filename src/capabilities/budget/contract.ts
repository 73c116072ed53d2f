import { closingContract } from "./closing/contract.ts";
import { costsContract } from "./costs/contract.ts";
import { estimatesContract } from "./estimates/contract.ts";
import { royaltiesContract } from "./royalties/contract.ts";
import { savingsContract } from "./savings/contract.ts";
import { settlementContract } from "./settlement/contract.ts";
import { spendingContract } from "./spending/contract.ts";

export const budgetContract = {
  ...estimatesContract,
  ...spendingContract,
  ...settlementContract,
  ...royaltiesContract,
  ...costsContract,
  ...savingsContract,
  ...closingContract,
};
