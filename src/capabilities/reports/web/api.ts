import { planContract } from "#plan/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { reportsContract } from "../contract.ts";

export const api = apiFor({ reports: reportsContract, plan: planContract });

type Of = Answers<typeof reportsContract>;

export type ReportView = Of["get"];
export type TextVersion = NonNullable<ReportView["text"]>;
export type VersionRow = Of["versions"]["versions"][number];
export type UnitReportView = Of["getUnitReport"];
export type UnitTextVersion = NonNullable<UnitReportView["text"]>;
export type UnitRequestView = Of["getUnitReportRequest"];
export type SchedulesView = Of["briefSchedules"];
export type ScheduleRow = SchedulesView["schedules"][number];
export type AnnexRow = Of["annex"]["lines"][number];

/** Address of a file of a report, for a plain link. */
export const fileAddress = (id: string, format: string): string => `/api/reports/${id}/files/${format}`;
