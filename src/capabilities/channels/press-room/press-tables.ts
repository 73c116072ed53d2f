import {
  boolean,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { BounceKind } from "./bounces/bounce.ts";
import type { ContactBasis, OptOutHow, OutletKind, PressConsentHow } from "./outlet.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A press agency. */
export const pressOutlet = pgTable("press_outlet", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  kind: text("kind").$type<OutletKind>().notNull(),
  address: text("address").notNull(),
  phone: text("phone").notNull(),
  note: text("note").notNull(),
  isClosed: boolean("is_closed").notNull().default(false),
  madeBy: uuid("made_by"),
  madeAt: moment("made_at").notNull(),
});

/** An address at a press agency: the newsroom's own, or a journalist's. */
export const pressContact = pgTable("press_contact", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  outletId: uuid("outlet_id").notNull(),
  name: text("name").notNull(),
  jobTitle: text("job_title").notNull(),
  /** Null: the person asked to be removed. */
  email: text("email"),
  phone: text("phone").notNull(),
  basis: text("basis").$type<ContactBasis>().notNull(),
  isClosed: boolean("is_closed").notNull().default(false),
  optedOutAt: moment("opted_out_at"),
  optedOutHow: text("opted_out_how").$type<OptOutHow>(),
  /** Took no letters; written to no more until somebody says that it does. */
  suspendedAt: moment("suspended_at"),
  suspendedWhy: text("suspended_why"),
  /** What came back before counts no more. */
  trustedSince: moment("trusted_since"),
  erasedAt: moment("erased_at"),
  madeBy: uuid("made_by"),
  madeAt: moment("made_at").notNull(),
});

/** What was not taken, each once. */
export const pressBounce = pgTable("press_bounce", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  contactId: uuid("contact_id").notNull(),
  /** Of the letter: who got the release, the mail, or its own where a person wrote it down. */
  sourceId: uuid("source_id").notNull(),
  key: text("key").notNull(),
  kind: text("kind").$type<BounceKind>().notNull(),
  said: text("said").notNull(),
  at: moment("at").notNull(),
  /** How often a letter of the same to the same address had come back before. */
  round: smallint("round").notNull().default(0),
  recordedBy: uuid("recorded_by"),
});

/** That a person agreed to be written to; one in force at most. */
export const pressConsent = pgTable("press_consent", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  contactId: uuid("contact_id").notNull(),
  givenOn: date("given_on").notNull(),
  how: text("how").$type<PressConsentHow>().notNull(),
  keptAt: text("kept_at").notNull(),
  recordedBy: uuid("recorded_by"),
  recordedAt: moment("recorded_at").notNull(),
  withdrawnAt: moment("withdrawn_at"),
});

/** Addresses that get releases together. */
export const pressList = pgTable("press_list", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  name: text("name").notNull(),
  isClosed: boolean("is_closed").notNull().default(false),
  madeBy: uuid("made_by"),
  madeAt: moment("made_at").notNull(),
});

export const pressListMember = pgTable(
  "press_list_member",
  {
    listId: uuid("list_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.listId, table.contactId] })],
);

/** What a delivery to the press has beside the others. */
export const pressRelease = pgTable("press_release", {
  deliveryId: uuid("delivery_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  isAhead: boolean("is_ahead").notNull(),
});

/** To whom a release goes, frozen when that was chosen. */
export const pressRecipient = pgTable("press_recipient", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  deliveryId: uuid("delivery_id").notNull(),
  contactId: uuid("contact_id").notNull(),
  /** Null: the person asked to be removed. */
  address: text("address"),
  key: text("key").notNull(),
  addedAt: moment("added_at").notNull(),
});

export const pressAttachment = pgTable(
  "press_attachment",
  {
    deliveryId: uuid("delivery_id").notNull(),
    mediaId: uuid("media_id").notNull(),
    agencyId: uuid("agency_id").notNull(),
    place: integer("place").notNull(),
    /** As it was when the release went out; null: it did not. */
    fileId: uuid("file_id"),
    fileName: text("file_name"),
    contentType: text("content_type"),
    bytes: integer("bytes"),
    sha256: text("sha256"),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.mediaId] })],
);
