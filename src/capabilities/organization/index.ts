export { actorOf } from "./actor-of.ts";
export { type NoticeText, notify } from "./notify.ts";
export {
  type Agency,
  agencyById,
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
export { SAMPLE_AGENCY_ID, sampleEmail, samplePersonId, sampleUnitId } from "./seed.ts";
export { type SignedAs, type SigningStanding, signingStanding } from "./signing-queries.ts";
