import { date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { PickupKind } from "./pickup.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Where the press took up what the agency published. */
export const pressPickup = pgTable("press_pickup", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  itemId: uuid("item_id").notNull(),
  outletId: uuid("outlet_id"),
  outletName: text("outlet_name").notNull(),
  kind: text("kind").$type<PickupKind>().notNull(),
  title: text("title").notNull(),
  /** Null: printed or broadcast. */
  url: text("url"),
  /** By which the same is known, however its address was copied. */
  urlKey: text("url_key").notNull(),
  publishedOn: date("published_on").notNull(),
  note: text("note").notNull(),
  /** Title, press agency and address without diacritics. */
  search: text("search").notNull(),
  notedBy: uuid("noted_by").notNull(),
  notedAt: moment("noted_at").notNull(),
  /** Written down by mistake. */
  droppedAt: moment("dropped_at"),
  droppedBy: uuid("dropped_by"),
  droppedWhy: text("dropped_why"),
});

/** A picture that shows it. */
export const pressPickupProof = pgTable("press_pickup_proof", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  pickupId: uuid("pickup_id").notNull(),
  contentType: text("content_type").notNull(),
  bytes: integer("bytes").notNull(),
  sha256: text("sha256").notNull(),
  addedBy: uuid("added_by").notNull(),
  addedAt: moment("added_at").notNull(),
});
