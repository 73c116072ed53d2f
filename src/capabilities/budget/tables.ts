import { bigint, date, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ClosingState } from "./closing/closing.ts";
import type { ProposalKind, ProposalState } from "./estimates/proposal.ts";
import type { RoyaltyState } from "./royalties/royalty.ts";
import type { SavingMeasure, SavingScope, SavingState } from "./savings/saving.ts";
import type { EntryState } from "./spending/entry.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });
/** Whole đồng. */
const money = (name: string) => bigint(name, { mode: "number" });

export const budgetSource = pgTable("budget_source", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  basis: text("basis").notNull().default(""),
});

/** Its sums are kept by triggers; code only reads them. */
export const budgetLine = pgTable("budget_line", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  year: integer("year").notNull(),
  sourceId: uuid("source_id").notNull(),
  name: text("name").notNull(),
  basis: text("basis").notNull().default(""),
  taskId: uuid("task_id"),
  obligationId: uuid("obligation_id"),
  approvedAt: moment("approved_at"),
  approved: money("approved").notNull().default(0),
  adjusted: money("adjusted").notNull().default(0),
  committed: money("committed").notNull().default(0),
  spent: money("spent").notNull().default(0),
  direct: money("direct").notNull().default(0),
});

export const budgetProposal = pgTable("budget_proposal", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  year: integer("year").notNull(),
  kind: text("kind").$type<ProposalKind>().notNull(),
  title: text("title").notNull(),
  reason: text("reason").notNull().default(""),
  state: text("state").$type<ProposalState>().notNull(),
  /** All who wrote any of it: none of them decides. */
  writers: uuid("writers").array().notNull(),
  madeAt: moment("made_at").notNull(),
  submittedBy: uuid("submitted_by"),
  submittedAt: moment("submitted_at"),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  decisionWords: text("decision_words").notNull().default(""),
  documentNumber: text("document_number").notNull().default(""),
  documentDay: date("document_day"),
});

export const budgetChange = pgTable(
  "budget_change",
  {
    agencyId: uuid("agency_id").notNull(),
    proposalId: uuid("proposal_id").notNull(),
    lineId: uuid("line_id").notNull(),
    amount: money("amount").notNull(),
    basis: text("basis").notNull().default(""),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.lineId] })],
);

export const budgetCommitment = pgTable("budget_commitment", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  lineId: uuid("line_id").notNull(),
  /** Takes from that one; the amount is negative then. */
  reducesId: uuid("reduces_id"),
  /** Carries on what was left of that one, which was of an earlier year. */
  carriedFromId: uuid("carried_from_id"),
  what: text("what").notNull(),
  partner: text("partner").notNull(),
  number: text("number").notNull(),
  signedOn: date("signed_on").notNull(),
  amount: money("amount").notNull(),
  reason: text("reason").notNull().default(""),
  recordedBy: uuid("recorded_by").notNull(),
  recordedAt: moment("recorded_at").notNull(),
  /** It waits, until another has decided; "earlier": from before there was this. */
  state: text("state").$type<EntryState>().notNull().default("pending"),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  decisionWords: text("decision_words").notNull().default(""),
  reduced: money("reduced").notNull().default(0),
  spent: money("spent").notNull().default(0),
});

export const budgetExpense = pgTable("budget_expense", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  lineId: uuid("line_id").notNull(),
  commitmentId: uuid("commitment_id"),
  /** Takes back from that one; the amount is negative then. */
  reversesId: uuid("reverses_id"),
  what: text("what").notNull(),
  payee: text("payee").notNull(),
  documentNumber: text("document_number").notNull(),
  documentDay: date("document_day").notNull(),
  paidOn: date("paid_on").notNull(),
  amount: money("amount").notNull(),
  reason: text("reason").notNull().default(""),
  recordedBy: uuid("recorded_by").notNull(),
  recordedAt: moment("recorded_at").notNull(),
  /** It waits, until another has decided; "earlier": from before there was this. */
  state: text("state").$type<EntryState>().notNull().default("pending"),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  decisionWords: text("decision_words").notNull().default(""),
  takenBack: money("taken_back").notNull().default(0),
  /** It pays this royalty, as a whole. */
  royaltyId: uuid("royalty_id"),
});

/** A file of a decision, a contract, a voucher or a source of what citizens are saved: of one of the four. */
export const budgetDocument = pgTable("budget_document", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  proposalId: uuid("proposal_id"),
  commitmentId: uuid("commitment_id"),
  expenseId: uuid("expense_id"),
  savingId: uuid("saving_id"),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  addedBy: uuid("added_by").notNull(),
  addedAt: moment("added_at").notNull(),
});

