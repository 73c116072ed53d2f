import { desc, eq, inArray } from "drizzle-orm";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import type { Finding } from "#platform/work/plug.ts";
import { mailTransport } from "./mail-transport.ts";
import { mailTrouble } from "./mail-trouble.ts";
import { SAMPLE_ADDRESS_REFUSED } from "./sample-address.ts";
import { mail } from "./tables.ts";

/** Whether the mail server can be entered now, and whether mails wait for a person to look at them. */
export async function examineMail(database: Database, { smtpUrl }: Config): Promise<Finding[]> {
  const stuck = await database.$count(mail, inArray(mail.state, ["unknown", "refused"]));
  const [last] = await database
    .select({ error: mail.lastError })
    .from(mail)
    .where(inArray(mail.state, ["unknown", "refused"]))
    .orderBy(desc(mail.dueAt))
    .limit(1);
  const waiting: Finding = {
    name: "Thư đã gửi",
    ok: stuck === 0,
    advice:
      stuck === 0
        ? "không thư nào cần xem lại"
        : `${stuck} thư chưa đến nơi hoặc chưa rõ đã đến chưa, gần nhất: ${last?.error ?? "không rõ"}; chạy gandan mail list`,
  };
  const invented = await database.$count(mail, eq(mail.lastError, SAMPLE_ADDRESS_REFUSED));
  const told: Finding[] =
    invented === 0
      ? [waiting]
      : [
          waiting,
          {
            name: "Thư tới địa chỉ mẫu",
            ok: true,
            advice: `${invented} thư không được gửi đi. ${SAMPLE_ADDRESS_REFUSED}`,
          },
        ];
  const name = "Máy chủ thư";
  if (smtpUrl === null)
    return [
      { name, ok: true, advice: "chưa nối SMTP (SMTP_URL): thông báo chỉ hiện trong hệ thống" },
      ...told,
    ];
  const transport = mailTransport(smtpUrl);
  try {
    await transport.verify();
    return [{ name, ok: true, advice: `nối được ${new URL(smtpUrl).host}` }, ...told];
  } catch (error) {
    return [{ name, ok: false, advice: mailTrouble(error as Error) }, ...told];
  } finally {
    transport.close();
  }
}
