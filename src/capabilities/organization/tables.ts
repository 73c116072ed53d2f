import { sql } from "drizzle-orm";
import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Role } from "#platform/auth/actor.ts";
import type { DigestRhythm } from "./notices/notice-hours.ts";
import type { MailWay } from "./notices/notice-preferences.ts";
import type { UnitChangeKind } from "./restructuring/unit-change.ts";
import type { ReviewedKind, ReviewMark, ReviewOutcome } from "./rights-review/rights-review.ts";
import type { WrittenPerson, WrittenUnit } from "./roster-imports/written-roster.ts";
import type { SignedInBy } from "./session-beginning.ts";
import type { SigningForm, SigningScope } from "./signing-authority.ts";

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
  openingHours: text("opening_hours"),
  hotline: text("hotline"),
  isSample: boolean("is_sample").notNull().default(false),
  active: boolean("active").notNull().default(true),
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
  /** First day of a unit that came into being by a change; null: it was always there. */
  openedOn: date("opened_on"),
});

export const unitChange = pgTable("unit_change", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  kind: text("kind").$type<UnitChangeKind>().notNull(),
  takesEffectOn: date("takes_effect_on").notNull(),
  decisionNumber: text("decision_number").notNull(),
  decidedOn: date("decided_on").notNull(),
  recordedBy: uuid("recorded_by"),
  recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull(),
  tookEffectAt: timestamp("took_effect_at", { withTimezone: true }),
});

