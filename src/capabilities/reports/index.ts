export { type Report, reportsOfAgency } from "./report-queries.ts";
