import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { addDeliverable } from "../planning/assign-deliverable.ts";
import { listEntries } from "../planning/entry-queries.ts";
import { proposeStory } from "../planning/propose-story.ts";
import { campaignsBetween, listCampaigns } from "./campaign-queries.ts";
import { endCampaign, resumeCampaign } from "./end-campaign.ts";
import { changeCampaign, makeCampaign } from "./make-campaign.ts";
import { placeStory } from "./place-story.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as } = newsroomOf(() => db.database);
const { writer, editor, clerk } = people;
const unitId = sampleUnitId("phong-mau-a");

const fields = {
  kind: "campaign" as const,
  name: "Tháng cao điểm dịch vụ công trực tuyến",
  note: "",
  fromDay: "2027-03-01",
  toDay: "2027-03-31",
};
const band = async (from: string, to = from) =>
  (await campaignsBetween(db.database, SAMPLE_AGENCY_ID, { from, to })).map(({ name }) => name);

test("a campaign is made by who plans for all units, once, with days in their order; and changed", async () => {
  await expect(as(writer, (w) => makeCampaign(w, fields))).rejects.toThrow(Forbidden);
  await expect(as(editor, (w) => makeCampaign(w, { ...fields, toDay: "2027-02-28" }))).rejects.toThrow(
    Unacceptable,
  );
  await expect(as(editor, (w) => makeCampaign(w, { ...fields, toDay: "2037-03-31" }))).rejects.toThrow(
    /Dài hơn một năm/,
  );
  const make = () => as(editor, (w) => makeCampaign(w, fields));
  const id = await make();
  expect(await make()).toBe(id);
  expect(await band("2027-03-31", "2027-04-30")).toEqual([fields.name]);
  expect(await band("2027-04-01")).toEqual([]);
  await as(clerk, (w) => changeCampaign(w, { id, ...fields, toDay: "2027-04-15" }));
  expect(await band("2027-04-01")).toEqual([fields.name]);
  const elsewhere = { ...editor, agencyId: uuidv7() };
  await expect(as(elsewhere, (w) => endCampaign(w, { id, reason: "Thôi" }))).rejects.toThrow(NotFound);
});

test("stories belong to one and narrow every view by it; one that was ended takes no more", async () => {
  const id = await as(editor, (w) => makeCampaign(w, { ...fields, name: "Ngày hội", kind: "event" }));
  const story = async (title: string) =>
    as(writer, async (w) => {
      const storyId = await proposeStory(w, {
        title,
        note: "",
        unitId,
        leadPersonId: null,
        taskIds: [],
        obligationIds: [],
        clauseIds: [],
      });
      const dueAt = new Date("2027-03-05T10:00:00+07:00");
      await addDeliverable(w, {
        id: storyId,
        kind: "news",
        channel: "portal",
        unitId,
        personId: null,
        dueAt,
      });
      return storyId;
    });
  const [one, other] = [await story("Thuộc ngày hội"), await story("Đến muộn")];
  await as(writer, (w) => placeStory(w, { id: one, campaignId: id }));
  const { entries } = await listEntries(db.database, writer, { campaignId: id });
  expect(entries.map(({ title }) => title)).toEqual(["Thuộc ngày hội"]);
  const listed = async () =>
    (await listCampaigns(db.database, writer)).campaigns.find((row) => row.id === id)!;
  expect((await listed()).stories).toBe(1);
  await expect(as(editor, (w) => endCampaign(w, { id, reason: " " }))).rejects.toThrow(Unacceptable);
  await as(editor, (w) => endCampaign(w, { id, reason: "Hoãn vì bão" }));
  expect(await listed()).toMatchObject({ state: "ended", endReason: "Hoãn vì bão", stories: 1 });
  await expect(as(writer, (w) => placeStory(w, { id: other, campaignId: id }))).rejects.toThrow(Conflict);
  await expect(as(editor, (w) => changeCampaign(w, { id, ...fields }))).rejects.toThrow(Forbidden);
  expect(await band("2027-03-10")).not.toContain("Ngày hội");
  await as(editor, (w) => resumeCampaign(w, { id }));
  expect(await band("2027-03-10")).toContain("Ngày hội");
  await as(writer, (w) => placeStory(w, { id: other, campaignId: id }));
  await as(writer, (w) => placeStory(w, { id: one, campaignId: null }));
  expect((await listed()).stories).toBe(1);
});
