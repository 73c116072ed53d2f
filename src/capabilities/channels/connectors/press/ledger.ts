import { createHash } from "node:crypto";
import type { Handles, Recipient } from "../connector.ts";

/**
 * How far a release is with one recipient. `later`: certainly not taken, tried again. `sending`: handed over, or not;
 * left so by a death it is in doubt. `left`: wanted no more letters before it was sent;
 * `returned`: taken, and come back by mail since.
 */
export type Standing =
  | "queued"
  | "sending"
  | "later"
  | "accepted"
  | "refused"
  | "doubt"
  | "left"
  | "returned";

/** A recipient's place in the ledger: the same on every attempt, and no address of anybody. */
export const recipientKey = (address: string): string =>
  createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 16);

type Keyed = Pick<Recipient, "key">;

const PREFIX = "to:";

/** "accepted 4F2A", "refused 550 5.1.1": the standing and what the server said. */
export function ledgerLine(handles: Handles, { key }: Keyed): { standing: Standing; said: string } {
  const [standing = "queued", ...said] = (handles[PREFIX + key] ?? "queued").split(" ");
  return { standing: standing as Standing, said: said.join(" ") };
}

export const saidOf = (handles: Handles, one: Keyed): string => ledgerLine(handles, one).said;

export const entry = ({ key }: Keyed, standing: Standing, said = ""): Handles => ({
  [PREFIX + key]: `${standing} ${said}`.trim(),
});

export const among = <One extends Keyed>(handles: Handles, recipients: One[], standings: Standing[]): One[] =>
  recipients.filter((one) => standings.includes(ledgerLine(handles, one).standing));

/** Everybody who has it, or may, whether their addresses are still known or not. */
export const keysReached = (handles: Handles): string[] =>
  Object.entries(handles).flatMap(([name, line]) =>
    name.startsWith(PREFIX) && ["accepted", "doubt", "sending"].includes(line.split(" ")[0]!)
      ? [name.slice(PREFIX.length)]
      : [],
  );

/** The ledger without the lines of those who have not had it: they are written to anew. */
export function reopened(handles: Handles): Handles {
  const open = ["refused", "left", "later", "queued", "returned"];
  return Object.fromEntries(
    Object.entries(handles).filter(
      ([name, line]) => name !== "rounds" && !(name.startsWith(PREFIX) && open.includes(line.split(" ")[0]!)),
    ),
  );
}
