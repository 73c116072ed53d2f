import { z } from "zod";

/** Names one row; asked for by most procedures of the capability. */
export const id = z.object({ id: z.uuid("Mã không đúng.") });

export const requiredReason = z.string().trim().min(1, "Hãy ghi lý do.").max(500);

const badYear = "Năm của kế hoạch gồm bốn chữ số, từ 2000 đến 2100; hãy gõ lại, ví dụ 2026.";

export const planYear = z.number(badYear).int(badYear).min(2000, badYear).max(2100, badYear);

export const clauseOutput = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  path: z.string(),
  label: z.string(),
  level: z.number().int(),
  title: z.string().nullable(),
  text: z.string(),
});
