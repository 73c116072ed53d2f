import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { FigureSource, Metric } from "./metric.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** What a source means by a number, in its own words as they stood. */
export const figureDefinition = pgTable("figure_definition", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  network: text("network").notNull(),
  metric: text("metric").$type<Metric>().notNull(),
  source: text("source").$type<FigureSource>().notNull(),
  name: text("name").notNull(),
  words: text("words").notNull(),
  version: integer("version").notNull(),
  since: moment("since").notNull(),
});

/** One number of one placement at a moment; added, never changed. */
export const figureReading = pgTable("figure_reading", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  placementId: uuid("placement_id").notNull(),
  metric: text("metric").$type<Metric>().notNull(),
  value: bigint("value", { mode: "number" }),
  takenAt: moment("taken_at").notNull(),
  dayOnly: boolean("day_only").notNull(),
  source: text("source").$type<FigureSource>().notNull(),
  definitionId: uuid("definition_id").notNull(),
  recordedBy: uuid("recorded_by"),
  recordedAt: moment("recorded_at").notNull(),
  supersedes: uuid("supersedes"),
  reason: text("reason"),
  consent: text("consent"),
  importId: uuid("import_id"),
});

/** Figures that came in from one file in one act. */
export const figureImport = pgTable("figure_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  sourceName: text("source_name").notNull(),
  importedBy: uuid("imported_by").notNull(),
  importedAt: moment("imported_at").notNull(),
  undoneBy: uuid("undone_by"),
  undoneAt: moment("undone_at"),
});

/** The newest number that stands of a placement and metric; the database keeps it with each reading. */
export const newestFigure = pgTable(
  "newest_figure",
  {
    placementId: uuid("placement_id").notNull(),
    metric: text("metric").$type<Metric>().notNull(),
    agencyId: uuid("agency_id").notNull(),
    readingId: uuid("reading_id").notNull(),
    value: bigint("value", { mode: "number" }).notNull(),
    takenAt: moment("taken_at").notNull(),
    dayOnly: boolean("day_only").notNull(),
    source: text("source").$type<FigureSource>().notNull(),
    definitionId: uuid("definition_id").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.placementId, table.metric] })],
);

/** When a network is asked again for the figures of a placement. */
export const figureWatch = pgTable("figure_watch", {
  placementId: uuid("placement_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  accountId: uuid("account_id").notNull(),
  nextAt: moment("next_at"),
  askedAt: moment("asked_at"),
  missedTimes: integer("missed_times").notNull().default(0),
  remoteId: text("remote_id"),
});

/** What a network does not tell, by its own name for it. */
export type MissingFigures = Record<string, { metric: Metric; since: string; why: string; retryAt: string }>;

/** How reading figures under an account goes. */
export const figureSource = pgTable("figure_source", {
  accountId: uuid("account_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  heldUntil: moment("held_until"),
  failures: integer("failures").notNull().default(0),
  trouble: text("trouble"),
  missing: jsonb("missing").$type<MissingFigures>().notNull().default({}),
});
