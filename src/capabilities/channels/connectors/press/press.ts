import type { Connector } from "../connector.ts";
import { checkServer } from "./check-server.ts";
import { pressConnection } from "./press-secret.ts";
import { lookForRelease, sendRelease } from "./send-release.ts";

/** Press releases by e-mail: one letter to each recipient. */
export const press: Connector = {
  network: "press",
  connection: pressConnection,
  check: checkServer,
  submit: sendRelease,
  // A mail server accepts at once; nothing is worked on there that could be asked about.
  poll: sendRelease,
  reconcile: lookForRelease,
};
