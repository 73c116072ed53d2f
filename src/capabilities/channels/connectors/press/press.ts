import type { Connector } from "../connector.ts";
import { letIn } from "../fresh-secret.ts";
import { checkServer } from "./check-server.ts";
import { pressConnection } from "./press-secret.ts";
import { lookForFollowUp, sendFollowUp } from "./send-follow-up.ts";
import { lookForRelease, sendRelease } from "./send-release.ts";

/** Press releases by e-mail: one letter to each recipient. */
export const press: Connector = {
  network: "press",
  connection: pressConnection,
  check: checkServer,
  submit: (call) => letIn(sendRelease(call)),
  // A mail server accepts at once; nothing is worked on there that could be asked about.
  poll: (call) => letIn(sendRelease(call)),
  reconcile: lookForRelease,
  change: {
    reachesPeople: true,
    effect: "Thư đã gửi không sửa được: nơi có thư trước nhận thêm một thư đính chính trong cùng chuỗi thư",
    submit: (call) => letIn(sendFollowUp(call, "correction")),
    look: (call) => lookForFollowUp(call, "correction"),
  },
  remove: {
    reachesPeople: true,
    effect: "Thư đã gửi không lấy lại được: nơi có thư trước nhận thêm một thư thu hồi, ghi lý do",
    submit: (call) => letIn(sendFollowUp(call, "recall")),
    look: (call) => lookForFollowUp(call, "recall"),
  },
};
