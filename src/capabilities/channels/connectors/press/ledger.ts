import { createHash } from "node:crypto";
import type { Handles } from "../connector.ts";

/**
 * How far a release is with one recipient. `later`: certainly not taken, tried again. `sending`: handed over, or not;
 * left so by a death it is in doubt.
 */
export type Standing = "queued" | "sending" | "later" | "accepted" | "refused" | "doubt";

/** A recipient's place in the ledger: the same on every attempt, and no address of anybody. */
export const recipientKey = (address: string): string =>
  createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 16);

/** "accepted 4F2A", "refused 550 5.1.1": the standing and what the server said. */
const standingOf = (handles: Handles, address: string): Standing =>
  ((handles[`to:${recipientKey(address)}`] ?? "queued").split(" ")[0] ?? "queued") as Standing;

export const saidOf = (handles: Handles, address: string): string =>
  (handles[`to:${recipientKey(address)}`] ?? "").split(" ").slice(1).join(" ");

export const entry = (address: string, standing: Standing, said = ""): Handles => ({
  [`to:${recipientKey(address)}`]: `${standing} ${said}`.trim(),
});

export const among = (handles: Handles, recipients: string[], standings: Standing[]): string[] =>
  recipients.filter((address) => standings.includes(standingOf(handles, address)));
