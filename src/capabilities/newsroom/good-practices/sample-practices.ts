import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { noteSpread } from "./note-spread.ts";
import { recogniseGoodPractice } from "./recognise-good-practice.ts";
import { registerGoodPractice } from "./register-good-practice.ts";

const editor: Actor = {
  personId: samplePersonId("editor"),
  name: "Lê Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "editor", unitId: sampleUnitId("ttbcxb") }],
};

const DAY = 86_400_000;

/** A model that was recognised and taken over, and an initiative whose result has yet to be proved. */
export async function loadSamplePractices(database: Database): Promise<void> {
  const step = <T>(daysAgo: number, act: (current: Work) => Promise<T>) =>
    work(database, editor, act, { at: new Date(Date.now() - daysAgo * DAY) });
  const model = await step(60, (current) =>
    registerGoodPractice(current, {
      id: uuidv7(),
      kind: "practice",
      title: "Bàn hướng dẫn nộp hồ sơ trực tuyến tại phòng chờ",
      unitId: sampleUnitId("van-phong"),
      authors: "Tổ công nghệ của Văn phòng",
      what: "Trong phòng chờ có một bàn hai máy tính; cán bộ trực theo lịch, chỉ người dân tự nộp hồ sơ trên Cổng Dịch vụ công.",
      result: "Hồ sơ nộp trực tuyến tăng từ 41% lên 63% sau ba tháng (số giả định).",
      proofUrl: null,
      proofNote: "Báo cáo quý của Văn phòng, phần số liệu một cửa (mẫu)",
      begunOn: "2026-03-02",
    }),
  );
  await step(50, (current) =>
    recogniseGoodPractice(current, {
      id: model,
      number: "215/QĐ-SMAU",
      on: "2026-08-20",
      by: "Giám đốc Sở Mẫu",
    }),
  );
  await step(40, (current) =>
    noteSpread(current, {
      id: model,
      unitId: sampleUnitId("phong-mau-b"),
      place: null,
      since: "2026-09-15",
      note: null,
    }),
  );
  await step(20, (current) =>
    registerGoodPractice(current, {
      id: uuidv7(),
      kind: "initiative",
      title: "Mẫu đề nghị thanh toán có ô gợi ý",
      unitId: sampleUnitId("khtc"),
      authors: "",
      what: "Kế toán lập sẵn mẫu có ô gợi ý cho từng khoản chi, người đề nghị chỉ điền và ký.",
      result: "Số hồ sơ phải trả lại để sửa giảm (chưa có số liệu).",
      proofUrl: null,
      proofNote: null,
      begunOn: null,
    }),
  );
}
