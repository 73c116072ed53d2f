import {
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { SignedAs } from "#organization";
import type { DifficultyState } from "./difficulties/difficulty.ts";
import type { ExtensionState } from "./extensions/extension.ts";
import type { HandedOver } from "./handovers/handed-over.ts";
import type { LooseRow } from "./loose-rows.ts";
import type { PlanStanding } from "./plan-standing.ts";
import type { PreviewState } from "./preview/preview-state.ts";
import type { WrittenWorkItem } from "./programme-imports/written-work-item.ts";
import type { ProposalState } from "./proposals/proposal.ts";
import type { PlanReading, PlanSigner, PlanTask, SourceParagraph, TaskDue } from "./reading/plan-reading.ts";
import type { ReminderStep } from "./reminders/reminder-step.ts";
import type { FindingKind, ShortcomingState } from "./shortcomings/shortcoming.ts";
import type { TargetCount, TargetPeriod } from "./targets/target.ts";
import type { WrittenTask } from "./task-imports/written-task.ts";
import type { TemplateItem, TemplateKind } from "./templates/template.ts";
import type { ChosenPairing } from "./versions/chosen-pairing.ts";
import type { PlanSaid } from "./versions/plan-said.ts";
import type { ViewScreen } from "./views/view-screens.ts";
import type { WorkItemKind, WorkItemState } from "./work-programme/work-item.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const plan = pgTable("plan", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  year: integer("year").notNull(),
  slug: text("slug").notNull(),
  title: text("title").notNull(),
  type: text("type").notNull().default("KẾ HOẠCH"),
  number: text("number"),
  symbol: text("symbol"),
  place: text("place"),
  issuedOn: date("issued_on"),
  signer: jsonb("signer").$type<PlanSigner>(),
  recipients: jsonb("recipients").$type<string[]>().notNull().default([]),
  state: text("state").$type<"draft" | "issued">().notNull().default("draft"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  publishedAt: timestamp("published_at", { withTimezone: true }),
  publishedBy: uuid("published_by"),
  takenBackAt: timestamp("taken_back_at", { withTimezone: true }),
  takenBackReason: text("taken_back_reason"),
  standing: text("standing").$type<PlanStanding>().notNull().default("waiting"),
  inForceSince: timestamp("in_force_since", { withTimezone: true }),
  endedAt: timestamp("ended_at", { withTimezone: true }),
  endedReason: text("ended_reason"),
  replacedBy: uuid("replaced_by"),
  documentId: uuid("document_id"),
  version: integer("version").notNull().default(1),
  issuer: text("issuer"),
  signedAuthorityId: uuid("signed_authority_id"),
  signedAs: jsonb("signed_as").$type<SignedAs>(),
});

export const planParent = pgTable("plan_parent", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  parentPlanId: uuid("parent_plan_id"),
  documentId: uuid("document_id"),
});

export const planClauseParent = pgTable("plan_clause_parent", {
  agencyId: uuid("agency_id").notNull(),
  clauseId: uuid("clause_id").notNull(),
  parentClauseId: uuid("parent_clause_id").notNull(),
});

export const planVersion = pgTable("plan_version", {
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  version: integer("version").notNull(),
  holdsFrom: date("holds_from"),
  reason: text("reason"),
  decisionId: uuid("decision_id"),
  importId: uuid("import_id"),
  madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
  madeBy: uuid("made_by"),
  said: jsonb("said").$type<PlanSaid>(),
});

export const planHandover = pgTable("plan_handover", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  version: integer("version").notNull(),
  message: text("message"),
  said: jsonb("said").$type<HandedOver>().notNull(),
  fileImportId: uuid("file_import_id"),
  givenBy: uuid("given_by").notNull(),
  givenAt: timestamp("given_at", { withTimezone: true }).notNull(),
});

export const planHandoverReceipt = pgTable("plan_handover_receipt", {
  agencyId: uuid("agency_id").notNull(),
  handoverId: uuid("handover_id").notNull(),
  planId: uuid("plan_id").notNull(),
  version: integer("version").notNull(),
  receiverId: uuid("receiver_id").notNull(),
  openedBy: uuid("opened_by"),
  openedAt: timestamp("opened_at", { withTimezone: true }),
  acknowledgedBy: uuid("acknowledged_by"),
  acknowledgedAt: timestamp("acknowledged_at", { withTimezone: true }),
  takenBackBy: uuid("taken_back_by"),
  takenBackAt: timestamp("taken_back_at", { withTimezone: true }),
  takenBackReason: text("taken_back_reason"),
  adoptedPlanId: uuid("adopted_plan_id"),
  importId: uuid("import_id"),
});

