export { resultsPublishedBetween } from "./index-queries.ts";
