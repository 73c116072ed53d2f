import { eq } from "drizzle-orm";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { unitReport } from "../tables.ts";
import { acceptUnitReport } from "./accept-unit-report.ts";
import { askUnits } from "./ask-units.ts";
import { saveUnitReport } from "./save-unit-report.ts";
import { sendUnitReport } from "./send-unit-report.ts";
import { emptyText, type UnitReportText } from "./unit-report.ts";
import { unitReportById } from "./unit-report-queries.ts";

const samplePerson = (email: string, name: string, role: Role, unit: string): Actor => ({
  personId: samplePersonId(email),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
const editor = samplePerson("editor", "Lê Thị Mẫu", "editor", "ttbcxb");
const head = samplePerson("head", "Phạm Văn Mẫu", "head", "phong-mau-a");
const clerk = samplePerson("office", "Hoàng Thị Mẫu", "office", "van-phong");

/** Three units are asked for the fourth quarter: one was accepted, one has sent, one is behind. */
export async function loadSampleUnitReports(database: Database): Promise<void> {
  const act = <T>(actor: Actor, at: string, doing: (current: Work) => Promise<T>) =>
    work(database, actor, doing, { at: new Date(at) });
  const requestId = await act(editor, "2026-11-20T08:20:00+07:00", (current) =>
    askUnits(current, {
      planId: null,
      period: "2026-Q4",
      basis: "decree",
      dueOn: "2026-11-26",
      note: "Số liệu lấy đến ngày gửi; phần còn lại của quý ghi ước thực hiện.",
      unitIds: ["phong-mau-a", "van-phong", "khtc"].map(sampleUnitId),
      extras: [{ label: "Số buổi tuyên truyền trực tiếp", unit: "buổi" }],
    }),
  );
  const asked = await database.select().from(unitReport).where(eq(unitReport.requestId, requestId));
  const of = (slug: string) => asked.find(({ unitId }) => unitId === sampleUnitId(slug))!.id;
  const send = async (who: Actor, at: string, id: string, text: Partial<UnitReportText>) => {
    const textId = uuidv7();
    await act(who, `${at}:00+07:00`, (current) =>
      saveUnitReport(current, { id, saveId: textId, baseId: id, text: { ...emptyText, ...text } }),
    );
    await act(who, `${at}:30+07:00`, (current) => sendUnitReport(current, { id, textId }));
  };
  await send(head, "2026-11-24T15:10", of("phong-mau-a"), {
    results:
      "Đã đăng tin về các hoạt động văn hóa cơ sở gắn với cải cách hành chính; phối hợp hai xã tổ chức tuyên truyền.",
    shortcomings: "Chưa có video hướng dẫn người dân làm thủ tục trực tuyến.",
    proposals: "Đề nghị cho mượn máy quay của Văn phòng.",
    extras: { "extra-1": 2 },
    corrections: {},
  });
  await send(clerk, "2026-11-25T10:00", of("van-phong"), {
    results: "Đã niêm yết đủ thủ tục tại Bộ phận Một cửa; cập nhật hướng dẫn trên màn hình chờ.",
    shortcomings: "Tờ gấp hướng dẫn chưa in kịp.",
    extras: { "extra-1": 1 },
  });
  const accepted = of("phong-mau-a");
  await act(editor, "2026-11-25T14:00:00+07:00", async (current) => {
    const { report } = await unitReportById(current.tx, SAMPLE_AGENCY_ID, accepted);
    await acceptUnitReport(current, { id: accepted, sendingId: report.sendingId! });
  });
}
