import { integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { AcknowledgedHow, LetterState, MailKind, MailState } from "./letter.ts";

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
  withdrawnAt: moment("withdrawn_at"),
  withdrawnBy: uuid("withdrawn_by"),
  withdrawnWhy: text("withdrawn_why"),
  /** The letter whose place it takes, and why. */
  replacesId: uuid("replaces_id"),
  replacesWhy: text("replaces_why"),
});

/** A file of the library that goes with a letter. */
export const pressLetterAttachment = pgTable(
  "press_letter_attachment",
  {
    letterId: uuid("letter_id").notNull(),
    mediaId: uuid("media_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    place: integer("place").notNull(),
    /** As it was when the letter was sent; null: it was not. */
    fileId: uuid("file_id"),
    fileName: text("file_name"),
    contentType: text("content_type"),
    bytes: integer("bytes"),
    sha256: text("sha256"),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.mediaId] })],
);

export const pressLetterRecipient = pgTable("press_letter_recipient", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  letterId: uuid("letter_id").notNull(),
  contactId: uuid("contact_id").notNull(),
  acknowledgedAt: moment("acknowledged_at"),
  acknowledgedHow: text("acknowledged_how").$type<AcknowledgedHow>(),
});

/** Each mail of a letter: the letter itself, what reminds of it, what takes it back. */
export const pressLetterMail = pgTable("press_letter_mail", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  recipientId: uuid("recipient_id").notNull(),
  round: integer("round").notNull(),
  kind: text("kind").$type<MailKind>().notNull(),
  messageId: text("message_id"),
  state: text("state").$type<MailState>().notNull(),
  said: text("said").notNull().default(""),
  attempts: integer("attempts").notNull().default(0),
  dueAt: moment("due_at").notNull(),
  changedAt: moment("changed_at").notNull(),
});