export const planImport = pgTable("plan_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  bytes: bytea("bytes").notNull(),
  reading: jsonb("reading").$type<PlanReading>().notNull(),
  paragraphs: jsonb("paragraphs").$type<SourceParagraph[]>().notNull(),
  personId: uuid("person_id"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  planId: uuid("plan_id"),
  version: integer("version").notNull().default(1),
  previous: jsonb("previous").$type<PreviewState>(),
  correctedAt: timestamp("corrected_at", { withTimezone: true }),
  pairing: jsonb("pairing").$type<ChosenPairing>(),
  clonedFrom: uuid("cloned_from"),
});

export const planCitation = pgTable("plan_citation", {
  planId: uuid("plan_id").notNull(),
  documentId: uuid("document_id").notNull(),
  role: text("role").$type<"basis" | "mention">().notNull(),
});

export const planClause = pgTable("plan_clause", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  parentId: uuid("parent_id"),
  path: text("path").notNull(),
  label: text("label").notNull(),
  level: integer("level").notNull(),
  title: text("title"),
  text: text("text").notNull(),
  position: integer("position").notNull(),
  cameIn: integer("came_in").notNull().default(1),
  leftIn: integer("left_in"),
});

export const obligation = pgTable("obligation", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  clauseId: uuid("clause_id").notNull(),
  code: text("code").notNull(),
  what: text("what").notNull(),
  themes: text("themes").array().notNull().default([]),
  allUnits: boolean("all_units").notNull().default(false),
  due: text("due").$type<"continuous" | "prompt" | "year" | "item">().notNull(),
  evidenceWanted: text("evidence_wanted"),
  noneReason: text("none_reason"),
  position: integer("position").notNull(),
  leftIn: integer("left_in"),
});

export const obligationUnit = pgTable("obligation_unit", {
  agencyId: uuid("agency_id").notNull(),
  obligationId: uuid("obligation_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  position: integer("position").notNull(),
});

export const task = pgTable("task", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  clauseId: uuid("clause_id"),
  title: text("title").notNull(),
  leadUnitId: uuid("lead_unit_id"),
  leadUnitText: text("lead_unit_text"),
  allUnits: boolean("all_units").notNull().default(false),
  responsiblePersonId: uuid("responsible_person_id"),
  approverPersonId: uuid("approver_person_id"),
  coordinatingText: text("coordinating_text"),
  dueKind: text("due_kind").$type<TaskDue["kind"]>().notNull(),
  dueText: text("due_text"),
  dueDate: date("due_date"),
  dueFrom: date("due_from"),
  dueTo: date("due_to"),
  dueEvery: text("due_every").$type<TaskDue["every"]>(),
  deliverable: text("deliverable"),
  appendix: jsonb("appendix").$type<PlanTask["appendix"]>(),
  position: integer("position").notNull(),
  cameIn: integer("came_in").notNull().default(1),
  leftIn: integer("left_in"),
});

export const taskCoordinatingUnit = pgTable("task_coordinating_unit", {
  agencyId: uuid("agency_id").notNull(),
  taskId: uuid("task_id").notNull(),
  unitId: uuid("unit_id").notNull(),
});

export const taskObligation = pgTable("task_obligation", {
  agencyId: uuid("agency_id").notNull(),
  taskId: uuid("task_id").notNull(),
  obligationId: uuid("obligation_id").notNull(),
});

export const taskImport = pgTable("task_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  fileName: text("file_name").notNull(),
  importedBy: uuid("imported_by").notNull(),
  importedAt: timestamp("imported_at", { withTimezone: true }).notNull().defaultNow(),
  undoneBy: uuid("undone_by"),
  undoneAt: timestamp("undone_at", { withTimezone: true }),
});

export const taskImportLine = pgTable("task_import_line", {
  agencyId: uuid("agency_id").notNull(),
  importId: uuid("import_id").notNull(),
  taskId: uuid("task_id").primaryKey(),
  line: integer("line").notNull(),
  written: jsonb("written").$type<WrittenTask>().notNull(),
});

export const planSuggestion = pgTable("plan_suggestion", {
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  version: integer("version").notNull(),
  key: text("key").notNull(),
  state: text("state").$type<"accepted" | "aside">().notNull(),
  obligationId: uuid("obligation_id"),
  taskId: uuid("task_id"),
  decidedBy: uuid("decided_by").notNull(),
  decidedAt: timestamp("decided_at", { withTimezone: true }).notNull().defaultNow(),
});

