import { z } from "zod";

/** "2026-11", "2026-Q4", "2026-H1", "2026-9M" or "2026": a period of Decree 09/2019/NĐ-CP. */
export const periodCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^20\d\d(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$/, "Hãy chọn một kỳ báo cáo.");
