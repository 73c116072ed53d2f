import { ownAddress } from "#platform/http/portal-address.ts";

/** Channels that are known by their host; every other host is named as it is. */
const known: [RegExp, string][] = [
  [/(^|\.)(facebook\.com|fb\.com|fb\.watch)$/u, "Facebook"],
  [/(^|\.)(zalo\.me|zaloapp\.com)$/u, "Zalo"],
  [/(^|\.)(youtube\.com|youtu\.be)$/u, "YouTube"],
  [/(^|\.)tiktok\.com$/u, "TikTok"],
];

/** On which channel an address stands: our own portal, a known network, else the name of its host; null without one. */
export function channelOf(url: string | null): string | null {
  if (url === null) return null;
  if (ownAddress(url)) return "Cổng thông tin điện tử";
  const host = URL.parse(url)?.hostname.replace(/^www\./u, "");
  if (!host) return null;
  return known.find(([hosts]) => hosts.test(host))?.[1] ?? host;
}
