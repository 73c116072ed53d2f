import { networkOf } from "../networks/index.ts";

/** Whether what goes out under an account goes to people by name. */
export const goesToRecipients = ({ network }: { network: string }): boolean =>
  networkOf(network)?.channel === "press";
