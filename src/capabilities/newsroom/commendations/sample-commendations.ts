import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { noteCommendation } from "./note-commendation.ts";
import { recordConsent } from "./record-consent.ts";

const editor: Actor = {
  personId: samplePersonId("editor"),
  name: "Lê Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "editor", unitId: sampleUnitId("ttbcxb") }],
};

const DAY = 86_400_000;

/** A group, a person who agreed to be named, and one who has yet to be asked. */
export async function loadSampleCommendations(database: Database): Promise<void> {
  const at = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY);
  const step = <T>(daysAgo: number, act: (current: Work) => Promise<T>) =>
    work(database, editor, act, { at: at(daysAgo) });
  const none = { decisionNumber: null, decisionOn: null, decisionBy: null };
  await step(45, (current) =>
    noteCommendation(current, {
      id: uuidv7(),
      subject: "group",
      name: "Bộ phận Một cửa",
      jobTitle: null,
      unitId: sampleUnitId("van-phong"),
      achievement: "Sáu tháng liền hồ sơ trả đúng và trước hạn (số giả định).",
      decisionNumber: "230/QĐ-SMAU",
      decisionOn: "2026-09-02",
      decisionBy: "Giám đốc Sở Mẫu",
    }),
  );
  const agreed = await step(40, (current) =>
    noteCommendation(current, {
      id: uuidv7(),
      subject: "person",
      name: "Nguyễn Văn Mẫu",
      jobTitle: "Chuyên viên",
      unitId: sampleUnitId("phong-mau-a"),
      achievement: "Soạn bộ câu hỏi thường gặp cho thủ tục văn hóa, người dân tự tra được.",
      ...none,
    }),
  );
  await step(38, (current) =>
    recordConsent(current, {
      id: agreed,
      askedById: null,
      askedOn: toVietnamDate(at(39)).toString(),
      how: "written",
      keptAt: "Phiếu đồng ý số 01, hồ sơ thi đua (mẫu)",
      coversPicture: true,
      channels: ["portal", "social"],
    }),
  );
  await step(10, (current) =>
    noteCommendation(current, {
      id: uuidv7(),
      subject: "person",
      name: "Đỗ Văn Mẫu",
      jobTitle: "Kế toán",
      unitId: sampleUnitId("khtc"),
      achievement: "Lập mẫu đề nghị thanh toán có ô gợi ý.",
      ...none,
    }),
  );
}
