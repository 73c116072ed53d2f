import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { readConfig } from "#platform/config/config.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { createApi } from "../src/apps/api/api.ts";

let db: TestDatabase;
let api: ReturnType<typeof createApi>;
const faults: unknown[] = [];
beforeAll(async () => {
  db = await testDatabase("sample");
  const actor = {
    personId: samplePersonId("editor"),
    name: "editor",
    agencyId: SAMPLE_AGENCY_ID,
    appointments: [{ role: "editor" as const, unitId: sampleUnitId("ttbcxb") }],
  };
  api = createApi({
    database: db.database,
    config: readConfig({}),
    actorOf: async () => actor,
    onFault: (error) => faults.push(error),
  });
});

test("takes letters that the database cannot keep out of addresses and bodies, and keeps the rest", async () => {
  expect((await api.request("/api/planning/entries?q=%00")).status).toBe(200);
  const answer = await api.request("/api/stories", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title: "Đề\u0000 tài \ud800 mới", unitId: sampleUnitId("ttbcxb"), taskIds: [] }),
  });
  expect(await answer.text()).toContain("Đề tài \ufffd mới");
  expect(answer.status).toBe(200);
  const deep = await api.request("/api/stories", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"title":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
  });
  expect(deep.status).toBe(400);
  expect(faults).toEqual([]);
});
