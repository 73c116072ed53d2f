import { beforeAll, expect, test } from "vitest";
import { sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import { Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "./approve-content.ts";
import { draftContent } from "./draft-content.ts";
import { linkContent } from "./link-content.ts";
import { fields, newsroomOf, ownTitle, people } from "./newsroom.fixture.ts";
import { presentItem } from "./present-content.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { scheduleContent } from "./schedule-content.ts";
import { submitForReview } from "./submit-for-review.ts";

let db: TestDatabase;
const { as, exact } = newsroomOf(() => db.database);
const { writer, editor, clerk } = people;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const carriesOut = (yes: boolean) =>
  db.pool.query(
    yes
      ? "update plan set standing = 'in-force', ended_at = null, ended_reason = null where standing = 'ended'"
      : "update plan set standing = 'ended', ended_at = now(), ended_reason = 'Hết năm' where standing = 'in-force'",
  );
const draft = () =>
  as(writer, (w) =>
    draftContent(w, {
      kind: "news",
      unitId: sampleUnitId("phong-mau-a"),
      fields: fields(ownTitle("Tin không gắn")),
    }),
  );
const submit = async (id: string) => {
  const { revisionId } = await exact(id);
  await as(writer, (w) => submitForReview(w, { id, revisionId }));
};
const seen = (id: string) => presentItem(db.database, editor, id);
const proofs = async (id: string) =>
  (await db.pool.query("select id from evidence where source_id = $1", [id])).rows.length;
const none = { taskIds: [], obligationIds: [], clauseIds: [] };

test("an agency that carries out no plan publishes without one, visibly, and links afterwards; one with a plan must link", async () => {
  await carriesOut(false);
  const id = await draft();
  expect(await seen(id)).toMatchObject({ mustLink: false, unlinked: false, toSubmit: [] });
  await submit(id);
  expect(await seen(id)).toMatchObject({ unlinked: true });
  const reviewed = await exact(id);
  await as(editor, (w) => approveContent(w, reviewed));
  await as(clerk, (w) => scheduleContent(w, { id, at: null }));
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  expect(await seen(id)).toMatchObject({ state: "published", unlinked: true });
  expect(await proofs(id)).toBe(0);

  await carriesOut(true);
  const other = await draft();
  await expect(submit(other)).rejects.toMatchObject({ issues: [{ field: "links", key: "links-missing" }] });
  // What is out stays out, and proves something from the moment it is linked.
  await as(editor, (w) => linkContent(w, { id, ...none, obligationIds: [sampleObligationId("II.4.2-a")] }));
  expect(await seen(id)).toMatchObject({ state: "published", unlinked: false, mustLink: true });
  expect(await proofs(id)).toBe(1);
});

test("what was approved without a plan is held back once there is one, and its last link is not taken away", async () => {
  await carriesOut(false);
  const id = await draft();
  await submit(id);
  const reviewed = await exact(id);
  await as(editor, (w) => approveContent(w, reviewed));
  await carriesOut(true);
  await expect(as(clerk, (w) => scheduleContent(w, { id, at: null }))).rejects.toThrow(Unacceptable);
  const link = (obligationIds: string[]) => as(editor, (w) => linkContent(w, { id, ...none, obligationIds }));
  await link([sampleObligationId("II.4.2-a")]);
  await expect(link([])).rejects.toThrow("cần ít nhất một");
  await carriesOut(false);
  await link([]);
  await as(clerk, (w) => scheduleContent(w, { id, at: null }));
  await carriesOut(true);
});
