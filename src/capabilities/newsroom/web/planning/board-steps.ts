import { type BoardState, plannedStateLabels } from "../../contract.ts";
import type { Entry } from "../api.ts";

/** What brings a card into another column, or why nothing does for this person. */
export type Step =
  | { act: "start" | "recall" | "schedule" | "takeBack" }
  /** Done where the text is read: the caller is led there. */
  | { act: "open"; address: string; verb: string }
  | { act: "refuse"; why: string };

/** What leads into each column, in the order of a text's way. */
const way: { state: BoardState; step: string }[] = [
  { state: "planned", step: "" },
  { state: "draft", step: "bắt đầu viết" },
  { state: "submitted", step: "gửi duyệt" },
  { state: "approved", step: "người thứ hai duyệt" },
  { state: "scheduled", step: "hẹn giờ đăng" },
  { state: "published", step: "đến giờ đăng" },
];
const rank = (state: string) =>
  way.findIndex((one) => one.state === (state === "returned" ? "draft" : state));

const refuse = (why: string): Step => ({ act: "refuse", why });

/** Steps that are still to be taken between here and there: "gửi duyệt, người thứ hai duyệt". */
function missing(from: string, to: BoardState): string {
  return way
    .slice(rank(from) + 1, rank(to) + 1)
    .map(({ step }) => step)
    .join(", ");
}

/** The step by which a card comes into a column. */
export function stepTo(entry: Entry, to: BoardState): Step {
  const { state, item, deliverable } = entry;
  const allowed = (may: { allowed: boolean; why: string | null } | undefined, step: Step): Step =>
    may?.allowed ? step : refuse(may?.why ?? "Tài khoản của bạn không có quyền làm việc này.");
  if (item === null) {
    if (to === "draft") return allowed(deliverable?.may.start, { act: "start" });
    return refuse(
      `Chưa viết nên chưa sang “${plannedStateLabels[to]}” được; còn thiếu: ${missing(state, to)}.`,
    );
  }
  const open = (verb: string, page = ""): Step => ({
    act: "open",
    address: `/noi-dung/${item.id}${page}`,
    verb,
  });
  const { may } = item;
  switch (`${state} ${to}`) {
    case "draft submitted":
    case "returned submitted":
      return allowed(may.submit, open("Gửi duyệt"));
    case "submitted approved":
      return allowed(may.approve, open("Duyệt", "/duyet"));
    case "submitted returned":
      return allowed(may.return, open("Trả lại", "/duyet"));
    case "submitted draft":
      return allowed(may.recall, { act: "recall" });
    case "approved scheduled":
      return allowed(may.schedule, { act: "schedule" });
    case "scheduled approved":
      return allowed(may.takeBack, { act: "takeBack" });
  }
  if (["published", "withdrawn", "removed"].includes(state))
    return refuse("Đã đăng; muốn đổi thì mở bài để đính chính hoặc thu hồi.");
  if (to === "planned") return refuse("Đã có bài viết nên không trở lại “Chưa viết” được.");
  if (to === "returned") return refuse("Chỉ bài đang chờ duyệt mới trả lại được.");
  if (to === "published" && state === "scheduled") return refuse("Bài tự lên cổng khi đến giờ hẹn.");
  if (rank(to) > rank(state))
    return refuse(`Chưa sang “${plannedStateLabels[to]}” được; còn thiếu: ${missing(state, to)}.`);
  return refuse("Mở bài và sửa thì bài tự về bản nháp; mọi lượt duyệt đã có sẽ mất.");
}

/** The column that comes next on a text's way; null where it is at its end. */
export const nextOf = (state: string): BoardState | null => way[rank(state) + 1]?.state ?? null;