export const planTemplate = pgTable("plan_template", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  kind: text("kind").$type<TemplateKind>().notNull(),
  year: integer("year").notNull(),
  items: jsonb("items").$type<TemplateItem[]>().notNull(),
  savedBy: uuid("saved_by").notNull(),
  savedAt: timestamp("saved_at", { withTimezone: true }).notNull().defaultNow(),
});

export const evidence = pgTable("evidence", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  source: text("source").notNull(),
  sourceId: text("source_id").notNull(),
  label: text("label").notNull(),
  url: text("url"),
  at: timestamp("at", { withTimezone: true }).notNull(),
  revisionHash: text("revision_hash"),
  recordedBy: text("recorded_by").notNull(),
  withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
  withdrawnReason: text("withdrawn_reason"),
});

export const evidenceFile = pgTable("evidence_file", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  evidenceId: uuid("evidence_id").notNull(),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  position: integer("position").notNull(),
});

export const evidenceTask = pgTable("evidence_task", {
  agencyId: uuid("agency_id").notNull(),
  evidenceId: uuid("evidence_id").notNull(),
  taskId: uuid("task_id").notNull(),
});

export const evidenceObligation = pgTable("evidence_obligation", {
  agencyId: uuid("agency_id").notNull(),
  evidenceId: uuid("evidence_id").notNull(),
  obligationId: uuid("obligation_id").notNull(),
});

export const evidenceClause = pgTable("evidence_clause", {
  agencyId: uuid("agency_id").notNull(),
  evidenceId: uuid("evidence_id").notNull(),
  clauseId: uuid("clause_id").notNull(),
});

export const calendarDay = pgTable("calendar_day", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  day: date("day").notNull(),
  kind: text("kind").$type<"off" | "worked">().notNull(),
  name: text("name").notNull(),
  source: text("source"),
});

export const sharedCalendar = pgTable("shared_calendar", {
  agencyId: uuid("agency_id").primaryKey(),
  sharedBy: uuid("shared_by").notNull(),
  sharedAt: timestamp("shared_at", { withTimezone: true }).notNull(),
});

export const reminderSetting = pgTable("reminder_setting", {
  agencyId: uuid("agency_id").primaryKey(),
  active: boolean("active").notNull().default(true),
  firstBefore: integer("first_before").notNull(),
  lastBefore: integer("last_before").notNull(),
  headAfter: integer("head_after").notNull(),
  editorAfter: integer("editor_after").notNull(),
  leadershipAfter: integer("leadership_after").notNull(),
});

export const taskReminder = pgTable("task_reminder", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  taskId: uuid("task_id").notNull(),
  deadline: date("deadline").notNull(),
  step: text("step").$type<ReminderStep>().notNull(),
  at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
  people: integer("people").notNull(),
});

export const taskExtension = pgTable("task_extension", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  taskId: uuid("task_id").notNull(),
  oldDay: date("old_day").notNull(),
  newDay: date("new_day").notNull(),
  reason: text("reason").notNull(),
  askedBy: uuid("asked_by").notNull(),
  askedAt: timestamp("asked_at", { withTimezone: true }).notNull().defaultNow(),
  state: text("state").$type<ExtensionState>().notNull().default("asked"),
  decidedBy: uuid("decided_by"),
  decidedAt: timestamp("decided_at", { withTimezone: true }),
  decision: text("decision"),
});

export const difficulty = pgTable("difficulty", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  taskId: uuid("task_id"),
  clauseId: uuid("clause_id"),
  unitId: uuid("unit_id").notNull(),
  what: text("what").notNull(),
  proposal: text("proposal"),
  raisedBy: uuid("raised_by").notNull(),
  raisedAt: timestamp("raised_at", { withTimezone: true }).notNull().defaultNow(),
  state: text("state").$type<DifficultyState>().notNull().default("raised"),
  gatheredBy: uuid("gathered_by"),
  gatheredAt: timestamp("gathered_at", { withTimezone: true }),
  gatheredNote: text("gathered_note"),
  decidedBy: uuid("decided_by"),
  decidedAt: timestamp("decided_at", { withTimezone: true }),
  decision: text("decision"),
  withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
});

