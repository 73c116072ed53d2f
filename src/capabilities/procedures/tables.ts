import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Side } from "./life-events/side.ts";
import type { ProcedureRecord } from "./procedure-record.ts";
import type { Requirement } from "./procedure-requirements.ts";
import type { StateFacts } from "./procedure-state.ts";
import type { ProcedureKey } from "./reading/procedure-columns.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const procedure = pgTable("procedure", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  code: text("code").notNull(),
  suffix: text("suffix").notNull(),
  currentVersion: integer("current_version").notNull(),
  state: text("state", { enum: ["in-force", "paused", "repealed"] }).notNull(),
  stateReason: text("state_reason").notNull(),
  repealedOn: date("repealed_on"),
  successorId: uuid("successor_id"),
  takenBackAt: moment("taken_back_at"),
  updatedAt: moment("updated_at").notNull(),
});

export const procedureVersion = pgTable(
  "procedure_version",
  {
    procedureId: uuid("procedure_id").notNull(),
    version: integer("version").notNull(),
    agencyId: uuid("agency_id").notNull(),
    name: text("name").notNull(),
    field: text("field").notNull(),
    level: text("level", { enum: ["ministry", "province", "district", "commune", "other"] }),
    serviceLevel: text("service_level", { enum: ["full", "partial", "none"] }),
    kind: text("kind").notNull(),
    audience: jsonb("audience").$type<ProcedureRecord["audience"]>().notNull(),
    steps: text("steps").notNull(),
    methods: jsonb("methods").$type<ProcedureRecord["methods"]>().notNull(),
    components: jsonb("components").$type<ProcedureRecord["components"]>().notNull(),
    dossierSets: integer("dossier_sets"),
    implementingAgency: text("implementing_agency").notNull(),
    competentAgency: text("competent_agency").notNull(),
    receivingAddress: text("receiving_address").notNull(),
    delegatedAgency: text("delegated_agency").notNull(),
    coordinatingAgency: text("coordinating_agency").notNull(),
    results: jsonb("results").$type<ProcedureRecord["results"]>().notNull(),
    legalBasis: jsonb("legal_basis").$type<ProcedureRecord["legalBasis"]>().notNull(),
    conditions: text("conditions").notNull(),
    keywords: jsonb("keywords").$type<ProcedureRecord["keywords"]>().notNull(),
    description: text("description").notNull(),
    decisionNumber: text("decision_number").notNull(),
    decidedOn: date("decided_on"),
    nationalUrl: text("national_url"),
    internalProcess: jsonb("internal_process").$type<ProcedureRecord["internalProcess"]>().notNull(),
    electronicProcess: jsonb("electronic_process").$type<ProcedureRecord["electronicProcess"]>().notNull(),
    fingerprint: text("fingerprint").notNull(),
    validFrom: date("valid_from").notNull(),
    reason: text("reason").notNull(),
    madeBy: uuid("made_by"),
    madeAt: moment("made_at").notNull(),
    // Worked out by the database: what the register is searched and narrowed by.
    wordsPlain: text("words_plain").generatedAlwaysAs(sql`procedure_words(name, field, keywords)`),
    missing: text("missing")
      .array()
      .$type<Requirement[]>()
      .generatedAlwaysAs(
        sql`procedure_missing(steps, methods, components, audience, implementing_agency, results)`,
      ),
    missingForms: integer("missing_forms").generatedAlwaysAs(sql`procedure_missing_forms(components)`),
  },
  (table) => [primaryKey({ columns: [table.procedureId, table.version] })],
);

export const procedureFormFile = pgTable("procedure_form_file", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  addedBy: uuid("added_by"),
  addedAt: moment("added_at").notNull(),
});

