export { type ContentInPeriod, contentInPeriod } from "./content-in-period.ts";
export { inheritContent } from "./inherit-content.ts";
export { type NewSuggestion, suggestContent, withdrawSuggestion } from "./suggestions/suggest-content.ts";
