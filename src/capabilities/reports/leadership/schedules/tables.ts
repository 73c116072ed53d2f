import { date, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Every, ScheduleState, SentThing } from "./schedule.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const briefSchedule = pgTable("brief_schedule", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  what: text("what").$type<SentThing>().notNull(),
  every: text("every").$type<Every>().notNull(),
  day: smallint("day").notNull(),
  hour: smallint("hour").notNull(),
  state: text("state").$type<ScheduleState>().notNull(),
  since: moment("since").notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
});

export const briefSchedulePerson = pgTable("brief_schedule_person", {
  agencyId: uuid("agency_id").notNull(),
  scheduleId: uuid("schedule_id").notNull(),
  personId: uuid("person_id").notNull(),
});

/** Grows; only why it was withheld and that it was told of are added. */
export const briefSending = pgTable("brief_sending", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  scheduleId: uuid("schedule_id").notNull(),
  personId: uuid("person_id").notNull(),
  personName: text("person_name").notNull(),
  slot: date("slot").notNull(),
  periodCode: text("period_code").notNull(),
  dueAt: moment("due_at").notNull(),
  madeAt: moment("made_at").notNull(),
  mailId: uuid("mail_id"),
  withheld: text("withheld"),
  toldAt: moment("told_at"),
});
