import { countsColumns, type ListKind } from "#platform/sheets/list-kind.ts";
import { type RosterField, rosterWords } from "./roster-fields.ts";

export const rosterList: ListKind<RosterField> = {
  words: rosterWords,
  heads: ["email", "shortName", "unit"],
  mostLines: 1_000,
  isHeading: (row) => row.isBand || countsColumns(row),
};
