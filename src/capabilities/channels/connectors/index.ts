import type { AccountWay } from "../accounts/account.ts";
import type { Connector } from "./connector.ts";
import { facebook } from "./facebook/facebook.ts";
import { grassroots } from "./grassroots/grassroots.ts";
import { manual } from "./manual/manual.ts";
import { press } from "./press/press.ts";
import { rehearsal } from "./rehearsal/rehearsal.ts";
import { tiktok } from "./tiktok/tiktok.ts";
import { youtube } from "./youtube/youtube.ts";
import { zalo } from "./zalo/zalo.ts";

/** Those that call a network, by the network's slug. A new one is one folder and its line here. */
export const connectors: Connector[] = [facebook, zalo, press, tiktok, youtube, grassroots];

/** The connector that calls this network; undefined: none is built, it is posted to by hand. */
export const connectorOf = (network: string): Connector | undefined =>
  connectors.find((connector) => connector.network === network);

interface Carried {
  /** It was planned as a rehearsal, whatever the account has become since: then it stays one. */
  isRehearsal: boolean;
}

/** What carries out a delivery under an account. @throws Error for an account that nothing can carry out */
export function carrierOf(
  { way, network }: { way: AccountWay; network: string },
  { isRehearsal }: Carried,
): Connector {
  if (isRehearsal) return rehearsal;
  if (way === "manual") return manual;
  const found = way === "connected" ? connectorOf(network) : undefined;
  if (!found) throw new Error(`nothing carries out deliveries to ${network} (${way})`);
  return found;
}

/** Who tells what became of a delivery: the network where it was called, whatever the account has become since. */
export const tellerOf = (
  account: { way: AccountWay; network: string },
  row: Carried & { riskyAt: Date | null },
): Connector =>
  (!row.isRehearsal && row.riskyAt !== null && connectorOf(account.network)) || carrierOf(account, row);
