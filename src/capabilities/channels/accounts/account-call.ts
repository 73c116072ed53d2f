import type { Database } from "#platform/database/database.ts";
import { outgoingAddress, outgoingFetch } from "#platform/http/outgoing.ts";
import type { AccountCall, Credentials, OutgoingFetch } from "../connectors/connector.ts";
import { credentialsOf } from "./credentials.ts";

let allowHosts: readonly string[] = [];

/** Hosts inside the network, or without TLS, that connectors may call; said once, when the process starts. */
export function allowNetworkHosts(hosts: readonly string[]): void {
  allowHosts = hosts;
}

/** Which hosts may be called though they lie inside the network. */
export const callableInside = (): readonly string[] => allowHosts;

/** Whether a host may be called though it lies inside the network. */
export const mayLieInside = (host: string): boolean => allowHosts.includes(host);

/** What leaves to addresses outside: nothing inside our network, save what was said. */
export const callOutside = () => outgoingFetch(allowHosts);

/** What connectors call out with. */
export function connectorFetch(): OutgoingFetch {
  const send = callOutside();
  return (address, init = {}) => send(address, init);
}

/** The same for servers that speak no HTTP. @throws OutgoingRefused */
export const networkAddress = (host: string) => outgoingAddress(host, allowHosts);

/** To ask about an account that is connected. */
export const accountCall = (
  database: Database,
  accountId: string,
  clock: () => Date = () => new Date(),
): AccountCall => ({
  credentials: credentialsOf(database, accountId),
  fetch: connectorFetch(),
  addressOf: networkAddress,
  now: clock,
});

/** To try what somebody has just filled in; a network that renews it on the way gives what is to be saved. */
export function trialCall(given: unknown): { call: AccountCall; latest: () => unknown } {
  let latest = given;
  const credentials: Credentials<unknown> = {
    read: async () => latest,
    rotate: async (refresh) => {
      latest = await refresh(latest);
      return latest;
    },
  };
  const call = { credentials, fetch: connectorFetch(), addressOf: networkAddress, now: () => new Date() };
  return { call, latest: () => latest };
}
