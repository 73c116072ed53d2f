import { date, jsonb, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";

/** Who may sign in to an official account, since and until when. */
export const accountAdministrator = pgTable("account_administrator", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  accountId: uuid("account_id").notNull(),
  personId: uuid("person_id").notNull(),
  since: date("since").notNull(),
  until: date("until"),
  addedBy: uuid("added_by").notNull(),
  addedAt: timestamp("added_at", { withTimezone: true }).notNull(),
  endedBy: uuid("ended_by"),
});

/** When the end of the way in to an account is told; no row: the usual. */
export const connectionWarning = pgTable("connection_warning", {
  agencyId: uuid("agency_id").primaryKey(),
  warnedDays: jsonb("warned_days").$type<number[]>().notNull(),
  setBy: uuid("set_by").notNull(),
  setAt: timestamp("set_at", { withTimezone: true }).notNull(),
});
