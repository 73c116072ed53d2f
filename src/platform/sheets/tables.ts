import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const sheetHead = pgTable(
  "sheet_head",
  {
    agencyId: uuid("agency_id").notNull(),
    list: text("list").notNull(),
    head: text("head").notNull(),
    field: text("field").notNull(),
    saidAt: timestamp("said_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.list, table.head] })],
);