export const unitChangeSource = pgTable("unit_change_source", {
  agencyId: uuid("agency_id").notNull(),
  changeId: uuid("change_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  nameBefore: text("name_before"),
  shortNameBefore: text("short_name_before"),
});

export const unitChangeTarget = pgTable("unit_change_target", {
  agencyId: uuid("agency_id").notNull(),
  changeId: uuid("change_id").notNull(),
  position: integer("position").notNull(),
  unitId: uuid("unit_id"),
  name: text("name"),
  shortName: text("short_name"),
  kind: text("kind").$type<"leadership" | "office" | "division" | "affiliated">(),
});

export const unitChangePerson = pgTable("unit_change_person", {
  agencyId: uuid("agency_id").notNull(),
  changeId: uuid("change_id").notNull(),
  personId: uuid("person_id").notNull(),
  position: integer("position").notNull(),
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
  /** Last day at the agency. */
  leavesOn: date("leaves_on"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

export const rosterImport = pgTable("roster_import", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  fileName: text("file_name").notNull(),
  importedBy: uuid("imported_by").notNull(),
  importedAt: timestamp("imported_at", { withTimezone: true }).notNull().defaultNow(),
  undoneBy: uuid("undone_by"),
  undoneAt: timestamp("undone_at", { withTimezone: true }),
});

/** Made either a unit or a person. */
export const rosterImportLine = pgTable("roster_import_line", {
  agencyId: uuid("agency_id").notNull(),
  importId: uuid("import_id").notNull(),
  line: integer("line").notNull(),
  unitId: uuid("unit_id"),
  personId: uuid("person_id"),
  written: jsonb("written").$type<WrittenUnit | WrittenPerson>().notNull(),
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

export const sharedContact = pgTable("shared_contact", {
  agencyId: uuid("agency_id").notNull(),
  appointmentId: uuid("appointment_id").primaryKey(),
  matter: text("matter"),
  showsPhone: boolean("shows_phone").notNull(),
  showsEmail: boolean("shows_email").notNull(),
  sharedBy: uuid("shared_by").notNull(),
  sharedAt: timestamp("shared_at", { withTimezone: true }).notNull(),
});

/** Only its end is ever changed. */
export const signingAuthority = pgTable("signing_authority", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  personId: uuid("person_id").notNull(),
  form: text("form").$type<SigningForm>().notNull(),
  headTitle: text("head_title").notNull(),
  ownTitle: text("own_title"),
  scope: text("scope").$type<SigningScope>().notNull(),
  fromDate: date("from_date").notNull(),
  toDate: date("to_date"),
  decisionNumber: text("decision_number").notNull(),
  decidedOn: date("decided_on").notNull(),
  recordedBy: uuid("recorded_by"),
  recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull(),
  endedBy: uuid("ended_by"),
  endedAt: timestamp("ended_at", { withTimezone: true }),
  endReason: text("end_reason"),
});

export const authUser = pgTable("auth_user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

export const authSession = pgTable("auth_session", {
  id: text("id").primaryKey(),
  userId: text("user_id").notNull(),
  token: text("token").notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  ipAddress: text("ip_address"),
  userAgent: text("user_agent"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull().defaultNow(),
  confirmedAt: timestamp("confirmed_at", { withTimezone: true }).notNull().defaultNow(),
  signedInBy: text("signed_in_by").$type<SignedInBy>().notNull().default("password"),
  /** Who let the session in, and the token by which it is ended there; null: it began here. */
  providerKey: text("provider_key"),
  sealedIdToken: text("sealed_id_token"),
});

export const authAccount = pgTable("auth_account", {
  id: text("id").primaryKey(),
  userId: text("user_id").notNull(),
  accountId: text("account_id").notNull(),
  providerId: text("provider_id").notNull(),
  accessToken: text("access_token"),
  refreshToken: text("refresh_token"),
  idToken: text("id_token"),
  accessTokenExpiresAt: timestamp("access_token_expires_at", { withTimezone: true }),
  refreshTokenExpiresAt: timestamp("refresh_token_expires_at", { withTimezone: true }),
  scope: text("scope"),
  password: text("password"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

/** The last passwords of an account, hashed; written by the database alone. */
export const authPassword = pgTable("auth_password", {
  id: uuid("id").primaryKey().defaultRandom(),
  userId: text("user_id").notNull(),
  hash: text("hash").notNull(),
  setAt: timestamp("set_at", { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});

export const authTwoFactor = pgTable("auth_two_factor", {
  id: text("id").primaryKey(),
  userId: text("user_id").notNull(),
  secret: text("secret").notNull(),
  backupCodes: text("backup_codes").notNull(),
  verified: boolean("verified").notNull().default(false),
  failedVerificationCount: integer("failed_verification_count").notNull().default(0),
  lockedUntil: timestamp("locked_until", { withTimezone: true }),
  usedCode: text("used_code"),
});

export const authPasskey = pgTable("auth_passkey", {
  id: text("id").primaryKey(),
  userId: text("user_id").notNull(),
  name: text("name"),
  publicKey: text("public_key").notNull(),
  credentialID: text("credential_id").notNull(),
  counter: bigint("counter", { mode: "number" }).notNull(),
  deviceType: text("device_type").notNull(),
  backedUp: boolean("backed_up").notNull(),
  transports: text("transports"),
  aaguid: text("aaguid"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

export const authVerification = pgTable("auth_verification", {
  id: text("id").primaryKey(),
  identifier: text("identifier").notNull(),
  value: text("value").notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

export const signInFailure = pgTable("sign_in_failure", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull(),
  address: text("address").notNull(),
  at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
});

export const signInRule = pgTable("sign_in_rule", {
  agencyId: uuid("agency_id").primaryKey(),
  secondFactorRoles: text("second_factor_roles").array().$type<Role[]>().notNull(),
  secondFactorFrom: date("second_factor_from").notNull(),
});

export const passwordRule = pgTable("password_rule", {
  agencyId: uuid("agency_id").primaryKey(),
  minLength: integer("min_length").notNull(),
  kinds: integer("kinds").notNull(),
  remembered: integer("remembered").notNull(),
  maxDays: integer("max_days"),
  refusedWords: text("refused_words").array().notNull().default([]),
});

export const signInProvider = pgTable("sign_in_provider", {
  agencyId: uuid("agency_id").primaryKey(),
  name: text("name").notNull(),
  issuer: text("issuer").notNull(),
  clientId: text("client_id").notNull(),
  sealedSecret: text("sealed_secret").notNull(),
  domains: text("domains").array().notNull(),
  twoFactorValues: text("two_factor_values").array().notNull().default([]),
  active: boolean("active").notNull(),
});

export const providerLink = pgTable("provider_link", {
  issuer: text("issuer").notNull(),
  subject: text("subject").notNull(),
  personId: uuid("person_id").notNull(),
  agencyId: uuid("agency_id").notNull(),
  linkedAt: timestamp("linked_at", { withTimezone: true }).notNull(),
  unlinkedAt: timestamp("unlinked_at", { withTimezone: true }),
});

export const firstRunCode = pgTable("first_run_code", {
  onlyRow: boolean("only_row").primaryKey().default(true),
  codeHash: text("code_hash").notNull(),
  madeAt: timestamp("made_at", { withTimezone: true }).notNull().defaultNow(),
});

export const notice = pgTable("notice", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  personId: uuid("person_id").notNull(),
  cause: text("cause").notNull(),
  kind: text("kind").notNull(),
  title: text("title").notNull(),
  href: text("href").notNull(),
  at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
  readAt: timestamp("read_at", { withTimezone: true }),
  /** Its matter was looked up again before it left the application, and needs nobody any more. */
  settledAt: timestamp("settled_at", { withTimezone: true }),
  settledWhy: text("settled_why"),
});

export const mail = pgTable("mail", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id"),
  recipient: text("recipient").notNull(),
  subject: text("subject").notNull(),
  body: text("body").notNull(),
  state: text("state")
    .$type<"pending" | "sending" | "sent" | "unknown" | "refused" | "unneeded">()
    .notNull()
    .default("pending"),
  attempts: integer("attempts").notNull().default(0),
  dueAt: timestamp("due_at", { withTimezone: true }).notNull().defaultNow(),
  lastError: text("last_error"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  sentAt: timestamp("sent_at", { withTimezone: true }),
});

export const noticePreference = pgTable("notice_preference", {
  agencyId: uuid("agency_id").notNull(),
  personId: uuid("person_id").notNull(),
  kind: text("kind").notNull(),
  /** Null: as the agency says. */
  mail: text("mail").$type<MailWay>(),
  /** Null: likewise. */
  push: boolean("push"),
});

/** Minutes count from midnight in Việt Nam. */
export const noticeHours = pgTable("notice_hours", {
  personId: uuid("person_id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  quiet: boolean("quiet").notNull(),
  quietFrom: integer("quiet_from").notNull(),
  quietTo: integer("quiet_to").notNull(),
  quietDaysOff: boolean("quiet_days_off").notNull(),
  digest: text("digest").$type<DigestRhythm>().notNull(),
  pushDiscreet: boolean("push_discreet").notNull().default(false),
});

/** Of an agency's people who have chosen nothing; null: as usual. */
export const noticeDefault = pgTable("notice_default", {
  agencyId: uuid("agency_id").notNull(),
  kind: text("kind").notNull(),
  mail: text("mail").$type<MailWay>(),
  push: boolean("push"),
});

export const noticeHoursDefault = pgTable("notice_hours_default", {
  agencyId: uuid("agency_id").primaryKey(),
  quiet: boolean("quiet").notNull(),
  quietFrom: integer("quiet_from").notNull(),
  quietTo: integer("quiet_to").notNull(),
  quietDaysOff: boolean("quiet_days_off").notNull(),
  digest: text("digest").$type<DigestRhythm>().notNull(),
  pushDiscreet: boolean("push_discreet").notNull(),
});

export const noticeSending = pgTable("notice_sending", {
  noticeId: uuid("notice_id").notNull(),
  way: text("way").$type<"mail" | "push">().notNull(),
  agencyId: uuid("agency_id").notNull(),
  state: text("state").$type<"waiting" | "handed-over" | "dropped">().notNull().default("waiting"),
  dueAt: timestamp("due_at", { withTimezone: true }).notNull(),
  mailId: uuid("mail_id"),
});

/** A browser that takes notices while no page is open; the keys are the browser's. */
export const pushDevice = pgTable("push_device", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  personId: uuid("person_id").notNull(),
  endpoint: text("endpoint").notNull(),
  publicKey: text("public_key").notNull(),
  authSecret: text("auth_secret").notNull(),
  name: text("name").notNull(),
  addedAt: timestamp("added_at", { withTimezone: true }).notNull().defaultNow(),
  lastSentAt: timestamp("last_sent_at", { withTimezone: true }),
  lastError: text("last_error"),
});

export const rightsReviewRule = pgTable("rights_review_rule", {
  agencyId: uuid("agency_id").primaryKey(),
  /** 1 to 12; null: a review is never asked for by itself. */
  month: integer("month"),
});

export const rightsReview = pgTable("rights_review", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  basis: text("basis").notNull(),
  asOf: date("as_of").notNull(),
  dueOn: date("due_on").notNull(),
  openedBy: uuid("opened_by").notNull(),
  openedAt: timestamp("opened_at", { withTimezone: true }).notNull(),
  closedBy: uuid("closed_by"),
  closedAt: timestamp("closed_at", { withTimezone: true }),
  conclusion: text("conclusion"),
  givenSince: text("given_since").array().notNull().default([]),
  cancelledBy: uuid("cancelled_by"),
  cancelledAt: timestamp("cancelled_at", { withTimezone: true }),
  cancelReason: text("cancel_reason"),
});

/** Frozen but for what is decided of it; `subjectId` is the appointment, the authority or the person, by kind. */
export const rightsReviewLine = pgTable("rights_review_line", {
  id: uuid("id").primaryKey(),
  agencyId: uuid("agency_id").notNull(),
  reviewId: uuid("review_id").notNull(),
  position: integer("position").notNull(),
  kind: text("kind").$type<ReviewedKind>().notNull(),
  subjectId: uuid("subject_id").notNull(),
  personId: uuid("person_id").notNull(),
  personName: text("person_name").notNull(),
  jobTitle: text("job_title"),
  role: text("role").$type<Role>(),
  unitId: uuid("unit_id"),
  unitName: text("unit_name"),
  authority: text("authority"),
  fromDate: date("from_date"),
  toDate: date("to_date"),
  lastSignIn: date("last_sign_in"),
  marks: text("marks").array().$type<ReviewMark[]>().notNull(),
  proposedBy: uuid("proposed_by"),
  proposedAt: timestamp("proposed_at", { withTimezone: true }),
  proposal: text("proposal"),
  outcome: text("outcome").$type<ReviewOutcome>(),
  reason: text("reason"),
  newRole: text("new_role").$type<Role>(),
  newUnitId: uuid("new_unit_id"),
  decidedBy: uuid("decided_by"),
  decidedAt: timestamp("decided_at", { withTimezone: true }),
  stateAtClose: text("state_at_close"),
  leftReason: text("left_reason"),
});
