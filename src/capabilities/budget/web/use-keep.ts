import { useQueryClient } from "@tanstack/react-query";
import { type Account, api, type Budget, type Proposal, type Savings } from "./api.ts";

/** Puts what an act answered with in place of what stood there, and has the rest of the money looked up again. */
export function useKeep() {
  const queries = useQueryClient();
  const others = () => queries.invalidateQueries({ queryKey: api.budget.key() });
  return {
    all: () => void others(),
    budget: (answer: Budget) => {
      queries.setQueryData(api.budget.budget.queryKey({ input: { year: answer.year } }), answer);
      void others();
    },
    proposal: (answer: Proposal) => {
      queries.setQueryData(api.budget.proposal.queryKey({ input: { id: answer.id } }), answer);
      void others();
    },
    savings: (answer: Savings) => {
      queries.setQueryData(api.budget.citizenSavings.queryKey({ input: { year: answer.year } }), answer);
      void others();
    },
    account: (answer: Account) => {
      queries.setQueryData(api.budget.line.queryKey({ input: { id: answer.id } }), answer);
      void others();
    },
  };
}
