import { jsonb, pgTable, smallint, timestamp, uuid } from "drizzle-orm/pg-core";

/** When the press room warns and when it stops an address; no row: the usual. */
export const pressLimit = pgTable("press_limit", {
  agencyId: uuid("agency_id").primaryKey(),
  warnedDays: jsonb("warned_days").$type<number[]>().notNull(),
  softMost: smallint("soft_most").notNull(),
  softDays: smallint("soft_days").notNull(),
  setBy: uuid("set_by").notNull(),
  setAt: timestamp("set_at", { withTimezone: true }).notNull(),
});
