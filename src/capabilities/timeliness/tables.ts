import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { PublishedFigures } from "./publishing/published-figures.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const dossierImport = pgTable("dossier_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  period: text("period").notNull(),
  rowsRead: integer("rows_read").notNull(),
  rowsRejected: integer("rows_rejected").notNull(),
  added: integer("added").notNull(),
  changed: integer("changed").notNull(),
  unchanged: integer("unchanged").notNull(),
  importedBy: uuid("imported_by").notNull(),
  importedAt: moment("imported_at").notNull(),
  undoneBy: uuid("undone_by"),
  undoneAt: moment("undone_at"),
  kind: text("kind", { enum: ["dossiers", "counts"] })
    .notNull()
    .default("dossiers"),
  mode: text("mode", { enum: ["upsert", "snapshot"] })
    .notNull()
    .default("upsert"),
  absent: integer("absent").notNull().default(0),
});

const said = () => ({
  agencyId: uuid("agency_id").notNull(),
  code: text("code").notNull(),
  importId: uuid("import_id").notNull(),
  unit: text("unit").notNull(),
  unitKey: text("unit_key").notNull(),
  procedureCode: text("procedure_code").notNull(),
  procedureName: text("procedure_name").notNull(),
  field: text("field").notNull(),
  channel: text("channel").notNull(),
  isOnline: boolean("is_online").notNull(),
  receivedOn: date("received_on").notNull(),
  dueOn: date("due_on").notNull(),
  finishedOn: date("finished_on"),
  status: text("status", { enum: ["open", "paused", "closed", "resolved"] }).notNull(),
  paidOnline: boolean("paid_online"),
  digitised: boolean("digitised"),
  electronic: boolean("electronic"),
  circulated: boolean("circulated"),
  absent: boolean("absent").notNull().default(false),
});

export const dossier = pgTable("dossier", said(), (table) => [
  primaryKey({ columns: [table.agencyId, table.code] }),
]);

export const dossierFormer = pgTable(
  "dossier_former",
  { replacedBy: uuid("replaced_by").notNull(), ...said() },
  (table) => [primaryKey({ columns: [table.agencyId, table.replacedBy, table.code] })],
);

const counted = () => ({
  agencyId: uuid("agency_id").notNull(),
  period: text("period").notNull(),
  unitKey: text("unit_key").notNull(),
  /** Blank: all of them, as with the procedure. */
  field: text("field").notNull(),
  procedureCode: text("procedure_code").notNull(),
  importId: uuid("import_id").notNull(),
  unit: text("unit").notNull(),
  carriedOver: integer("carried_over").notNull(),
  filed: integer("filed").notNull(),
  early: integer("early").notNull(),
  onTime: integer("on_time").notNull(),
  late: integer("late").notNull(),
  inProgressOnTime: integer("in_progress_on_time").notNull(),
  inProgressOverdue: integer("in_progress_overdue").notNull(),
  paused: integer("paused").notNull(),
  closed: integer("closed").notNull(),
  online: integer("online"),
  owing: integer("owing"),
  paid: integer("paid"),
  electronic: integer("electronic"),
  digitised: integer("digitised"),
  /** In hundredths of a percent, as the system wrote it. */
  satisfaction: integer("satisfaction"),
  earlyIsOnTime: boolean("early_is_on_time").notNull(),
  source: text("source").notNull(),
});

export const dossierCount = pgTable("dossier_count", counted(), (table) => [
  primaryKey({
    columns: [table.agencyId, table.period, table.unitKey, table.field, table.procedureCode],
  }),
]);

export const dossierCountFormer = pgTable(
  "dossier_count_former",
  { replacedBy: uuid("replaced_by").notNull(), ...counted() },
  (table) => [
    primaryKey({
      columns: [
        table.agencyId,
        table.replacedBy,
        table.period,
        table.unitKey,
        table.field,
        table.procedureCode,
      ],
    }),
  ],
);

