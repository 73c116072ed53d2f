import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import { type CaseState, isOpenToWrite } from "./case.ts";

/** One case, or all of them. */
export interface CaseSubject {
  agencyId: string;
  unitId?: string;
  state?: CaseState;
  writers?: string[];
  contentId?: string | null;
  /** It was approved at some time, even if that was taken back. */
  wasApproved?: boolean;
}

const writing = ["office", "editor", "head", "contributor"] as const;
const inOwnUnit = ["head", "contributor"] as const;
const elsewhere = "Trường hợp này thuộc đơn vị khác.";
const ownWork = "Bạn đã soạn trường hợp này; người khác phải duyệt.";

/** All of an agency learn from its cases; a unit's people write its own, and who wrote one never decides on it. */
export const casePolicy = definePolicy<CaseSubject>()("feedback-case", {
  read: { roles: roles.filter((role) => role !== "finance") },
  save: {
    roles: writing,
    inOwnUnit,
    elsewhere,
    withoutRole: "Chỉ đơn vị phụ trách, Văn phòng và biên tập ghi trường hợp trước và sau.",
    unless: (_, { state }) =>
      state === undefined || isOpenToWrite(state)
        ? null
        : "Chỉ sửa, gửi duyệt được bản thảo hoặc bản bị trả lại.",
  },
  delete: {
    roles: writing,
    inOwnUnit,
    elsewhere,
    withoutRole: "Chỉ đơn vị phụ trách, Văn phòng và biên tập xóa bản thảo trường hợp trước và sau.",
    unless: (_, { state, wasApproved }) => {
      if (state === undefined) return null;
      if (!isOpenToWrite(state)) return "Chỉ xóa được bản thảo hoặc bản bị trả lại.";
      return wasApproved ? "Trường hợp này từng được duyệt nên giữ lại; hãy sửa rồi gửi duyệt lại." : null;
    },
  },
  approve: {
    roles: ["leadership", "head"],
    inOwnUnit: ["head"],
    elsewhere,
    withoutRole: "Chỉ trưởng đơn vị và lãnh đạo duyệt trường hợp trước và sau.",
    unless: ({ personId }, { state, writers }) => {
      if (state === undefined) return null;
      if (state !== "submitted") return "Trường hợp này không chờ duyệt.";
      return writers?.includes(personId) ? ownWork : null;
    },
  },
  /** Also takes back an approval that was wrong. */
  return: {
    roles: ["leadership", "head"],
    inOwnUnit: ["head"],
    elsewhere,
    withoutRole: "Chỉ trưởng đơn vị và lãnh đạo trả lại trường hợp trước và sau.",
    unless: ({ personId }, { state, writers }) => {
      if (state === undefined) return null;
      if (isOpenToWrite(state)) return "Trường hợp này chưa gửi duyệt nên chưa có gì để trả lại.";
      return writers?.includes(personId) ? ownWork : null;
    },
  },
  /** Makes a draft of the newsroom of it; the newsroom decides what becomes of it. */
  tell: {
    roles: ["office", "editor"],
    withoutRole: "Chỉ Văn phòng và biên tập soạn bài từ trường hợp trước và sau.",
    unless: (_, { state, contentId }) => {
      if (state === undefined) return null;
      if (state !== "approved") return "Chỉ soạn bài từ trường hợp đã duyệt.";
      return contentId ? "Trường hợp này đã có bài; hãy mở bài ấy." : null;
    },
  },
});
