import { apiFor } from "#ui/api.ts";
import { siteContract } from "../contract.ts";

export const api = apiFor({ site: siteContract });

export type ReportQueue = Awaited<ReturnType<typeof api.site.reports.call>>;
export type PageReportView = ReportQueue["reports"][number];
export type BrokenLinks = Awaited<ReturnType<typeof api.site.brokenLinks.call>>;
export type Reviews = Awaited<ReturnType<typeof api.site.reviews.call>>;
export type SectionList = Awaited<ReturnType<typeof api.site.sections.call>>;
