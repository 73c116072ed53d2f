import type { Connector, Found, Outcome } from "../connector.ts";
import { checkAccount } from "./check-account.ts";
import { findArticle } from "./find-article.ts";
import { bringOut, publishArticle } from "./publish-article.ts";
import { NotLetIn } from "./zalo-call.ts";
import { zaloConnection } from "./zalo-secret.ts";

/** What a pair that cannot be renewed means for a call. */
async function letIn(call: Promise<Outcome>): Promise<Outcome> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof NotLetIn) return error.result;
    throw error;
  }
}

async function foundWhenLetIn(call: Promise<Found>): Promise<Found> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof NotLetIn) || error.result.outcome === "done") throw error;
    return { outcome: "unknown", why: error.result.why, askAgainIn: 600 };
  }
}

/** Zalo Official Account: articles, by the v2.0 interface. */
export const zalo: Connector = {
  network: "zalo",
  connection: zaloConnection,
  check: checkAccount,
  submit: (call) => letIn(publishArticle(call)),
  poll: (call) => letIn(bringOut(call)),
  reconcile: (call) => foundWhenLetIn(findArticle(call)),
};
