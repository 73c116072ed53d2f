import {
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { SignedAs } from "#organization";
import type { PeriodBasis } from "#platform/clock/reporting-period.ts";
import type { ReportState } from "./report.ts";
import type { ReportText } from "./report-text.ts";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const report = pgTable("report", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  periodCode: text("period_code").notNull(),
  basis: text("basis").$type<PeriodBasis>().notNull(),
  periodFrom: date("period_from").notNull(),
  periodTo: date("period_to").notNull(),
  periodLabel: text("period_label").notNull(),
  state: text("state").$type<ReportState>().notNull().default("collecting"),
  freezeId: uuid("freeze_id"),
  textId: uuid("text_id"),
  openedBy: uuid("opened_by"),
  openedAt: moment("opened_at").notNull().defaultNow(),
  reviewedBy: uuid("reviewed_by"),
  reviewedAt: moment("reviewed_at"),
  signedOffBy: uuid("signed_off_by"),
  signedOffAt: moment("signed_off_at"),
  signedAuthorityId: uuid("signed_authority_id"),
  /** With what it was signed, as that was on the day. */
  signedAs: jsonb("signed_as").$type<SignedAs>(),
  submittedBy: uuid("submitted_by"),
  submittedAt: moment("submitted_at"),
  issuedNumber: text("issued_number"),
  issuedOn: date("issued_on"),
  documentId: uuid("document_id"),
});

/** Append-only. */
export const reportFreeze = pgTable("report_freeze", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  reportId: uuid("report_id").notNull(),
  collected: text("collected").notNull(),
  sha256: text("sha256").notNull(),
  frozenBy: uuid("frozen_by"),
  frozenAt: moment("frozen_at").notNull(),
});

/** Append-only. */
export const reportText = pgTable("report_text", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  reportId: uuid("report_id").notNull(),
  version: integer("version").notNull(),
  content: jsonb("content").$type<ReportText>().notNull(),
  writtenBy: uuid("written_by"),
  writtenAt: moment("written_at").notNull(),
  restoredFrom: integer("restored_from"),
  /** The freeze that this text was drafted from; null for what people wrote. */
  draftedFrom: uuid("drafted_from"),
});

/** Append-only. */
export const reportAcceptedNumber = pgTable("report_accepted_number", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  reportId: uuid("report_id").notNull(),
  freezeId: uuid("freeze_id").notNull(),
  place: text("place").notNull(),
  drafted: text("drafted").notNull(),
  written: text("written").notNull(),
  paragraph: text("paragraph").notNull(),
  reason: text("reason").notNull(),
  acceptedBy: uuid("accepted_by"),
  acceptedAt: moment("accepted_at").notNull(),
});

/** Append-only. */
export const reportSignedCopy = pgTable("report_signed_copy", {
  id: uuid("id").primaryKey(),
  reportId: uuid("report_id").notNull(),
  agencyId: uuid("agency_id").notNull(),
  file: bytea("file").notNull(),
  sha256: text("sha256").notNull(),
  recordedAt: moment("recorded_at").notNull(),
  fileName: text("file_name"),
  recordedBy: uuid("recorded_by"),
  signatureSeen: boolean("signature_seen"),
});

export * from "./leadership/schedules/tables.ts";
export * from "./unit-reports/tables.ts";
