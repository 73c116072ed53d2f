import type { PressState } from "./press-state.ts";

/** What the server says to a recipient by the name before the @; null: taken. */
export function refuseRecipient(state: PressState, address: string): string | null {
  const times = (state.asked.get(address) ?? 0) + 1;
  state.asked.set(address, times);
  switch (address.split("@")[0]) {
    case "nouser":
      return "550 5.1.1 No such user here";
    case "full":
      return times <= 2 ? "452 4.2.2 Mailbox full" : null;
    case "grey":
      return times === 1 ? "451 4.7.1 Greylisted, try again later" : null;
    case "policy":
      return "550 5.7.1 Message refused by policy";
    default:
      return null;
  }
}

/** What it says only once it has the whole message. */
export const refuseMessage = (address: string): string | null =>
  address.startsWith("big@") ? "552 5.3.4 Message too big for this recipient" : null;
