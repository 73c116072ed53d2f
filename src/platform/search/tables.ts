import { customType, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const searchText = pgTable(
  "search_text",
  {
    agencyId: uuid("agency_id").notNull(),
    kind: text("kind").notNull(),
    objectId: uuid("object_id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    exact: tsvector("exact").notNull(),
    plain: tsvector("plain").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.objectId] })],
);
