export { type ContentInPeriod, contentInPeriod } from "./content-in-period.ts";
export { inheritContent } from "./inherit-content.ts";
