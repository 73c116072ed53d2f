import type { Config } from "#platform/config/config.ts";

let mails = false;

/** Which ways out of the application this installation has; told once by the plug. */
export function openWays(config: Config): void {
  mails = config.smtpUrl !== null;
}

export const sendsMail = (): boolean => mails;