export const procedureVersionForm = pgTable(
  "procedure_version_form",
  {
    procedureId: uuid("procedure_id").notNull(),
    version: integer("version").notNull(),
    agencyId: uuid("agency_id").notNull(),
    fileId: uuid("file_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.procedureId, table.version, table.fileId] })],
);

export const procedureKiosk = pgTable("procedure_kiosk", {
  agencyId: uuid("agency_id").primaryKey(),
  message: text("message").notNull(),
  idleSeconds: integer("idle_seconds").notNull(),
  changedBy: uuid("changed_by"),
  changedAt: moment("changed_at").notNull(),
});

export interface MadeKnown {
  form: string;
  url: string | null;
  on: string;
}

export const procedureDecision = pgTable("procedure_decision", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  documentId: uuid("document_id").notNull(),
  effectiveOn: date("effective_on").notNull(),
  note: text("note").notNull(),
  state: text("state", { enum: ["draft", "confirmed"] }).notNull(),
  confirmedBy: uuid("confirmed_by"),
  confirmedAt: moment("confirmed_at"),
  madeKnown: jsonb("made_known").$type<MadeKnown[]>().notNull(),
  madeBy: uuid("made_by"),
  madeAt: moment("made_at").notNull(),
});

export const procedureDecisionRow = pgTable(
  "procedure_decision_row",
  {
    decisionId: uuid("decision_id").notNull(),
    place: integer("place").notNull(),
    agencyId: uuid("agency_id").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    action: text("action", { enum: ["new", "amended", "replaced", "repealed"] }).notNull(),
    replacesCode: text("replaces_code").notNull(),
    field: text("field").notNull(),
    level: text("level", { enum: ["ministry", "province", "district", "commune", "other"] }),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.place] })],
);

export const postingPlace = pgTable("posting_place", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  kind: text("kind", { enum: ["national", "case-system", "portal", "counter", "other"] }).notNull(),
  name: text("name").notNull(),
  workingDays: integer("working_days").notNull(),
  position: integer("position").notNull(),
  isUsed: boolean("is_used").notNull(),
});

export const postingProof = pgTable("posting_proof", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  procedureId: uuid("procedure_id").notNull(),
  placeId: uuid("place_id").notNull(),
  act: text("act", { enum: ["posted", "removed"] }).notNull(),
  version: integer("version").notNull(),
  seenOn: date("seen_on").notNull(),
  url: text("url"),
  note: text("note").notNull(),
  fileId: uuid("file_id"),
  fileName: text("file_name"),
  contentType: text("content_type"),
  snapshotId: uuid("snapshot_id"),
  recordedBy: uuid("recorded_by"),
  recordedAt: moment("recorded_at").notNull(),
  droppedAt: moment("dropped_at"),
  droppedBy: uuid("dropped_by"),
  droppedWhy: text("dropped_why"),
});

export const procedureImport = pgTable("procedure_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  isFull: boolean("is_full").notNull(),
  importedBy: uuid("imported_by"),
  importedAt: moment("imported_at").notNull(),
  undoneBy: uuid("undone_by"),
  undoneAt: moment("undone_at"),
});

export const procedureImportLine = pgTable(
  "procedure_import_line",
  {
    importId: uuid("import_id").notNull(),
    procedureId: uuid("procedure_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    versionBefore: integer("version_before"),
    versionAfter: integer("version_after").notNull(),
    stateBefore: jsonb("state_before").$type<StateFacts>(),
    stateAfter: jsonb("state_after").$type<StateFacts>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.procedureId] })],
);

type Written = Partial<Record<ProcedureKey, string>>;

export const procedureSnapshot = pgTable("procedure_snapshot", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  placeId: uuid("place_id").notNull(),
  asOf: date("as_of").notNull(),
  isFull: boolean("is_full").notNull(),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  sha256: text("sha256").notNull(),
  columns: jsonb("columns").$type<ProcedureKey[]>().notNull(),
  rejected: jsonb("rejected").$type<{ row: number; written: Written; errors: string[] }[]>().notNull(),
  takenBy: uuid("taken_by"),
  takenAt: moment("taken_at").notNull(),
  droppedBy: uuid("dropped_by"),
  droppedAt: moment("dropped_at"),
});

export const procedureSnapshotRow = pgTable(
  "procedure_snapshot_row",
  {
    snapshotId: uuid("snapshot_id").notNull(),
    line: integer("line").notNull(),
    agencyId: uuid("agency_id").notNull(),
    code: text("code").notNull(),
    written: jsonb("written").$type<Written>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.line] })],
);

export const lifeEvent = pgTable("life_event", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  slug: text("slug").notNull(),
  name: text("name").notNull(),
  side: text("side").$type<Side>().notNull(),
  summary: text("summary").notNull(),
  position: integer("position").notNull(),
  removedAt: moment("removed_at"),
  updatedAt: moment("updated_at").notNull(),
});

export const lifeEventProcedure = pgTable(
  "life_event_procedure",
  {
    agencyId: uuid("agency_id").notNull(),
    eventId: uuid("event_id").notNull(),
    procedureId: uuid("procedure_id").notNull(),
    position: integer("position").notNull(),
    note: text("note").notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.procedureId] })],
);
