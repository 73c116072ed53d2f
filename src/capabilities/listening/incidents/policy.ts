import { definePolicy } from "#platform/auth/policy.ts";
import type { IncidentState } from "./incident.ts";

/** One incident; without a state those of the agency as a whole. */
export interface IncidentSubject {
  agencyId: string;
  state?: IncidentState;
  handlerId?: string;
}

export const subjectOf = ({ agencyId, state, handlerId }: Required<IncidentSubject>): IncidentSubject => ({
  ...{ agencyId, state, handlerId },
});

const keepers = ["editor", "office", "leadership"] as const;
const closed = ({ state }: IncidentSubject) => (state === "closed" ? "Vụ việc này đã khép lại." : null);

/** Who keeps the press register opens incidents; who was given one answers it; the leadership sets the hours. */
export const incidentPolicy = definePolicy<IncidentSubject>()("listening-incident", {
  read: {
    roles: ["contributor", "editor", "head", "leadership", "office", "auditor"],
    withoutRole: "Chỉ người làm tin bài, lãnh đạo và kiểm tra xem vụ việc báo chí nêu.",
  },
  open: { roles: keepers, withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo mở vụ việc." },
  assign: {
    roles: keepers,
    withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo giao vụ việc.",
    unless: (_, subject) =>
      closed(subject) ?? (subject.state === "answered" ? "Vụ việc này đã được trả lời." : null),
  },
  answer: {
    roles: ["contributor", "editor", "head", "leadership", "office"],
    withoutRole: "Chỉ người được giao, biên tập, Văn phòng và lãnh đạo ghi trả lời.",
    unless: (actor, subject) => {
      const isKeeper = actor.appointments.some(({ role }) => (keepers as readonly string[]).includes(role));
      if (subject.handlerId !== undefined && subject.handlerId !== actor.personId && !isKeeper)
        return "Vụ việc này giao cho người khác.";
      return closed(subject);
    },
  },
  close: {
    roles: keepers,
    withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo khép lại vụ việc.",
    unless: (_, subject) => closed(subject),
  },
  setRule: {
    roles: ["leadership", "office"],
    withoutRole: "Chỉ lãnh đạo và Văn phòng đặt số giờ trả lời.",
  },
});
