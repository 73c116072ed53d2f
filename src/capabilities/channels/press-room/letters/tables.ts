import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { AcknowledgedHow, LetterState, MailState } from "./letter.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A letter that guides the press. */
export const pressLetter = pgTable("press_letter", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  title: text("title").notNull(),
  body: text("body").notNull(),
  state: text("state").$type<LetterState>().notNull(),
  madeBy: uuid("made_by").notNull(),
  madeAt: moment("made_at").notNull(),
  sentBy: uuid("sent_by"),
  sentAt: moment("sent_at"),
  /** By which account it is mailed; null: by hand. */
  accountId: uuid("account_id"),
});

export const pressLetterRecipient = pgTable("press_letter_recipient", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  letterId: uuid("letter_id").notNull(),
  contactId: uuid("contact_id").notNull(),
  acknowledgedAt: moment("acknowledged_at"),
  acknowledgedHow: text("acknowledged_how").$type<AcknowledgedHow>(),
});

/** Each mail of a letter: the letter itself, then what reminds of it. */
export const pressLetterMail = pgTable("press_letter_mail", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  recipientId: uuid("recipient_id").notNull(),
  round: integer("round").notNull(),
  state: text("state").$type<MailState>().notNull(),
  said: text("said").notNull().default(""),
  attempts: integer("attempts").notNull().default(0),
  dueAt: moment("due_at").notNull(),
  changedAt: moment("changed_at").notNull(),
});
