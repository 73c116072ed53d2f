/** What the public may know of timeliness; the portal reads nothing else. */
export { type PublicApology, publicApologies, removalOf } from "./apologies/apology-queries.ts";
export { averageDays } from "./figures/measure-words.ts";
export { PAGES_TAG } from "./publishing/pages-changed.ts";
export { type Publication, publicationsOf } from "./publishing/publication-queries.ts";
