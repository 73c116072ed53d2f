import {
  boolean,
  date,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Unit, View } from "./index-kind.ts";

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
