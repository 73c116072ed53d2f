import type { Config } from "#platform/config/config.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import { pushKeys } from "../push/push-keys.ts";

let opened: Config | null = null;

/** Which ways out of the application this installation has, by its settings; null: none. Told once by the plug. */
export function openWays(config: Config | null): void {
  opened = config;
}

export const sendsMail = (): boolean => opened !== null && opened.smtpUrl !== null;

/** The address that push services are given; null: browsers subscribe to nothing where https does not protect it. */
export function pushContact({ baseUrl }: Pick<Config, "baseUrl">): string | null {
  if (baseUrl?.startsWith("https:")) return baseUrl;
  const here = baseUrl === null || ["localhost", "127.0.0.1"].includes(new URL(baseUrl).hostname);
  return here ? "https://localhost" : null;
}

/** What a browser subscribes to; null: this installation cannot push. */
export const publicPushKey = (): string | null =>
  opened && pushContact(opened) ? pushKeys(readSecrets(opened.secretFile).auth).publicKey : null;