export const dossierSource = pgTable(
  "dossier_source",
  {
    agencyId: uuid("agency_id").notNull(),
    period: text("period").notNull(),
    unitKey: text("unit_key").notNull(),
    unit: text("unit").notNull(),
    source: text("source", { enum: ["dossiers", "counts"] }).notNull(),
    reason: text("reason").notNull(),
    saidBy: uuid("said_by").notNull(),
    saidAt: moment("said_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.period, table.unitKey] })],
);

export const dossierControl = pgTable(
  "dossier_control",
  {
    agencyId: uuid("agency_id").notNull(),
    period: text("period").notNull(),
    carriedOver: integer("carried_over").notNull(),
    filed: integer("filed").notNull(),
    resolved: integer("resolved").notNull(),
    pending: integer("pending").notNull(),
    paused: integer("paused").notNull(),
    withdrawn: integer("withdrawn").notNull(),
    source: text("source").notNull(),
    saidBy: uuid("said_by").notNull(),
    saidAt: moment("said_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.period] })],
);

export const apologyRule = pgTable("apology_rule", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  reasons: text("reasons").array().notNull(),
  daysBefore: smallint("days_before").notNull(),
  mostNewDates: smallint("most_new_dates").notNull(),
  signer: text("signer").notNull(),
  contact: text("contact").notNull(),
  ground: text("ground").notNull(),
  publicDays: smallint("public_days"),
  saidBy: uuid("said_by").notNull(),
  saidAt: moment("said_at").notNull(),
});

export const lateDossier = pgTable(
  "late_dossier",
  {
    agencyId: uuid("agency_id").notNull(),
    code: text("code").notNull(),
    reason: text("reason").notNull(),
    unit: text("unit").notNull(),
    newDueOn: date("new_due_on"),
    saidBy: uuid("said_by").notNull(),
    saidAt: moment("said_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.code] })],
);

export const apology = pgTable("apology", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  code: text("code").notNull(),
  unit: text("unit").notNull(),
  procedureCode: text("procedure_code").notNull(),
  procedureName: text("procedure_name").notNull(),
  receivedOn: date("received_on").notNull(),
  dueOn: date("due_on").notNull(),
  reason: text("reason").notNull(),
  explanation: text("explanation").notNull(),
  newDueOn: date("new_due_on"),
  daysBefore: smallint("days_before").notNull(),
  signer: text("signer").notNull(),
  contact: text("contact").notNull(),
  state: text("state", { enum: ["draft", "approved", "sent", "withdrawn"] }).notNull(),
  draftedBy: uuid("drafted_by").notNull(),
  draftedAt: moment("drafted_at").notNull(),
  approvedBy: uuid("approved_by"),
  approvedAt: moment("approved_at"),
  sentOn: date("sent_on"),
  sentHow: text("sent_how"),
  sentBy: uuid("sent_by"),
  withdrawnReason: text("withdrawn_reason"),
  publishedAt: moment("published_at"),
  publishedBy: uuid("published_by"),
  publicUntil: date("public_until"),
  removedAt: moment("removed_at"),
  /** Null with a moment: its time was over. */
  removedBy: uuid("removed_by"),
  removalReason: text("removal_reason"),
});

export const timelinessPublication = pgTable("timeliness_publication", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  period: text("period").notNull(),
  version: integer("version").notNull(),
  figures: jsonb("figures").$type<PublishedFigures>().notNull(),
  reason: text("reason").notNull(),
  publishedBy: uuid("published_by").notNull(),
  publishedAt: moment("published_at").notNull(),
});

export const serviceIndexImport = pgTable("service_index_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name"),
  added: integer("added").notNull(),
  changed: integer("changed").notNull(),
  importedBy: uuid("imported_by").notNull(),
  importedAt: moment("imported_at").notNull(),
  undoneBy: uuid("undone_by"),
  undoneAt: moment("undone_at"),
});

export const serviceIndexScore = pgTable("service_index_score", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  importId: uuid("import_id").notNull(),
  entity: text("entity").notNull(),
  scoredOn: date("scored_on").notNull(),
  total: integer("total"),
  transparency: integer("transparency"),
  progress: integer("progress"),
  digitisation: integer("digitisation"),
  online: integer("online"),
  satisfaction: integer("satisfaction"),
  url: text("url").notNull(),
});

export const timelinessPraise = pgTable(
  "timeliness_praise",
  {
    agencyId: uuid("agency_id").notNull(),
    period: text("period").notNull(),
    unitKey: text("unit_key").notNull(),
    unit: text("unit").notNull(),
    early: integer("early").notNull(),
    onTime: integer("on_time").notNull(),
    resolved: integer("resolved").notNull(),
    praisedBy: uuid("praised_by").notNull(),
    praisedAt: moment("praised_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.period, table.unitKey] })],
);
