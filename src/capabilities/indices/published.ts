/** What the public may know of indices; the portal reads nothing else. */
export { rankInWords, resultInWords, scoreInWords, views } from "./index-kind.ts";
export { PAGES_TAG } from "./publishing/pages-changed.ts";
export { type PublicIndex, publicIndices } from "./publishing/public-indices.ts";
export { type Line, rankLines, scoreLines } from "./series.ts";
export { EDGE, layOutSeries, markNames, markPoints } from "./series-layout.ts";
