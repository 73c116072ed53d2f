export {
  type Agency,
  agencyById,
  type Person,
  peopleWithRole,
  personNames,
  type Unit,
  unitsOfAgency,
} from "./organization-queries.ts";
