import type { ChangeCall, Done, Found, Outcome, Recipient } from "../connector.ts";
import { type FollowUp, followUpLetter } from "./follow-up-letter.ts";
import { among, keysReached } from "./ledger.ts";
import { lookForLetters, sendLetters } from "./send-release.ts";

const names: Record<FollowUp, string> = { correction: "thư đính chính", recall: "thư thu hồi" };

/** Those who had the first letter, or may have it; `lost`: whose address is no longer known. */
async function reached(call: ChangeCall): Promise<{ known: Recipient[]; lost: number }> {
  const { handles } = call.stands;
  const known = among(handles, await call.recipients(), ["accepted", "doubt", "sending"]);
  return { known, lost: keysReached(handles).length - known.length };
}

/** How many had the first letter and have this one, by numbers: names are not for the history. */
function told(
  { handles }: ChangeCall,
  kind: FollowUp,
  { known, lost }: Awaited<ReturnType<typeof reached>>,
): Pick<Done, "note" | "isPartly"> {
  const has = among(handles, known, ["accepted", "doubt"]).length;
  const rest = [
    [among(handles, known, ["refused"]).length, "nơi không nhận thư"],
    [among(handles, known, ["left"]).length, "nơi đã thôi nhận thư"],
    [lost, "nơi đã xóa khỏi sổ"],
  ] as const;
  const words = rest.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []));
  const note = `Đã gửi ${names[kind]} tới ${has}/${known.length + lost} nơi có thư trước`;
  return words.length === 0
    ? { note: `${note}.` }
    : { note: `${note}; ${words.join(", ")}: hãy báo những nơi ấy bằng cách khác.`, isPartly: true };
}

/** A second letter to whoever had the first, each once; who has it is never written to again. */
export async function sendFollowUp(call: ChangeCall, kind: FollowUp): Promise<Outcome> {
  const those = await reached(call);
  const nobody = `Không còn nơi nào có thư trước nhận được thư; hãy báo họ bằng cách khác rồi ghi lại là đã làm.`;
  if (those.known.length === 0) return { outcome: "rejected", why: nobody };
  const sent = await sendLetters(call, those.known, async (secret) => followUpLetter(call, secret, kind));
  if (sent.outcome === "rejected") return { ...sent, why: nobody };
  return sent.outcome === "done" ? { ...sent, ...told(call, kind, those) } : sent;
}

export async function lookForFollowUp(call: ChangeCall, kind: FollowUp): Promise<Found> {
  const those = await reached(call);
  const found = await lookForLetters(call, those.known);
  return found.outcome === "done" ? { ...found, ...told(call, kind, those) } : found;
}