/** What the agency pays authors by; coefficients are hundredths. */
export const royaltyTable = pgTable("royalty_table", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  basis: text("basis").notNull(),
  /** What one whole coefficient is worth. */
  unitValue: money("unit_value").notNull(),
  rounding: integer("rounding").notNull(),
  validFrom: date("valid_from").notNull(),
  validTo: date("valid_to"),
});

export const royaltyRate = pgTable("royalty_rate", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  tableId: uuid("table_id").notNull(),
  kind: text("kind").notNull(),
  grade: text("grade").notNull(),
  least: integer("least").notNull(),
  most: integer("most").notNull(),
});

export const royalty = pgTable("royalty", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  lineId: uuid("line_id").notNull(),
  rateId: uuid("rate_id").notNull(),
  unitValue: money("unit_value").notNull(),
  rounding: integer("rounding").notNull(),
  coefficient: integer("coefficient").notNull(),
  amount: money("amount").notNull(),
  note: text("note").notNull().default(""),
  state: text("state").$type<RoyaltyState>().notNull(),
  proposedBy: uuid("proposed_by").notNull(),
  proposedAt: moment("proposed_at").notNull(),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  decisionWords: text("decision_words").notNull().default(""),
  cancelledBy: uuid("cancelled_by"),
  cancelledAt: moment("cancelled_at"),
  cancelledReason: text("cancelled_reason").notNull().default(""),
});

export const royaltyShare = pgTable(
  "royalty_share",
  {
    agencyId: uuid("agency_id").notNull(),
    royaltyId: uuid("royalty_id").notNull(),
    position: integer("position").notNull(),
    personId: uuid("person_id"),
    name: text("name").notNull(),
    /** Hundredths of a percent. */
    part: integer("part").notNull(),
    amount: money("amount").notNull(),
  },
  (table) => [primaryKey({ columns: [table.royaltyId, table.position] })],
);

/** So much of an expense was for a product. */
export const budgetCost = pgTable(
  "budget_cost",
  {
    agencyId: uuid("agency_id").notNull(),
    expenseId: uuid("expense_id").notNull(),
    itemId: uuid("item_id").notNull(),
    amount: money("amount").notNull(),
    toldBy: uuid("told_by").notNull(),
    toldAt: moment("told_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.expenseId, table.itemId] })],
);

/** So much is saved for each of so many dossiers of a period, by a document; whole minutes, ways and đồng. */
export const citizenSaving = pgTable("citizen_saving", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  period: text("period").notNull(),
  fromOn: date("from_on").notNull(),
  toOn: date("to_on").notNull(),
  scope: text("scope").$type<SavingScope>().notNull(),
  scopeKey: text("scope_key").notNull(),
  scopeName: text("scope_name").notNull(),
  measure: text("measure").$type<SavingMeasure>().notNull(),
  dossiers: integer("dossiers").notNull(),
  /** Where somebody counted elsewhere: by whom. */
  countedBy: text("counted_by").notNull().default(""),
  countedAt: moment("counted_at").notNull(),
  minutes: integer("minutes").notNull().default(0),
  ways: integer("ways").notNull().default(0),
  dong: money("dong").notNull().default(0),
  method: text("method").notNull(),
  documentTitle: text("document_title").notNull(),
  documentNumber: text("document_number").notNull(),
  documentDay: date("document_day").notNull(),
  link: text("link").notNull().default(""),
  state: text("state").$type<SavingState>().notNull(),
  /** All who wrote any of it: none of them decides. */
  writers: uuid("writers").array().notNull(),
  writtenAt: moment("written_at").notNull(),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  decisionWords: text("decision_words").notNull().default(""),
  withdrawnBy: uuid("withdrawn_by"),
  withdrawnAt: moment("withdrawn_at"),
  withdrawnReason: text("withdrawn_reason").notNull().default(""),
});

/** A year that is asked to be closed, was closed, or was opened again. */
export const budgetClosing = pgTable("budget_closing", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  year: integer("year").notNull(),
  state: text("state").$type<ClosingState>().notNull(),
  documentNumber: text("document_number").notNull(),
  documentDay: date("document_day").notNull(),
  askedBy: uuid("asked_by").notNull(),
  askedAt: moment("asked_at").notNull(),
  decidedBy: uuid("decided_by"),
  decidedAt: moment("decided_at"),
  decisionWords: text("decision_words").notNull().default(""),
  reopenedBy: uuid("reopened_by"),
  reopenedAt: moment("reopened_at"),
  reopenReason: text("reopen_reason").notNull().default(""),
});
