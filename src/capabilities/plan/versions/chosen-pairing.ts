/**
 * What a person has said about the clauses of a preview: which clause of the plan each continues (null: none, it is
 * new). A choice holds as long as the preview's clause keeps its place and its words.
 */
export interface ChosenPairing {
  planId: string;
  pairs: { path: string; words: string; clauseId: string | null }[];
}

/** The words of a clause, to tell whether it is still the one that was chosen. */
export const wordsOf = ({ title, text }: { title: string | null; text: string }): string =>
  [title ?? "", text].join("\n").replace(/\s+/gu, " ").trim();
