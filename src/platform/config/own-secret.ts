import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Config } from "#platform/config/config.ts";
import { openText, sealText } from "#platform/config/seal.ts";
import { readSecrets } from "#platform/config/secrets.ts";

let opened: Config | null = null;
/** Until the process knows its secret; what it signs holds as long as the process. */
const passing = randomBytes(32).toString("base64url");

/** Gives the process what signs forms and seals addresses; told once by the plug. */
export function openSecret(config: Config | null): void {
  opened = config;
}

const secret = () => (opened ? readSecrets(opened.secretFile).auth : passing);

/** Mail can be sent from here, and links in it lead back. */
export const sendsMail = (): boolean => opened !== null && opened.smtpUrl !== null && opened.baseUrl !== null;

/** What only this installation can write under a text, for one purpose. */
export const signed = (purpose: string, text: string): string =>
  createHmac("sha256", secret()).update(`${purpose}\n${text}`).digest("base64url");

export function isSigned(purpose: string, text: string, signature: string): boolean {
  const expected = Buffer.from(signed(purpose, text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Seals what is personal, with what only this installation has. @throws where the process has no secret */
export const sealPersonal = (address: string): Promise<string> => sealText(opened!.secretFile, address);
export const openPersonal = (sealed: string): Promise<string> => openText(opened!.secretFile, sealed);
