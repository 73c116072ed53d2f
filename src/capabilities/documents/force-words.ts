import type { Force } from "./official-document.ts";

export const forceWords: Record<Force, string> = {
  "in-force": "Còn hiệu lực",
  "not-yet": "Chưa có hiệu lực",
  ended: "Hết hiệu lực",
  unknown: "Chưa rõ hiệu lực",
};
