import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Verdict } from "./dossier.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A second person has accepted a product, in exactly this text. */
export const productAcceptance = pgTable("product_acceptance", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  revisionId: uuid("revision_id").notNull(),
  revisionHash: text("revision_hash").notNull(),
  verdict: text("verdict").$type<Verdict>().notNull(),
  remarks: text("remarks").notNull(),
  acceptedBy: uuid("accepted_by").notNull(),
  acceptedAt: moment("accepted_at").notNull(),
  endedAt: moment("ended_at"),
  endedBy: uuid("ended_by"),
  endedReason: text("ended_reason"),
});
