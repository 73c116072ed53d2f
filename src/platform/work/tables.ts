import { bigint, customType, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

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

/** Entries that wait for their seal; filled by a trigger. */
export const auditUnsealed = pgTable("audit_unsealed", {
  number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
  entryId: uuid("entry_id").notNull(),
  since: timestamp("since", { withTimezone: true }).notNull().defaultNow(),
});

/** One seal for each entry, each chained to the one before; made by the database's `seal_audit` alone. */
export const auditSeal = pgTable("audit_seal", {
  /** 1, 2, 3 … without gaps. */
  position: bigint("position", { mode: "number" }).primaryKey(),
  entryId: uuid("entry_id").notNull(),
  entryAgencyId: uuid("entry_agency_id"),
  entryAt: timestamp("entry_at", { withTimezone: true }).notNull(),
  entryAct: text("entry_act").notNull(),
  digest: bytea("digest").notNull(),
  sealedAfter: timestamp("sealed_after", { withTimezone: true }),
  sealedAt: timestamp("sealed_at", { withTimezone: true }).notNull(),
  hash: bytea("hash").notNull(),
});
