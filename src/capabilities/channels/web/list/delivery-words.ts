import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { whyNot } from "#ui/may-button.tsx";
import type { StateTone } from "#ui/state-badge.tsx";
import { type DeliveryState, deliveryStateLabels } from "../../contract.ts";
import type { DeliveryRow } from "../api.ts";

const tones: Record<DeliveryState, StateTone> = {
  pending: "waiting",
  submitting: "scheduled",
  submitted: "scheduled",
  placed: "published",
  refused: "failed",
  failed: "returned",
  unknown: "failed",
  withdrawn: "withdrawn",
};

/** The state as a person reads it: what stops it, or who it waits for, comes before where it stands. */
export function lookOf(row: DeliveryRow): { tone: StateTone; word: string } {
  if (row.reconnect !== null) return { tone: "failed", word: "Chờ kết nối lại" };
  if (row.stopped !== null) return { tone: "withdrawn", word: "Đang tạm dừng" };
  if (row.waitsForWords) return { tone: "waiting", word: "Chờ duyệt lời riêng" };
  if (row.waitsForPictures) return { tone: "waiting", word: "Chờ duyệt ảnh riêng" };
  if (row.byHand) return { tone: "waiting", word: "Chờ đăng tay" };
  if (row.state === "placed" && row.takenDownAt !== null) return { tone: "withdrawn", word: "Đã gỡ" };
  if (row.goneAt !== null) return { tone: "failed", word: "Kênh không còn thấy" };
  if (row.recalled) return { tone: "failed", word: "Phải gỡ" };
  if (row.state === "placed" && row.isRehearsal) return { tone: "note", word: "Đã diễn tập" };
  if (row.state === "placed" && row.outdated) return { tone: "returned", word: "Đã lên, bản cũ" };
  if (row.state === "pending" && isAhead(row)) return { tone: "scheduled", word: "Hẹn giờ" };
  return { tone: tones[row.state], word: deliveryStateLabels[row.state] };
}

const isAhead = ({ dueAt }: DeliveryRow): boolean => dueAt !== null && Date.parse(dueAt) > Date.now();

/** When it goes out, or since when it stands. */
export function whenOf(row: DeliveryRow): string {
  if (row.placedAt !== null) return `Lên lúc ${formatDateTime(row.placedAt)}`;
  if (row.dueAt !== null) return `Giờ đăng ${formatDateTime(row.dueAt)}`;
  return row.wantedAt === null
    ? "Cùng lúc bài lên cổng"
    : `Hẹn ${formatDateTime(row.wantedAt)}, sau khi bài lên cổng`;
}

/** Why it is not there yet, or what is wrong where it stands; null: nothing to say. */
export function whyOf(row: DeliveryRow): string | null {
  if (row.reconnect !== null)
    return `Tài khoản phải kết nối lại: ${row.account.stateReason ?? ""} Bài giữ nguyên trong hàng chờ.`;
  if (row.stopped !== null) return `Tạm dừng: ${row.stopped}`;
  if (row.waitsForWords) return "Lời riêng cần người thứ hai duyệt mới được đăng.";
  if (row.waitsForPictures) return "Ảnh riêng cần người thứ hai duyệt mới được đăng.";
  if (row.byHand) return "Bộ tài liệu đã sẵn sàng; chờ người đăng.";
  if (row.state === "placed" && row.isRehearsal) return "Diễn tập: chưa đăng ở đâu cả.";
  if (row.goneAt !== null)
    return `Từ ${formatDateTime(row.goneAt)} hỏi kênh không còn thấy bài; mở kênh xem rồi cho biết bài còn hay đã gỡ.`;
  if (row.recalled) return "Bài đã thu hồi hoặc gỡ bỏ, trên kênh vẫn còn.";
  if (row.outdated) return "Bài trên cổng đã sửa, trên kênh còn bản trước.";
  if (row.state === "unknown")
    return row.needsPerson
      ? (row.reason ?? "Kênh không cho biết bài đã lên hay chưa.")
      : "Đang hỏi lại kênh xem bài đã lên hay chưa.";
  if (row.state === "failed" && row.nextTryAt !== null)
    return `${row.reason ?? "Kênh chưa nhận."} Thử lại lúc ${formatDateTime(row.nextTryAt)}.`;
  return row.reason;
}

/** The one step that comes next, and whether it is this person's. */
export function nextActOf(row: DeliveryRow): { label: string; isMine: boolean } {
  const may = (verb: string) => whyNot(row.may, verb) === null;
  if (row.reconnect?.allowed) return { label: "Kết nối lại", isMine: true };
  if (row.byHand) return { label: may("record") ? "Đăng tay" : "Xem", isMine: may("record") };
  if (row.waitsForWords) {
    const mine = may("approveWords");
    return { label: mine ? "Duyệt lời riêng" : "Xem lời riêng", isMine: mine };
  }
  if (row.waitsForPictures) {
    const mine = may("approvePictures");
    return { label: mine ? "Duyệt ảnh riêng" : "Xem ảnh riêng", isMine: mine };
  }
  if (row.state === "unknown" && row.needsPerson)
    return { label: may("decide") ? "Cho biết đã lên chưa" : "Xem", isMine: may("decide") };
  if (row.state === "refused") return { label: "Xem vì sao", isMine: may("tryAgain") };
  if (row.goneAt !== null)
    return { label: may("takeDown") ? "Cho biết còn hay đã gỡ" : "Xem", isMine: may("takeDown") };
  if (row.recalled) return { label: may("takeDown") ? "Gỡ khỏi kênh" : "Xem", isMine: may("takeDown") };
  if (row.outdated) return { label: "Thay bản cũ", isMine: may("renew") };
  return { label: "Xem", isMine: false };
}

/** Milliseconds until an open screen looks at it again; false when it does not change by itself. */
export function nextLook(row: DeliveryRow | undefined): number | false {
  if (!row || row.byHand || row.stopped !== null || row.waitsForWords || row.waitsForPictures) return false;
  if (row.state === "pending" && isAhead(row))
    return Math.min(Date.parse(row.dueAt!) - Date.now() + 1000, 3_600_000);
  if (row.state === "pending") return row.dueAt === null ? 60_000 : 4000;
  if (row.state === "unknown") return row.needsPerson ? row.nextTryAt !== null && 60_000 : 8000;
  return ["submitting", "submitted", "failed"].includes(row.state) ? 5000 : false;
}
