import type { Connector } from "../connector.ts";

const waits = {
  outcome: "pending",
  askAgainIn: null,
  why: "Chờ người phụ trách đăng tay rồi dán địa chỉ bài vào đây.",
} as const;

/** A person posts: they get a pack, and tell where it stands. */
export const manual: Connector = {
  network: "manual",
  connection: [],
  check: async () => ({ ok: true, name: null, expiresAt: null }),
  submit: async () => waits,
  poll: async () => waits,
  reconcile: async () => ({
    outcome: "unknown",
    why: "Chỉ người phụ trách biết bài đã lên hay chưa.",
    askAgainIn: null,
  }),
};
