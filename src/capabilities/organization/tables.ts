import { boolean, date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Role } from "#platform/auth/actor.ts";

export const agency = pgTable("agency", {
  id: uuid("id").primaryKey(),
  parentId: uuid("parent_id"),
  kind: text("kind").$type<"province" | "department" | "commune">().notNull(),
  name: text("name").notNull(),
  superiorName: text("superior_name"),
  symbol: text("symbol").notNull(),
  place: text("place").notNull(),
  slug: text("slug").notNull(),
  address: text("address"),
  phone: text("phone"),
  email: text("email"),
  isSample: boolean("is_sample").notNull().default(false),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

export const unit = pgTable("unit", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  kind: text("kind").$type<"leadership" | "office" | "division" | "affiliated">().notNull(),
  name: text("name").notNull(),
  shortName: text("short_name").notNull(),
  slug: text("slug").notNull(),
  position: integer("position").notNull(),
  closedOn: date("closed_on"),
});

export const person = pgTable("person", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  email: text("email").notNull(),
  phone: text("phone"),
  jobTitle: text("job_title"),
  userId: text("user_id"),
  active: boolean("active").notNull().default(true),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

export const appointment = pgTable("appointment", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  personId: uuid("person_id").notNull(),
  unitId: uuid("unit_id"),
  role: text("role").$type<Role>().notNull(),
  fromDate: date("from_date").notNull(),
  toDate: date("to_date"),
});
