import type { Connector } from "../connector.ts";

/** Sends nothing: everything happens as it would, and stands nowhere. What an account is until it is connected. */
export const rehearsal: Connector = {
  network: "rehearsal",
  connection: [],
  check: async () => ({ ok: true, name: null, expiresAt: null }),
  submit: async ({ risky, post }) => {
    await risky();
    return { outcome: "done", remoteId: `rehearsal-${post.marker}`, url: null };
  },
  poll: async ({ post }) => ({ outcome: "done", remoteId: `rehearsal-${post.marker}`, url: null }),
  // Nothing was sent, whatever interrupted it.
  reconcile: async () => ({ outcome: "absent" }),
};
