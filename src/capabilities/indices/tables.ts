import {
  boolean,
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { KeptResult } from "./importing/kept-result.ts";
import type { Unit, View } from "./index-kind.ts";
import type { SheetState } from "./self-scoring/sheet-state.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const indexKind = pgTable("index_kind", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  shortName: text("short_name").notNull(),
  name: text("name").notNull(),
  publisher: text("publisher").notNull(),
  view: text("view").$type<View>().notNull(),
  unit: text("unit").$type<Unit>().notNull(),
  most: numeric("most").notNull(),
  /** The editions from which it is measured in another way. */
  breaks: integer("breaks").array().notNull().default([]),
  note: text("note").notNull().default(""),
  madeAt: moment("made_at").notNull(),
  /** Null: the portal does not show it. */
  publicSince: moment("public_since"),
  publicBy: uuid("public_by"),
});

export const indexComponent = pgTable("index_component", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  indexId: uuid("index_id").notNull(),
  number: integer("number").notNull(),
  name: text("name").notNull(),
  most: numeric("most"),
  themes: text("themes").array().notNull().default([]),
});

export const indexComponentObligation = pgTable(
  "index_component_obligation",
  {
    agencyId: uuid("agency_id").notNull(),
    componentId: uuid("component_id").notNull(),
    obligationId: uuid("obligation_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.componentId, table.obligationId] })],
);

export const indexEntity = pgTable("index_entity", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  validFrom: date("valid_from"),
  validTo: date("valid_to"),
});

export const indexResult = pgTable("index_result", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  indexId: uuid("index_id").notNull(),
  entityId: uuid("entity_id").notNull(),
  /** Null: the index as a whole. */
  componentId: uuid("component_id"),
  edition: integer("edition").notNull(),
  /** With the decimals that were published. */
  score: numeric("score"),
  rank: integer("rank"),
  ranked: integer("ranked"),
  publishedOn: date("published_on"),
  source: text("source").notNull(),
  url: text("url"),
  isCertain: boolean("is_certain").notNull(),
  note: text("note").notNull().default(""),
  /** Null: came with the sample. */
  recordedBy: uuid("recorded_by"),
  recordedAt: moment("recorded_at").notNull(),
});

/** Results that came in from one sheet. */
export const indexImport = pgTable("index_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  added: integer("added").notNull(),
  changed: integer("changed").notNull(),
  importedBy: uuid("imported_by").notNull(),
  importedAt: moment("imported_at").notNull(),
  undoneBy: uuid("undone_by"),
  undoneAt: moment("undone_at"),
});

export const indexImportLine = pgTable(
  "index_import_line",
  {
    agencyId: uuid("agency_id").notNull(),
    importId: uuid("import_id").notNull(),
    resultId: uuid("result_id").notNull(),
    /** Null: the line brought the result. */
    before: jsonb("before").$type<KeptResult>(),
    after: jsonb("after").$type<KeptResult>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.resultId] })],
);

export const indexTarget = pgTable("index_target", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  indexId: uuid("index_id").notNull(),
  entityId: uuid("entity_id").notNull(),
  edition: integer("edition").notNull(),
  score: numeric("score"),
  rank: integer("rank"),
  source: text("source").notNull(),
});

/** The agency scores itself by the criteria of an index. */
export const selfScore = pgTable("self_score", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  indexId: uuid("index_id").notNull(),
  name: text("name").notNull(),
  edition: integer("edition").notNull(),
  state: text("state").$type<SheetState>().notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
  submittedBy: uuid("submitted_by"),
  submittedAt: moment("submitted_at"),
});

/** Points are hundredths. */
export const selfScoreCriterion = pgTable("self_score_criterion", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  sheetId: uuid("sheet_id").notNull(),
  position: integer("position").notNull(),
  number: text("number").notNull(),
  name: text("name").notNull(),
  most: integer("most").notNull(),
  claimed: integer("claimed"),
  words: text("words").notNull().default(""),
  gap: text("gap").notNull().default(""),
  changedBy: uuid("changed_by"),
  changedAt: moment("changed_at"),
});

export const selfScoreProof = pgTable("self_score_proof", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  criterionId: uuid("criterion_id").notNull(),
  evidenceId: uuid("evidence_id"),
  label: text("label").notNull(),
  url: text("url"),
  addedBy: uuid("added_by").notNull(),
  addedAt: moment("added_at").notNull(),
});

export const selfScoreRound = pgTable("self_score_round", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  sheetId: uuid("sheet_id").notNull(),
  number: integer("number").notNull(),
  appraiser: text("appraiser").notNull(),
  document: text("document").notNull().default(""),
  heldOn: date("held_on").notNull(),
  recordedBy: uuid("recorded_by").notNull(),
  recordedAt: moment("recorded_at").notNull(),
});

export const selfScoreMark = pgTable(
  "self_score_mark",
  {
    agencyId: uuid("agency_id").notNull(),
    sheetId: uuid("sheet_id").notNull(),
    roundId: uuid("round_id").notNull(),
    criterionId: uuid("criterion_id").notNull(),
    points: integer("points").notNull(),
    words: text("words").notNull().default(""),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.criterionId] })],
);
