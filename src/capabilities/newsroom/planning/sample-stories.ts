import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { addDeliverable } from "./assign-deliverable.ts";
import { proposeStory } from "./propose-story.ts";

const contributor: Actor = {
  personId: samplePersonId("contributor"),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "contributor", unitId: sampleUnitId("phong-mau-a") }],
};

/** A story of one unit with two things to come of it: near and further away. */
export async function loadSampleStories(database: Database): Promise<void> {
  await work(database, contributor, async (current) => {
    const unitId = sampleUnitId("phong-mau-a");
    const id = await proposeStory(current, {
      title: "Một ngày ở Bộ phận Một cửa",
      note: "Đi cùng một người dân từ lúc lấy số đến lúc nhận kết quả. Hỏi thêm số hồ sơ nộp qua mạng trong tháng.",
      unitId,
      leadPersonId: contributor.personId,
      taskIds: [],
      obligationIds: [sampleObligationId("II.4.2-a")],
      clauseIds: [],
    });
    const dueIn = (days: number) =>
      new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + days * 86_400_000);
    const its = { id, channel: "portal", unitId, personId: contributor.personId };
    await addDeliverable(current, { ...its, kind: "news", dueAt: dueIn(6) });
    await addDeliverable(current, { ...its, kind: "article", dueAt: dueIn(13) });
  });
}