export const workItem = pgTable("work_item", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  title: text("title").notNull(),
  kind: text("kind").$type<WorkItemKind>().notNull(),
  firstDay: date("first_day").notNull(),
  lastDay: date("last_day").notNull(),
  place: text("place"),
  lead: text("lead"),
  embeds: text("embeds"),
  enteredBy: uuid("entered_by").notNull(),
  enteredAt: timestamp("entered_at", { withTimezone: true }).notNull().defaultNow(),
  state: text("state").$type<WorkItemState>().notNull().default("planned"),
  settledBy: uuid("settled_by"),
  settledAt: timestamp("settled_at", { withTimezone: true }),
  doneOn: date("done_on"),
  reason: text("reason"),
  evidenceId: uuid("evidence_id"),
});

export const workItemImport = pgTable("work_item_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  fileName: text("file_name").notNull(),
  importedBy: uuid("imported_by").notNull(),
  importedAt: timestamp("imported_at", { withTimezone: true }).notNull().defaultNow(),
  undoneBy: uuid("undone_by"),
  undoneAt: timestamp("undone_at", { withTimezone: true }),
});

export const workItemImportLine = pgTable("work_item_import_line", {
  agencyId: uuid("agency_id").notNull(),
  importId: uuid("import_id").notNull(),
  workItemId: uuid("work_item_id").primaryKey(),
  line: integer("line").notNull(),
  written: jsonb("written").$type<WrittenWorkItem>().notNull(),
});

export const workItemTask = pgTable("work_item_task", {
  agencyId: uuid("agency_id").notNull(),
  workItemId: uuid("work_item_id").notNull(),
  taskId: uuid("task_id").notNull(),
});

export const workItemObligation = pgTable("work_item_obligation", {
  agencyId: uuid("agency_id").notNull(),
  workItemId: uuid("work_item_id").notNull(),
  obligationId: uuid("obligation_id").notNull(),
});

export const workItemClause = pgTable("work_item_clause", {
  agencyId: uuid("agency_id").notNull(),
  workItemId: uuid("work_item_id").notNull(),
  clauseId: uuid("clause_id").notNull(),
});

export const proposal = pgTable("proposal", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id"),
  taskId: uuid("task_id"),
  clauseId: uuid("clause_id"),
  difficultyId: uuid("difficulty_id"),
  what: text("what").notNull(),
  benefit: text("benefit"),
  proposedBy: uuid("proposed_by").notNull(),
  proposedAt: timestamp("proposed_at", { withTimezone: true }).notNull().defaultNow(),
  state: text("state").$type<ProposalState>().notNull().default("proposed"),
  gatheredBy: uuid("gathered_by"),
  gatheredAt: timestamp("gathered_at", { withTimezone: true }),
  gatheredNote: text("gathered_note"),
  keptBy: uuid("kept_by"),
  keptAt: timestamp("kept_at", { withTimezone: true }),
  keptReason: text("kept_reason"),
  decidedBy: uuid("decided_by"),
  decidedAt: timestamp("decided_at", { withTimezone: true }),
  decision: text("decision"),
  followedTaskId: uuid("followed_task_id"),
  followedBy: uuid("followed_by"),
  followedAt: timestamp("followed_at", { withTimezone: true }),
  withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
});

export const shortcoming = pgTable("shortcoming", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  taskId: uuid("task_id"),
  kind: text("kind").$type<FindingKind>(),
  cause: text("cause"),
  what: text("what").notNull(),
  why: text("why"),
  unitId: uuid("unit_id"),
  personId: uuid("person_id"),
  notedBy: uuid("noted_by").notNull(),
  notedAt: timestamp("noted_at", { withTimezone: true }).notNull().defaultNow(),
  state: text("state").$type<ShortcomingState>().notNull().default("open"),
  fixTaskId: uuid("fix_task_id"),
  fixWords: text("fix_words"),
  fixDay: date("fix_day"),
  fixBy: uuid("fix_by"),
  fixAt: timestamp("fix_at", { withTimezone: true }),
  proofUrl: text("proof_url"),
  proofEvidenceId: uuid("proof_evidence_id"),
  mendedBy: uuid("mended_by"),
  mendedAt: timestamp("mended_at", { withTimezone: true }),
  refusedBy: uuid("refused_by"),
  refusedAt: timestamp("refused_at", { withTimezone: true }),
  refusedReason: text("refused_reason"),
  toldLabel: text("told_label"),
  toldUrl: text("told_url"),
});

