export { resultsPublishedBetween } from "./index-queries.ts";
export { publicIndices } from "./published.ts";
