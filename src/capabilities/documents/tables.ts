import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { SignedAs } from "#organization";
import type { FoundSignatures } from "#platform/official-document/signatures/signature-state.ts";
import type { WrittenDocument } from "./written-document.ts";

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
  slug: text("slug"),
  publishedAt: timestamp("published_at", { withTimezone: true }),
  publishedBy: uuid("published_by"),
  takenOffAt: timestamp("taken_off_at", { withTimezone: true }),
  takenOffReason: text("taken_off_reason"),
});

export const documentAmendment = pgTable(
  "document_amendment",
  {
    agencyId: uuid("agency_id").notNull(),
    documentId: uuid("document_id").notNull(),
    byId: uuid("by_id").notNull(),
    fromDay: date("from_day").notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull(),
    recordedBy: uuid("recorded_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.byId] })],
);

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

export const documentFile = pgTable("document_file", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  documentId: uuid("document_id").notNull(),
  fileName: text("file_name").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  addedAt: timestamp("added_at", { withTimezone: true }).notNull(),
  addedBy: uuid("added_by").notNull(),
  fullText: text("full_text"),
  unreadReason: text("unread_reason"),
  signatures: jsonb("signatures").$type<FoundSignatures>(),
  checkedAt: timestamp("checked_at", { withTimezone: true }).notNull(),
  endedAt: timestamp("ended_at", { withTimezone: true }),
  endedBy: uuid("ended_by"),
  endedReason: text("ended_reason"),
  replacedBy: uuid("replaced_by"),
});

export const documentFileWords = pgTable("document_file_words", {
  fileId: uuid("file_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  words: text("words").notNull(),
  wordsPlain: text("words_plain").notNull(),
});

export const documentImport = pgTable("document_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  importedBy: uuid("imported_by").notNull(),
  importedAt: timestamp("imported_at", { withTimezone: true }).notNull(),
  undoneBy: uuid("undone_by"),
  undoneAt: timestamp("undone_at", { withTimezone: true }),
});

export const documentImportLine = pgTable("document_import_line", {
  agencyId: uuid("agency_id").notNull(),
  importId: uuid("import_id").notNull(),
  documentId: uuid("document_id").primaryKey(),
  line: integer("line").notNull(),
  written: jsonb("written").$type<WrittenDocument>().notNull(),
});

export const documentImportRelation = pgTable(
  "document_import_relation",
  {
    agencyId: uuid("agency_id").notNull(),
    importId: uuid("import_id").notNull(),
    kind: text("kind").$type<"replaced" | "amended">().notNull(),
    documentId: uuid("document_id").notNull(),
    byId: uuid("by_id").notNull(),
    fromDay: date("from_day"),
  },
  (table) => [primaryKey({ columns: [table.importId, table.kind, table.documentId, table.byId] })],
);

export const documentPromptness = pgTable("document_promptness", {
  agencyId: uuid("agency_id").primaryKey(),
  workingDays: integer("working_days").notNull(),
  types: text("types").array().notNull(),
  fromDay: date("from_day").notNull(),
  setAt: timestamp("set_at", { withTimezone: true }).notNull(),
  setBy: uuid("set_by").notNull(),
});

export const trustedCertificate = pgTable("trusted_certificate", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  fingerprint: text("fingerprint").notNull(),
  pem: text("pem").notNull(),
  validFrom: timestamp("valid_from", { withTimezone: true }).notNull(),
  validTo: timestamp("valid_to", { withTimezone: true }).notNull(),
  addedAt: timestamp("added_at", { withTimezone: true }).notNull(),
  addedBy: uuid("added_by").notNull(),
  removedAt: timestamp("removed_at", { withTimezone: true }),
  removedBy: uuid("removed_by"),
  removedReason: text("removed_reason"),
});

export const documentKeptOff = pgTable("document_kept_off", {
  documentId: uuid("document_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  reason: text("reason").notNull(),
  markedBy: uuid("marked_by"),
  markedAt: timestamp("marked_at", { withTimezone: true }).notNull(),
});
