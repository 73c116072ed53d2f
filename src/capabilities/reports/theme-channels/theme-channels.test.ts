import { readXlsx } from "hucre/xlsx";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { attachEvidence, planChain, planOfYear } from "#plan";
import { NotFound } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { exportThemeChannels } from "./export-theme-channels.ts";
import { themeChannelCell, themeChannels } from "./theme-channels.ts";

let db: TestDatabase;
let id: string;
const editor = {
  personId: samplePersonId("editor"),
  name: "Biên tập mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "editor" as const, unitId: sampleUnitId("ttbcxb") }],
};
const question = () => ({ id, basis: "decree" as const, period: "" });
const board = () => themeChannels(db.database, SAMPLE_AGENCY_ID, question());

beforeAll(async () => {
  db = await testDatabase("sample");
  id = (await planOfYear(db.database, SAMPLE_AGENCY_ID, 2026))!.id;
});

test("counts each theme on each channel by what proofs and items say, and guesses nothing", async () => {
  const { obligations } = await planChain(db.database, SAMPLE_AGENCY_ID, id, {
    from: "2026-01-01",
    to: "2026-12-31",
  });
  const themed = obligations.find(({ themeSlugs }) => themeSlugs.length > 0)!;
  const plain = obligations.find(({ themeSlugs }) => themeSlugs.length === 0)!;
  const before = await board();
  const proof = (obligationId: string, sourceId: string, url: string | null, day = "2026-10-01") =>
    work(db.database, editor, (w) =>
      attachEvidence(w, {
        taskIds: [],
        obligationIds: [obligationId],
        source: "person",
        sourceId,
        label: `Minh chứng ${sourceId}`,
        url,
        at: new Date(`${day}T05:00:00Z`),
        revisionHash: null,
      }),
    );
  await proof(themed.id, "a", "https://www.facebook.com/mau/posts/1");
  await proof(themed.id, "b", null);
  await proof(plain.id, "c", "https://zalo.me/mau");
  await proof(themed.id, "năm sau", null, "2027-02-01");
  const after = await board();
  expect(after.total).toBe(before.total + 3);
  const at = (of: typeof after, theme: string, channel: string) =>
    of.themes.find((row) => row.id === theme)?.cells[of.channels.findIndex((one) => one.id === channel)] ?? 0;
  const theme = themed.themeSlugs[0]!;
  expect(at(after, theme, "Facebook")).toBe(at(before, theme, "Facebook") + 1);
  expect(at(after, theme, "chua-co-kenh")).toBe(at(before, theme, "chua-co-kenh") + 1);
  expect(at(after, "chua-ro", "Zalo")).toBe(1);
  expect(after.channels.at(-1)).toMatchObject({ id: "chua-co-kenh", label: "Chưa có kênh" });
  const { rows } = await themeChannelCell(db.database, SAMPLE_AGENCY_ID, {
    ...question(),
    theme,
    channel: "Facebook",
  });
  expect(rows.map(({ label }) => label)).toContain("Minh chứng a");
  // A published item stands on the portal under its own theme.
  const portal = after.channels.find(({ label }) => label === "Cổng thông tin điện tử")!;
  expect(portal.count).toBeGreaterThan(0);
});

test("goes out as a table with what was chosen; another agency's plan and a strange period are not there", async () => {
  const file = await work(db.database, editor, (w) =>
    exportThemeChannels(w, { ...question(), show: "with" }),
  );
  const [table, choices] = (await readXlsx(file)).sheets;
  const { themes } = await board();
  expect(table!.rows.slice(1).map(([, label]) => label)).toEqual(
    themes.filter(({ count }) => count > 0).map(({ label }) => label),
  );
  expect(choices!.rows.find(([name]) => name === "Hiện")![1]).toBe("Chủ đề đã có");
  await expect(themeChannels(db.database, editor.personId, question())).rejects.toThrow(NotFound);
  await expect(
    themeChannels(db.database, SAMPLE_AGENCY_ID, { ...question(), period: "2025-Q1" }),
  ).rejects.toThrow(NotFound);
});
