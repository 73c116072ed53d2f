import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ChannelAccount, pauseOf } from "../accounts/account-queries.ts";
import { concerning, type QuietDays, quietBetween } from "../posting-times/rule-queries.ts";
import type { Delivery } from "./delivery-queries.ts";

/** What stops the deliveries of an agency as a whole at this moment. */
export interface Stops {
  pause: Awaited<ReturnType<typeof pauseOf>>;
  quiet: QuietDays[];
}

/** @param day in Vietnam, "2026-11-29" */
export async function stopsOf(q: Queryable, agencyId: string, day = today().toString()): Promise<Stops> {
  return { pause: await pauseOf(q, agencyId), quiet: await quietBetween(q, agencyId, day, day) };
}

/** Why a delivery that is due does not go out now; null: nothing stops it. */
export function whyStopped(
  { pause, quiet }: Stops,
  { timeReason }: Pick<Delivery, "timeReason">,
  account: ChannelAccount,
): string | null {
  if (pause) return pause.reason;
  if (account.state === "paused") return account.stateReason;
  const [silent] = timeReason === null ? concerning(quiet, account) : [];
  return silent ? `Không đăng đến hết ${formatDate(silent.toDay)}: ${silent.reason}` : null;
}
