import { createHash } from "node:crypto";
import { isSigned, signed } from "#platform/config/own-secret.ts";

/** Tells the same address again, however it is written, and nothing else. */
export const hashOfAddress = (address: string): string => signed("reader", address.trim().toLowerCase());

export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** The part of an address by which a reader looks after what they follow, from any of our mails. */
export const ownLink = (agencyId: string, addressHash: string): string =>
  `${addressHash}.${signed("own", `${agencyId} ${addressHash}`)}`;

/** Whose link it is; null: not one of ours. */
export function addressOfLink(agencyId: string, link: string): string | null {
  const [addressHash = "", signature = ""] = link.split(".");
  return isSigned("own", `${agencyId} ${addressHash}`, signature) ? addressHash : null;
}
