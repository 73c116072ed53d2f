import { boolean, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { EnquiryState, EnquiryWay } from "./enquiry.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** How long an agency takes at most to answer the press; no row: the usual. */
export const pressRule = pgTable("press_rule", {
  agencyId: uuid("agency_id").primaryKey(),
  answerHours: integer("answer_hours").notNull(),
  skipsDaysOff: boolean("skips_days_off").notNull(),
  warnHours: integer("warn_hours").notNull(),
  basis: text("basis").notNull(),
  setBy: uuid("set_by"),
  setAt: moment("set_at").notNull(),
});

/** What the press asks, and how that ended. */
export const pressEnquiry = pgTable("press_enquiry", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  outletId: uuid("outlet_id"),
  outletName: text("outlet_name").notNull(),
  contactId: uuid("contact_id"),
  askedBy: text("asked_by").notNull(),
  reach: text("reach").notNull(),
  way: text("way").$type<EnquiryWay>().notNull(),
  subject: text("subject").notNull(),
  questions: text("questions").notNull(),
  /** Subject, question and press agency without diacritics. */
  search: text("search").notNull(),
  receivedAt: moment("received_at").notNull(),
  dueAt: moment("due_at").notNull(),
  warnAt: moment("warn_at").notNull(),
  handlerId: uuid("handler_id").notNull(),
  state: text("state").$type<EnquiryState>().notNull(),
  closedAt: moment("closed_at"),
  closedBy: uuid("closed_by"),
  spokespersonId: uuid("spokesperson_id"),
  words: text("words").notNull().default(""),
  forwardedTo: text("forwarded_to").notNull().default(""),
  notedBy: uuid("noted_by").notNull(),
  notedAt: moment("noted_at").notNull(),
});

/** What came with a question or went with its answer. */
export const pressEnquiryFile = pgTable("press_enquiry_file", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  enquiryId: uuid("enquiry_id").notNull(),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  addedBy: uuid("added_by").notNull(),
  addedAt: moment("added_at").notNull(),
});
