import { boolean, date, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Standing } from "./spokesperson.ts";

/** Who speaks for an agency, from when to when. */
export const spokesperson = pgTable("spokesperson", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  /** Null: somebody who has no account here. */
  personId: uuid("person_id"),
  name: text("name").notNull(),
  position: text("position").notNull(),
  standing: text("standing").$type<Standing>().notNull(),
  matter: text("matter").notNull(),
  topics: text("topics").notNull(),
  decision: text("decision").notNull(),
  decisionOn: date("decision_on"),
  fromDate: date("from_date").notNull(),
  /** Null: until another decision. */
  toDate: date("to_date"),
  endedReason: text("ended_reason"),
  phone: text("phone").notNull(),
  email: text("email").notNull(),
  isPublic: boolean("is_public").notNull(),
  madeBy: uuid("made_by"),
  madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
});
