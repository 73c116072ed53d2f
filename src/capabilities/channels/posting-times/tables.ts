import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { PostingWindow } from "./posting-rule.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** When may be posted: of the agency (neither network nor account), of a network, or of one account. */
export const postingRule = pgTable("posting_rule", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  network: text("network"),
  accountId: uuid("account_id"),
  good: jsonb("good").$type<PostingWindow[]>(),
  closed: jsonb("closed").$type<PostingWindow[]>(),
  closedOnDaysOff: boolean("closed_on_days_off"),
  mostPerDay: integer("most_per_day"),
  mostPerDayInCampaign: integer("most_per_day_in_campaign"),
  minutesApart: integer("minutes_apart"),
  savedBy: uuid("saved_by"),
  savedAt: moment("saved_at").notNull(),
});

/** Days on which nothing is posted, with the reason. */
export const quietDays = pgTable("quiet_days", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  network: text("network"),
  accountId: uuid("account_id"),
  fromDay: date("from_day").notNull(),
  toDay: date("to_day").notNull(),
  reason: text("reason").notNull(),
  madeBy: uuid("made_by"),
  madeAt: moment("made_at").notNull(),
});
