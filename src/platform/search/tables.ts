import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const searchText = pgTable(
  "search_text",
  {
    agencyId: uuid("agency_id").notNull(),
    kind: text("kind").notNull(),
    objectId: uuid("object_id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    newest: boolean("newest").notNull(),
    title: text("title").notNull(),
    titlePlain: text("title_plain").notNull(),
    words: text("words").notNull(),
    wordsPlain: text("words_plain").notNull(),
    code: text("code"),
    address: text("address"),
    label: text("label").notNull(),
    shownTitle: text("shown_title").notNull(),
    shown: text("shown").notNull(),
    fields: text("fields").array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.objectId] })],
);

export const missedSearch = pgTable(
  "missed_search",
  {
    agencyId: uuid("agency_id").notNull(),
    day: date("day").notNull(),
    words: text("words").notNull(),
    times: integer("times").notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.day, table.words] })],
);

export const missedSearchDecision = pgTable(
  "missed_search_decision",
  {
    agencyId: uuid("agency_id").notNull(),
    words: text("words").notNull(),
    outcome: text("outcome").$type<"settled" | "suggested">().notNull(),
    note: text("note").notNull().default(""),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: timestamp("decided_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.words] })],
);
