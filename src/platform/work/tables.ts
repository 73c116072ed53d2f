import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Append-only: the serving role may insert and read, never change or delete. */
export const auditEntry = pgTable("audit_entry", {
  id: uuid("id").primaryKey(),
  at: timestamp("at", { withTimezone: true }).notNull(),
  agencyId: uuid("agency_id"),
  personId: uuid("person_id"),
  personName: text("person_name").notNull(),
  act: text("act").notNull(),
  objectKind: text("object_kind").notNull(),
  objectId: text("object_id").notNull(),
  before: jsonb("before"),
  after: jsonb("after"),
  reason: text("reason"),
});
