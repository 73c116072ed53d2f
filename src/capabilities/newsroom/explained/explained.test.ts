import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { documentsOfAgency } from "#documents";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Forbidden, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { explanationsOf } from "../portal/explanations.ts";
import { contentItem } from "../tables.ts";
import { explainDocuments } from "./explain-documents.ts";
import { documentsOfItem } from "./explained-queries.ts";

let db: TestDatabase;
const actor = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const editor = actor("editor", "editor");

beforeAll(async () => {
  db = await testDatabase("sample");
});

test("bài đã đăng và văn bản dẫn tới nhau; bỏ chọn thì thôi; người chỉ xem, văn bản lạ bị từ chối", async () => {
  const [item] = await db.database
    .select()
    .from(contentItem)
    .where(eq(contentItem.state, "published"))
    .limit(1);
  const [document] = await documentsOfAgency(db.database, SAMPLE_AGENCY_ID, { q: "118/2025" });
  const explain = (documentIds: string[], who = editor) =>
    work(db.database, who, (w) => explainDocuments(w, { id: item!.id, documentIds }));
  const named = () => documentsOfItem(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId: item!.id });
  const explanations = () => explanationsOf(db.database, SAMPLE_AGENCY_ID, document!.id);
  await explain([document!.id, document!.id]);
  expect(await named()).toEqual([{ id: document!.id, name: "Nghị định 118/2025/NĐ-CP", path: null }]);
  expect(await explanations()).toMatchObject({
    items: [{ href: `/tin-tuc/${item!.slug}` }],
    tags: [`content:${item!.id}`],
  });
  await expect(explain([], actor("auditor", "auditor"))).rejects.toBeInstanceOf(Forbidden);
  await expect(explain([uuidv7()])).rejects.toBeInstanceOf(NotFound);
  await explain([]);
  expect([await named(), await explanations()]).toEqual([[], { items: [], tags: [] }]);
});
