import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";

/** Refuses to publish an item at a moment that its embargo forbids. @throws Unacceptable */
export function refuseBeforeEmbargo({ embargoUntil }: { embargoUntil: Date | null }, at: Date): void {
  if (embargoUntil === null || at >= embargoUntil) return;
  const message = `Bài không được đăng trước ${formatDateTime(embargoUntil)}; hãy hẹn giờ từ lúc ấy hoặc nhờ người có quyền bỏ giờ cấm đăng.`;
  throw new Unacceptable(message, [{ field: "at", message }]);
}
