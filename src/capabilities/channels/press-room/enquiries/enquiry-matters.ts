import { and, eq, inArray } from "drizzle-orm";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { pressEnquiry } from "../../tables.ts";
import type { Enquiry } from "./enquiry-queries.ts";

const ofEnquiry = (why: (row: Enquiry, about: string[]) => string | null) =>
  byFirstId<Enquiry>(
    (q, ids, agencyId) =>
      q
        .select()
        .from(pressEnquiry)
        .where(and(eq(pressEnquiry.agencyId, agencyId), inArray(pressEnquiry.id, ids))),
    (row, { about }) => (row?.state === "open" ? why(row, about) : "Yêu cầu của báo chí đã khép lại."),
  );

/** What the log of enquiries tells of, looked up again. */
export const enquiryMatters: NoticeMatters = {
  "press-enquiry": ofEnquiry((row, about) =>
    row.handlerId === about[1] ? null : "Yêu cầu đã giao người khác theo dõi.",
  ),
  "press-enquiry-due": ofEnquiry(() => null),
  "press-enquiry-late": ofEnquiry(() => null),
};
