import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { procedureKiosk } from "../tables.ts";

export interface KioskSetting {
  /** What people read first; empty: nothing. */
  message: string;
  /** After so long without a touch it asks whether somebody is there. */
  idleSeconds: number;
}

const usual: KioskSetting = {
  message: "Chạm vào màn hình để xem cần giấy tờ gì, nộp ở đâu, bao lâu, phí bao nhiêu.",
  idleSeconds: 90,
};

/** As the agency set its screen, else as it comes. */
export async function kioskSettingOf(q: Queryable, agencyId: string): Promise<KioskSetting> {
  const [found] = await q.select().from(procedureKiosk).where(eq(procedureKiosk.agencyId, agencyId));
  return found ? { message: found.message, idleSeconds: found.idleSeconds } : usual;
}
