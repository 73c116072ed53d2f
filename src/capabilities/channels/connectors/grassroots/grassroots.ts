import type { Connector } from "../connector.ts";
import { foundWhenLetIn, letIn } from "../fresh-secret.ts";
import { provinceConnection } from "./province-secret.ts";
import { askProvince, checkProvince, lookForBulletin, sendBulletin } from "./send-bulletin.ts";

/**
 * Loudspeakers by way of the province's system (hệ thống thông tin nguồn): its own approval and schedule. Its fields are
 * not published; these are the adaptor's own, to be mapped once the province hands its annex out.
 */
export const grassroots: Connector = {
  network: "radio",
  connection: provinceConnection,
  check: checkProvince,
  submit: (call) => letIn(sendBulletin(call)),
  poll: (call) => letIn(askProvince(call)),
  reconcile: (call) => foundWhenLetIn(lookForBulletin(call)),
};
