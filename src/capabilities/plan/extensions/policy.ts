import { definePolicy } from "#platform/auth/policy.ts";
import { type ExtensionState, extensionWords } from "./extension.ts";

export interface ExtensionSubject {
  agencyId: string;
  /** Units that answer for the task; null: every unit. */
  unitIds?: string[] | null;
  /** Of the task: the day that could be moved. */
  day?: string | null;
  isDone?: boolean;
  /** A later version of the plan left it out. */
  isLeftOut?: boolean;
  hasOpen?: boolean;
  /** Of the request. */
  state?: ExtensionState;
  askedBy?: string;
}

const closed = ({ state }: ExtensionSubject) =>
  state !== undefined && state !== "asked"
    ? `Đề nghị này đã xong: ${extensionWords[state].toLowerCase()}.`
    : null;

/** A unit asks for its own tasks; editors or the leadership decide, never the person who asked. */
export const extensionPolicy = definePolicy<ExtensionSubject>()("extension", {
  ask: {
    roles: ["contributor", "head", "editor", "office", "finance"],
    inOwnUnit: ["contributor", "head", "editor", "office", "finance"],
    elsewhere: "Việc này do đơn vị khác chủ trì hoặc phối hợp.",
    unless: (_, { day, isDone, isLeftOut, hasOpen }) => {
      if (isLeftOut) return "Nhiệm vụ không còn trong kế hoạch.";
      if (day === null) return "Nhiệm vụ không có ngày hoàn thành nên không có gì để gia hạn.";
      if (isDone) return "Nhiệm vụ đã có minh chứng.";
      return hasOpen ? "Đã có một đề nghị gia hạn chờ quyết định." : null;
    },
  },
  decide: {
    roles: ["leadership", "editor"],
    unless: ({ personId }, subject) =>
      subject.askedBy === personId ? "Người đề nghị không tự quyết định." : closed(subject),
  },
  withdraw: {
    roles: ["contributor", "head", "editor", "office", "finance"],
    unless: ({ personId }, subject) =>
      subject.askedBy !== undefined && subject.askedBy !== personId
        ? "Chỉ người đề nghị mới rút được."
        : closed(subject),
  },
});
