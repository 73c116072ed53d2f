import { date, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { PeriodBasis } from "#platform/clock/reporting-period.ts";
import type { ExtraFigure, SentFigure, UnitReportState, UnitReportText } from "./unit-report.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** One for each period of a plan. */
export const unitReportRequest = pgTable("unit_report_request", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  planId: uuid("plan_id").notNull(),
  periodCode: text("period_code").notNull(),
  basis: text("basis").$type<PeriodBasis>().notNull(),
  periodFrom: date("period_from").notNull(),
  periodTo: date("period_to").notNull(),
  periodLabel: text("period_label").notNull(),
  dueOn: date("due_on").notNull(),
  note: text("note"),
  extras: jsonb("extras").$type<ExtraFigure[]>().notNull().default([]),
  askedBy: uuid("asked_by").notNull(),
  askedAt: moment("asked_at").notNull(),
  /** By the signing of the agency's own report. */
  lockedAt: moment("locked_at"),
  lockedReportId: uuid("locked_report_id"),
  reopenedAt: moment("reopened_at"),
  reopenedBy: uuid("reopened_by"),
  reopenReason: text("reopen_reason"),
});

/** One unit's answer to a request. */
export const unitReport = pgTable("unit_report", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  requestId: uuid("request_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  state: text("state").$type<UnitReportState>().notNull().default("asked"),
  askedAt: moment("asked_at").notNull(),
  textId: uuid("text_id"),
  sendingId: uuid("sending_id"),
  /** Working days behind the day it was due on, at the first sending. */
  lateDays: integer("late_days"),
});

/** Append-only. */
export const unitReportText = pgTable("unit_report_text", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitReportId: uuid("unit_report_id").notNull(),
  version: integer("version").notNull(),
  content: jsonb("content").$type<UnitReportText>().notNull(),
  writtenBy: uuid("written_by").notNull(),
  writtenAt: moment("written_at").notNull(),
});

/** One for each round; what was sent never changes, only how it was received. */
export const unitReportSending = pgTable("unit_report_sending", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitReportId: uuid("unit_report_id").notNull(),
  round: integer("round").notNull(),
  textId: uuid("text_id").notNull(),
  figures: jsonb("figures").$type<SentFigure[]>().notNull(),
  sentBy: uuid("sent_by").notNull(),
  sentAt: moment("sent_at").notNull(),
  returnedBy: uuid("returned_by"),
  returnedAt: moment("returned_at"),
  returnReason: text("return_reason"),
  acceptedBy: uuid("accepted_by"),
  acceptedAt: moment("accepted_at"),
});

/** Append-only; one a day. */
export const unitReportReminder = pgTable("unit_report_reminder", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  unitReportId: uuid("unit_report_id").notNull(),
  day: date("day").notNull(),
  /** Names of those it went to. */
  told: jsonb("told").$type<string[]>().notNull(),
  remindedBy: uuid("reminded_by").notNull(),
  remindedAt: moment("reminded_at").notNull(),
});

/** Append-only: one taking over into the agency's report, and the version that it made. */
export const unitReportGathering = pgTable("unit_report_gathering", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  requestId: uuid("request_id").notNull(),
  reportId: uuid("report_id").notNull(),
  textId: uuid("text_id").notNull(),
  gatheredBy: uuid("gathered_by").notNull(),
  gatheredAt: moment("gathered_at").notNull(),
});

/** Append-only: which sending of each unit. */
export const unitReportGathered = pgTable("unit_report_gathered", {
  gatheringId: uuid("gathering_id").notNull(),
  sendingId: uuid("sending_id").notNull(),
  agencyId: uuid("agency_id").notNull(),
});
