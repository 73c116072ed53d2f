import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { makeCampaign } from "../campaigns/make-campaign.ts";
import { placeStory } from "../campaigns/place-story.ts";
import { addDeliverable } from "./assign-deliverable.ts";
import { proposeStory } from "./propose-story.ts";

const contributor: Actor = {
  personId: samplePersonId("contributor"),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "contributor", unitId: sampleUnitId("phong-mau-a") }],
};

const planner: Actor = {
  personId: samplePersonId("editor"),
  name: "Lê Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "editor", unitId: sampleUnitId("ttbcxb") }],
};

/** A campaign, and in it a story of one unit with two things to come of it: near and further away. */
export async function loadSampleStories(database: Database): Promise<void> {
  const campaignId = await work(database, planner, (current) => {
    const from = today();
    return makeCampaign(current, {
      kind: "campaign",
      name: "Cao điểm nộp hồ sơ trực tuyến",
      note: "Mỗi đơn vị có ít nhất một sản phẩm hướng dẫn nộp hồ sơ qua mạng.",
      fromDay: from.subtract({ days: 3 }).toString(),
      toDay: from.add({ days: 18 }).toString(),
    });
  });
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
    await placeStory(current, { id, campaignId });
    await addDeliverable(current, { ...its, kind: "article", dueAt: dueIn(13) });
  });
}