export const gapReason = pgTable("gap_reason", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  clauseId: uuid("clause_id"),
  unitId: uuid("unit_id"),
  otherRow: text("other_row").$type<LooseRow>(),
  firstDay: date("first_day").notNull(),
  lastDay: date("last_day").notNull(),
  reason: text("reason").notNull(),
  givenBy: uuid("given_by").notNull(),
  givenAt: timestamp("given_at", { withTimezone: true }).notNull().defaultNow(),
  changedBy: uuid("changed_by"),
  changedAt: timestamp("changed_at", { withTimezone: true }),
  withdrawnBy: uuid("withdrawn_by"),
  withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
});

export const gapReminder = pgTable("gap_reminder", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  clauseId: uuid("clause_id"),
  unitId: uuid("unit_id"),
  otherRow: text("other_row").$type<LooseRow>(),
  firstDay: date("first_day").notNull(),
  lastDay: date("last_day").notNull(),
  day: date("day").notNull(),
  sentBy: uuid("sent_by").notNull(),
  sentAt: timestamp("sent_at", { withTimezone: true }).notNull().defaultNow(),
  people: integer("people").notNull(),
});

export const target = pgTable("target", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  taskId: uuid("task_id"),
  obligationId: uuid("obligation_id"),
  per: text("per").$type<TargetPeriod>().notNull(),
  amount: integer("amount").notNull(),
  unit: text("unit").notNull(),
  counts: text("counts").$type<TargetCount>().notNull().default("proofs"),
});

export const savedView = pgTable("saved_view", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  personId: uuid("person_id").notNull(),
  screen: text("screen").$type<ViewScreen>().notNull(),
  name: text("name").notNull(),
  query: text("query").notNull(),
  shared: boolean("shared").notNull().default(false),
  savedAt: timestamp("saved_at", { withTimezone: true }).notNull().defaultNow(),
});

export const planDistribution = pgTable("plan_distribution", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  version: integer("version").notNull().default(1),
  /** For what an heir took over: the day from which it answers. */
  sentAt: timestamp("sent_at", { withTimezone: true }).notNull().defaultNow(),
  acknowledgedAt: timestamp("acknowledged_at", { withTimezone: true }),
  acknowledgedBy: uuid("acknowledged_by"),
  inheritedFrom: uuid("inherited_from"),
  firstSentAt: timestamp("first_sent_at", { withTimezone: true }),
});

export const guidance = pgTable("guidance", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id"),
  clauseId: uuid("clause_id"),
  toAll: boolean("to_all").notNull(),
  edition: integer("edition").notNull().default(1),
  withdrawnBy: uuid("withdrawn_by"),
  withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
  withdrawnReason: text("withdrawn_reason"),
});

export const guidanceEdition = pgTable("guidance_edition", {
  agencyId: uuid("agency_id").notNull(),
  guidanceId: uuid("guidance_id").notNull(),
  edition: integer("edition").notNull(),
  title: text("title").notNull(),
  text: text("text").notNull(),
  changed: text("changed"),
  madeBy: uuid("made_by").notNull(),
  madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
  signedAuthorityId: uuid("signed_authority_id"),
  signedAs: jsonb("signed_as").$type<SignedAs>(),
});

export const guidanceReceipt = pgTable("guidance_receipt", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  guidanceId: uuid("guidance_id").notNull(),
  edition: integer("edition").notNull(),
  unitId: uuid("unit_id").notNull(),
  acknowledgedBy: uuid("acknowledged_by"),
  acknowledgedAt: timestamp("acknowledged_at", { withTimezone: true }),
  remindedAt: timestamp("reminded_at", { withTimezone: true }),
  remindedTimes: integer("reminded_times").notNull().default(0),
});

export const guidanceQuestion = pgTable("guidance_question", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  guidanceId: uuid("guidance_id").notNull(),
  edition: integer("edition").notNull(),
  unitId: uuid("unit_id").notNull(),
  what: text("what").notNull(),
  askedBy: uuid("asked_by").notNull(),
  askedAt: timestamp("asked_at", { withTimezone: true }).notNull(),
  answer: text("answer"),
  answeredBy: uuid("answered_by"),
  answeredAt: timestamp("answered_at", { withTimezone: true }),
  toAll: boolean("to_all"),
});

export const unitDutyBefore = pgTable("unit_duty_before", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  changeId: uuid("change_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  heirId: uuid("heir_id").notNull(),
  /** Last day under the old unit. */
  until: date("until").notNull(),
  taskId: uuid("task_id"),
  obligationId: uuid("obligation_id"),
  coordinating: boolean("coordinating").notNull().default(false),
  shared: boolean("shared").notNull().default(false),
});
