import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Plan } from "./plan-queries.ts";

/** A plan that has its number is changed with a reason only, as its readers hold the signed text. @throws Unacceptable */
export function demandReason({ state }: Plan, reason: string | null): void {
  if (state !== "issued" || reason) return;
  const message = "Kế hoạch đã có số, ngày ban hành; hãy ghi lý do sửa.";
  throw new Unacceptable(message, [{ field: "reason", message }]);
}

/** What an amendment left out is read only. `what` begins the sentence: "Mục", "Nhiệm vụ". @throws Conflict */
export function demandStanding({ leftIn }: { leftIn: number | null }, what: string): void {
  if (leftIn === null) return;
  throw new Conflict(`${what} này không còn trong kế hoạch từ bản ${leftIn} nên chỉ để xem, không sửa được.`);
}

const FOREIGN_KEY = "23503";

/** A row was not deleted because others still name it. */
export const isStillNamed = (error: unknown): boolean =>
  (error as { cause?: { code?: string } }).cause?.code === FOREIGN_KEY;

/** Takes something out, unless others still name it, whoever they are. @throws Conflict */
export async function takeOut(removing: Promise<unknown>, what: string): Promise<void> {
  try {
    await removing;
  } catch (error) {
    if (isStillNamed(error))
      throw new Conflict(`Còn tin, bài gắn với ${what} này nên chưa bỏ được.`, {
        advice: "Chưa có gì thay đổi. Hãy bỏ gắn ở tin, bài trước rồi bỏ lại.",
      });
    throw error;
  }
}

/** "2 nghĩa vụ, 1 minh chứng": the counts that are not zero. */
export const inNumbers = (counts: [count: number, what: string][]): string =>
  counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(", ");
