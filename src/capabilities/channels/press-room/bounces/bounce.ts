export const bounceKinds = ["hard", "soft", "other"] as const;
export type BounceKind = (typeof bounceKinds)[number];

/** What a letter that came back says: not delivered; still tried; called unwanted. */
export type ReturnVerdict = "bounce" | "delay" | "complaint";

/** What a server's codes mean for the address: "550 5.1.1" there is no such mailbox, "452 4.2.2" not now. */
export function bounceKindOf(said: string): BounceKind {
  const enhanced = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(said);
  if (enhanced) {
    const [, grade, subject, detail] = enhanced;
    if (grade === "4" || (subject === "2" && detail === "2")) return "soft";
    // x.1.x is of the address, x.2.1 of a mailbox that was closed.
    return subject === "1" || (subject === "2" && detail === "1") ? "hard" : "other";
  }
  const code = /\b([45]\d\d)\b/.exec(said)?.[1] ?? "";
  if (code.startsWith("4")) return "soft";
  return code === "550" || code === "551" ? "hard" : "other";
}
