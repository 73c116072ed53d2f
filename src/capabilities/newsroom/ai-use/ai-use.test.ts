import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import { uuidv7 } from "#platform/database/id.ts";
import { richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "../approve-content.ts";
import { revisionOf } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { fields, newsroomOf, ownTitle, people } from "../newsroom.fixture.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { newestForFeed, publishedBySlug } from "../published.ts";
import { saveContent } from "../save-content.ts";
import { scheduleContent } from "../schedule-content.ts";
import { submitForReview } from "../submit-for-review.ts";
import { type AiUse, joinedUse, noAi, suggestedLabel } from "./ai-use.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, exact, item } = newsroomOf(() => db.database);
const { writer, editor, clerk } = people;

const drafted: AiUse = {
  use: "assisted",
  tool: "Trợ lý soạn thảo mẫu",
  purposes: ["drafting"],
  checkedBy: "Nguyễn Văn Mẫu",
  label: suggestedLabel,
};

const begin = (aiUse: AiUse | null) =>
  as(writer, (w) =>
    draftContent(w, {
      kind: "news",
      unitId: sampleUnitId("phong-mau-a"),
      fields: fields(ownTitle("Tin"), { aiUse }),
      obligationIds: [sampleObligationId("II.4.2-a")],
    }),
  );
const submit = async (id: string) => {
  const { revisionId } = await exact(id);
  await as(writer, (w) => submitForReview(w, { id, revisionId }));
};
const missing = async (aiUse: AiUse | null) => {
  const id = await begin(aiUse);
  const error = await submit(id).catch((thrown: unknown) => thrown);
  return ((error as { issues?: { key: string }[] } | undefined)?.issues ?? []).map(({ key }) => key);
};
const approve = async (id: string) => {
  const reviewed = await exact(id);
  await as(editor, (w) => approveContent(w, reviewed));
};
const publish = async (id: string) => {
  await as(clerk, (w) => scheduleContent(w, { id, at: null }));
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
};

describe("before submission", () => {
  test("it is asked, and “no” is an answer", async () => {
    expect(await missing(null)).toEqual(["ai-missing"]);
    expect(await missing(noAi)).toEqual([]);
  });

  test("use is recorded whole; help that keeps the meaning needs no label, the rest does", async () => {
    expect(await missing({ ...noAi, use: "assisted" })).toEqual(["ai-tool", "ai-purposes", "ai-checked"]);
    expect(await missing({ ...drafted, purposes: ["spelling", "translation"], label: "" })).toEqual([]);
    expect(await missing({ ...drafted, purposes: ["spelling", "voice"], label: " " })).toEqual(["ai-label"]);
    expect(await missing({ ...drafted, use: "generated", purposes: ["spelling"], label: "" })).toEqual([
      "ai-label",
    ]);
  });
});

test("the record is part of the text: another one revokes the approval", async () => {
  const id = await begin(noAi);
  await submit(id);
  await approve(id);
  const { revisionId, hash } = await exact(id);
  const { title } = await revisionOf(db.database, revisionId);
  await as(writer, (w) =>
    saveContent(w, {
      id,
      saveId: uuidv7(),
      baseRevisionId: revisionId,
      fields: fields(title, { aiUse: drafted }),
    }),
  );
  expect((await exact(id)).hash).not.toBe(hash);
  expect(await item(id)).toMatchObject({ state: "draft", approvedRevisionId: null });
});

test("the public reads the label first, on the page and in feeds; machines are told, too", async () => {
  const id = await begin(drafted);
  await submit(id);
  await approve(id);
  await publish(id);
  const { slug } = await item(id);
  const page = await publishedBySlug(db.database, SAMPLE_AGENCY_ID, slug!);
  if (page?.state !== "published") return expect.unreachable();
  expect(richTextToPlainText(page.body).split("\n")[0]).toBe(suggestedLabel);
  expect(richTextToPlainText(page.body)).not.toContain("Trợ lý soạn thảo mẫu");
  expect(page.ai).toMatchObject({
    disclosure: "ai-assisted",
    digitalSource: "CompositeWithTrainedAlgorithmicMediaDigitalSource",
  });
  const { entries } = await newestForFeed(db.database, SAMPLE_AGENCY_ID, {}, { page: 1, perPage: 5 });
  expect(richTextToPlainText(entries.find((entry) => entry.id === id)!.body)).toContain(suggestedLabel);
});

test("what was approved before this was asked goes out as it was approved", async () => {
  const id = await begin(noAi);
  await submit(id);
  await approve(id);
  const { revisionId } = await exact(id);
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query("update content_revision set ai_use = null where id = $1", [revisionId]);
  await owner.end();
  await publish(id);
  expect((await item(id)).state).toBe("published");
});

test("a text that takes in another keeps both records", () => {
  expect(joinedUse(null, noAi)).toEqual(noAi);
  expect(joinedUse(noAi, drafted)).toEqual(drafted);
  expect(
    joinedUse({ ...drafted, tool: "B", label: "" }, { ...drafted, use: "generated", purposes: ["picture"] }),
  ).toEqual({
    use: "generated",
    tool: "B, Trợ lý soạn thảo mẫu",
    purposes: ["drafting", "picture"],
    checkedBy: "Nguyễn Văn Mẫu",
    label: suggestedLabel,
  });
});
