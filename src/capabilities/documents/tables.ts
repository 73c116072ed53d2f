import { boolean, date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { SignedAs } from "#organization";

export const officialDocument = pgTable("official_document", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  number: text("number"),
  type: text("type").notNull(),
  issuedOn: date("issued_on"),
  issuer: text("issuer"),
  abstract: text("abstract"),
  effectiveFrom: date("effective_from"),
  effectiveTo: date("effective_to"),
  replacedBy: uuid("replaced_by"),
  url: text("url"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  outgoing: boolean("outgoing").notNull().default(false),
  keptBy: text("kept_by"),
  topic: text("topic"),
  toConfirm: boolean("to_confirm").notNull().default(false),
  confirmedBy: uuid("confirmed_by"),
  confirmedAt: timestamp("confirmed_at", { withTimezone: true }),
  signedAuthorityId: uuid("signed_authority_id"),
  signedAs: jsonb("signed_as").$type<SignedAs>(),
});

export const sharedDocument = pgTable(
  "shared_document",
  {
    agencyId: uuid("agency_id").notNull(),
    documentId: uuid("document_id").notNull(),
    receiverId: uuid("receiver_id").notNull(),
    sharedBy: uuid("shared_by").notNull(),
    sharedAt: timestamp("shared_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.receiverId] })],
);
