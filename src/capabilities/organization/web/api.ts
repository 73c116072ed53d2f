import { apiFor } from "#ui/api.ts";
import { organizationContract } from "../contract.ts";

export const api = apiFor({ organization: organizationContract });

export type PersonView = Awaited<ReturnType<typeof api.organization.listPeople.call>>["people"][number];
export type UnitView = Awaited<ReturnType<typeof api.organization.listUnits.call>>["units"][number];
export type AuditEntryView = Awaited<ReturnType<typeof api.organization.listAudit.call>>["entries"][number];
export type AuditSealed = Awaited<ReturnType<typeof api.organization.listAudit.call>>["sealed"];
export type AgencyView = Awaited<ReturnType<typeof api.organization.getAgency.call>>;
export type SubordinateView = Awaited<
  ReturnType<typeof api.organization.listAgencies.call>
>["agencies"][number];
export type SigningView = Awaited<
  ReturnType<typeof api.organization.listSigning.call>
>["authorities"][number];
export type NoticeSettings = Awaited<ReturnType<typeof api.organization.getNoticeSettings.call>>;
export type RightsReviewView = Awaited<ReturnType<typeof api.organization.rightsReview.call>>;
export type RightsReviewLineView = RightsReviewView["lines"][number];
