import { beforeAll, expect, test } from "vitest";
import { Forbidden } from "#platform/auth/policy.ts";
import type { PortalCall } from "#platform/http/portal-page.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { pauseProcedure } from "../pause-procedure.ts";
import { answerKioskData } from "../portal/kiosk/kiosk-data.ts";
import { answerKioskFile, kioskFileNames } from "../portal/kiosk/kiosk-files.ts";
import { twoAgencies } from "../procedures.fixture.ts";
import { repealProcedure } from "../repeal-procedure.ts";
import { kioskSettingOf } from "./kiosk-setting.ts";
import { setKiosk } from "./set-kiosk.ts";

let db: TestDatabase;
let they: Awaited<ReturnType<typeof twoAgencies>>;
beforeAll(async () => {
  db = await testDatabase();
  they = await twoAgencies(db);
});

const host = "https://so.example.gov.vn";
const callOf = (agencyId: string, params = {}) =>
  ({
    ...{ database: db.database, origin: host, host, params, query: {} },
    now: new Date("2026-11-30T09:00:00+07:00"),
    agency: { id: agencyId, name: "Sở Mẫu", base: "", hotline: null, phone: "0200", isSample: false },
  }) as unknown as PortalCall;

const dataOf = async (agencyId = they.agencyId) =>
  JSON.parse((await answerKioskData(callOf(agencyId))).body) as {
    version: string;
    message: string;
    idleSeconds: number;
    procedures: {
      code: string;
      isPaused: boolean;
      howLong: string[];
      page: { size: number; rows: string[] };
    }[];
  };

test("the agency sets greeting and time, who may; another's screen stays as it comes", async () => {
  await they.as(they.clerk, (current) => setKiosk(current, { message: "Xin chào", idleSeconds: 45 }));
  expect(await kioskSettingOf(db.database, they.agencyId)).toEqual({ message: "Xin chào", idleSeconds: 45 });
  expect(await dataOf()).toMatchObject({ message: "Xin chào", idleSeconds: 45 });
  expect((await kioskSettingOf(db.database, they.otherAgencyId)).idleSeconds).toBe(90);
  const auditor = await they.actor("auditor");
  await expect(
    they.as(auditor, (current) => setKiosk(current, { message: "", idleSeconds: 60 })),
  ).rejects.toThrow(Forbidden);
  await expect(
    they.as(they.clerk, (current) => setKiosk(current, { message: "", idleSeconds: 5 })),
  ).rejects.toThrow();
});

test("the screen shows what people can do now, with a version that changes with it", async () => {
  const [one, two] = [await they.add("2.000801"), await they.add("2.000802", { name: "Cấp thẻ" })];
  const before = await dataOf();
  expect(before.procedures.map(({ code }) => code).toSorted()).toEqual(["2.000801", "2.000802"]);
  expect(before.procedures[0]!.howLong).toEqual(["15 ngày làm việc"]);
  // Squares of the code: a quiet zone of four around, then the corner that readers look for.
  const { size, rows } = before.procedures[0]!.page;
  expect(rows).toHaveLength(size);
  expect([rows[0], rows[4]!.slice(0, 3)]).toEqual(["0".repeat(rows[0]!.length), "0fe"]);
  expect((await dataOf()).version).toBe(before.version);
  await they.as(they.clerk, (current) => pauseProcedure(current, { id: two, reason: "Chờ" }));
  await they.as(they.clerk, (current) =>
    repealProcedure(current, { id: one, repealedOn: "2026-11-01", reason: "Hết", successorId: null }),
  );
  const after = await dataOf();
  expect(after.version).not.toBe(before.version);
  expect(after.procedures.map(({ code, isPaused }) => [code, isPaused])).toEqual([["2.000802", true]]);
  expect((await dataOf(they.otherAgencyId)).procedures).toEqual([]);
});

test("its files stand under names of their content alone", async () => {
  for (const name of kioskFileNames)
    expect(await answerKioskFile(callOf(they.agencyId, { name }))).toMatchObject({ kind: "file" });
  expect(await answerKioskFile(callOf(they.agencyId, { name: "kiosk.js" }))).toBeNull();
});
