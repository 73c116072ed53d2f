export { actorOf } from "./actor-of.ts";
export { chosenSigner, ownAuthority, signerNamed } from "./chosen-signer.ts";
export { type NoticeText, notify } from "./notify.ts";
export {
  type Agency,
  activeAgencies,
  agenciesBeside,
  agencyById,
  agencyBySlug,
  currentAgency,
  isPersonOfAgency,
  type Person,
  peopleOfAgency,
  peopleWithRole,
  personNames,
  portalBase,
  type Unit,
  unitsOfAgency,
  unitsWithRole,
} from "./organization-queries.ts";
export { peopleStanding } from "./people-standing.ts";
export { publicAgency } from "./published.ts";
export { endedMails, queueSealedMail } from "./queue-sealed-mail.ts";
export { recipientOf } from "./recipient-of.ts";
export { cancelUnitChange } from "./restructuring/cancel-unit-change.ts";
export { type ChangeTarget, recordUnitChange } from "./restructuring/record-unit-change.ts";
export { takeUnitChange, type UnitSuccession } from "./restructuring/take-unit-change.ts";
export { dueUnitChanges, unitChangeOf, unitChangesOf } from "./restructuring/unit-change-queries.ts";
export { type UnitHistory, unitHistory, withForebears } from "./restructuring/unit-history.ts";
export { SAMPLE_AGENCY_ID, sampleEmail, samplePersonId, sampleUnitId } from "./seed.ts";
export {
  type SignedAs,
  type SigningStanding,
  signedAsInWords,
  signersOf,
  signingStanding,
} from "./signing-queries.ts";
