import { boolean, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

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
  },
  (table) => [primaryKey({ columns: [table.kind, table.objectId] })],
);
