export { type ContentInPeriod, contentInPeriod } from "./content-in-period.ts";
