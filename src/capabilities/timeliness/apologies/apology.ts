import type { ApologySubject } from "../policy.ts";
import type { apology } from "../tables.ts";

export type Apology = typeof apology.$inferSelect;

export const subjectOf = ({
  agencyId,
  state,
  draftedBy,
  publishedAt,
  removedAt,
}: Apology): ApologySubject => ({
  ...{ agencyId, state, draftedBy, isPublic: publishedAt !== null && removedAt === null },
  isRemoved: removedAt !== null,
});

/** The last day on which an apology is in time. */
const lastDayToSend = ({ dueOn, daysBefore }: { dueOn: string; daysBefore: number }): string =>
  Temporal.PlainDate.from(dueOn).subtract({ days: daysBefore }).toString();

/** What is wrong with an apology as it stands, in sentences. */
export function faultsOf(one: Apology, finishedOn: string | null, today: string): string[] {
  if (one.state === "withdrawn") return [];
  const last = lastDayToSend(one);
  const { newDueOn, sentOn } = one;
  return [
    ...(sentOn !== null && sentOn > last ? ["Gửi muộn so với quy tắc của cơ quan."] : []),
    ...(sentOn === null && today > last ? ["Đã qua ngày phải gửi mà chưa gửi."] : []),
    ...(newDueOn !== null && finishedOn !== null && finishedOn > newDueOn
      ? ["Có kết quả sau ngày hẹn mới."]
      : []),
    ...(newDueOn !== null && finishedOn === null && today > newDueOn
      ? ["Đã qua ngày hẹn mới mà chưa có kết quả."]
      : []),
  ];
}
