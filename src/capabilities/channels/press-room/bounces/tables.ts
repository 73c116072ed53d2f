import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ReturnVerdict } from "./bounce.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** The mailbox to which letters of an account come back. */
export const pressMailbox = pgTable("press_mailbox", {
  accountId: uuid("account_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  address: text("address").notNull(),
  /** Each letter has a return address of its own under it. */
  usesTags: boolean("uses_tags").notNull(),
  host: text("host").notNull(),
  port: integer("port").notNull(),
  folder: text("folder").notNull(),
  sealed: text("sealed").notNull(),
  savedBy: uuid("saved_by").notNull(),
  savedAt: moment("saved_at").notNull(),
  uidValidity: text("uid_validity"),
  lastUid: bigint("last_uid", { mode: "number" }).notNull().default(0),
  lastReadAt: moment("last_read_at"),
  failingSince: moment("failing_since"),
  why: text("why"),
});

/** What came back by mail and was ours, each once. */
export const pressReturn = pgTable("press_return", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  accountId: uuid("account_id").notNull(),
  uidValidity: text("uid_validity").notNull(),
  uid: bigint("uid", { mode: "number" }).notNull(),
  messageKey: text("message_key").notNull(),
  verdict: text("verdict").$type<ReturnVerdict>().notNull(),
  contactId: uuid("contact_id").notNull(),
  said: text("said").notNull(),
  at: moment("at").notNull(),
});
