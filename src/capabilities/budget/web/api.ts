import { planContract } from "#plan/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { budgetContract } from "../contract.ts";

export const api = apiFor({ budget: budgetContract, plan: planContract });

type All = Answers<typeof budgetContract>;
export type RoyaltyStart = All["royaltyStart"];
export type Royalties = All["royalties"];
export type Product = Royalties["products"][number];
export type CostedProduct = All["costs"]["products"][number];
export type Royalty = Product["royalties"][number];
export type Budget = All["budget"];
export type BudgetLine = Budget["lines"][number];
export type Proposal = All["proposal"];
export type Account = All["line"];
export type Closing = All["budgetClosing"];
export type Savings = All["citizenSavings"];
export type Saving = Savings["savings"][number];
export type Commitment = Account["commitments"][number];
export type Expense = Account["expenses"][number];
