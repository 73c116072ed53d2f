import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { people, plansOn, stranger } from "../plan.fixture.ts";
import { tasksOf } from "../plan-queries.ts";
import { recordEvidence } from "../record-evidence.ts";
import { SAMPLE_PLAN_ID } from "../seed.ts";
import { withdrawOneEvidence } from "../withdraw-evidence.ts";
import { fixShortcoming } from "./fix-shortcoming.ts";
import { mendShortcoming } from "./mend-shortcoming.ts";
import { noteFinding } from "./note-finding.ts";
import { noteShortcoming } from "./note-shortcoming.ts";
import { refuseShortcoming } from "./refuse-shortcoming.ts";
import { shortcomingsBetween, shortcomingsOf } from "./shortcoming-queries.ts";

let db: TestDatabase;
let taskId: string;
beforeAll(async () => {
  db = await testDatabase("sample");
  taskId = (await tasksOf(db.database, SAMPLE_PLAN_ID)).find(
    ({ leadUnitId }) => leadUnitId === sampleUnitId("ttbcxb"),
  )!.id;
});
const { as } = plansOn(() => db.database);
const unitId = sampleUnitId("phong-mau-a");
const note = (actor: Actor, what: string, changed: Record<string, string> = {}) =>
  as(actor, (w) =>
    noteShortcoming(w, {
      planId: SAMPLE_PLAN_ID,
      taskId: null,
      unitId,
      personId: null,
      what,
      why: null,
      ...changed,
    }),
  );
const plainFix = {
  unitId,
  personId: null,
  why: "Thiếu người",
  taskId: null as string | null,
  words: "Cử người viết" as string | null,
  day: "2026-12-20" as string | null,
};
const fix = (actor: Actor, id: string, changed: Partial<typeof plainFix> = {}) =>
  as(actor, (w) => fixShortcoming(w, { id, ...plainFix, ...changed }));
const mend = (actor: Actor, id: string, url: string | null, evidenceId: string | null = null) =>
  as(actor, (w) => mendShortcoming(w, { id, url, evidenceId }));
const seen = async (id: string, actor = people.auditor) =>
  (await shortcomingsOf(db.database, actor)).find((row) => row.id === id)!;

describe("what is lacking", () => {
  test("has an owner, is mended until a day, and proved by an address; whose it is and who noted it are told", async () => {
    const id = await note(people.editor, "Gửi báo cáo chậm");
    expect(await seen(id, people.head)).toMatchObject({ mine: true, state: "open" });
    await expect(fix(people.head, id, { words: null })).rejects.toThrow(Unacceptable);
    await expect(fix(people.head, id, { day: null })).rejects.toThrow(Unacceptable);
    await fix(people.head, id);
    await expect(mend(people.contributor, id, null)).rejects.toThrow(Unacceptable);
    await mend(people.contributor, id, "https://example.vn/bao-cao");
    expect(await seen(id, people.head)).toMatchObject({
      state: "mended",
      mine: false,
      fixWords: "Cử người viết",
      proofUrl: "https://example.vn/bao-cao",
    });
    await expect(mend(people.contributor, id, "https://example.vn/2")).rejects.toThrow(Conflict);
    const { rows } = await db.pool.query<{ person_id: string; title: string }>(
      "select person_id, title from notice where kind = 'shortcoming' order by at",
    );
    expect(rows).toContainEqual({
      person_id: samplePersonId("head"),
      title: "Đơn vị bạn có tồn tại, hạn chế: Gửi báo cáo chậm",
    });
    expect(rows).toContainEqual({
      person_id: samplePersonId("editor"),
      title: "Đã khắc phục: Gửi báo cáo chậm",
    });
  });

  test("that a proof of its task has mended must be proved anew when that proof is withdrawn", async () => {
    const id = await note(people.editor, "Chưa có tin", { taskId, unitId: sampleUnitId("ttbcxb") });
    const proofOf = async (taskIds: string[]) =>
      (
        await as(people.editor, (w) =>
          recordEvidence(w, {
            id: uuidv7(),
            taskIds,
            obligationIds: [],
            label: "Tin đã đăng",
            url: "https://example.vn/tin",
            on: "2026-11-20",
            files: [],
          }),
        )
      ).evidenceId;
    const evidenceId = await proofOf([taskId]);
    await expect(mend(people.editor, id, null, uuidv7())).rejects.toThrow(Unacceptable);
    await mend(people.editor, id, null, evidenceId);
    expect(await seen(id)).toMatchObject({
      state: "mended",
      proofLabel: "Tin đã đăng",
      proofWithdrawn: false,
    });
    await as(people.editor, (w) => withdrawOneEvidence(w, { id: evidenceId, reason: "Nhầm" }));
    expect(await seen(id)).toMatchObject({ proofWithdrawn: true });
    await mend(people.editor, id, "https://example.vn/tin-khac");
    expect(await seen(id)).toMatchObject({ proofWithdrawn: false });
  });

  test("is not accepted with a reason, and stays closed", async () => {
    const id = await note(people.leadership, "Thiếu hội nghị");
    await expect(as(people.head, (w) => refuseShortcoming(w, { id, reason: "x" }))).rejects.toThrow(
      Forbidden,
    );
    await as(people.editor, (w) => refuseShortcoming(w, { id, reason: "Không có trong kế hoạch" }));
    await expect(fix(people.editor, id)).rejects.toThrow(Conflict);
    await expect(mend(people.editor, id, "https://example.vn/1")).rejects.toThrow(Conflict);
  });

  test("is noted, given and mended in one's own unit alone", async () => {
    const other = { unitId: sampleUnitId("van-phong") };
    await expect(note(people.head, "x", other)).rejects.toThrow(Forbidden);
    await expect(note(people.contributor, "x")).rejects.toThrow(Forbidden);
    const theirs = await note(people.editor, "Việc của văn phòng", other);
    await expect(fix(people.head, theirs)).rejects.toThrow(Forbidden);
    await expect(mend(people.contributor, theirs, "https://example.vn/1")).rejects.toThrow(Forbidden);
    const mine = await note(people.head, "Việc của phòng");
    await expect(fix(people.head, mine, other)).rejects.toThrow(Forbidden);
    await expect(fix(stranger, mine)).rejects.toThrow(NotFound);
    expect(await shortcomingsOf(db.database, stranger)).toEqual([]);
  });

  test("that a report finds is noted once for each cause, and not again while one is open", async () => {
    const found = (cause: string) =>
      as(people.editor, (w) =>
        noteFinding(w, {
          taskId,
          kind: "no-proof",
          cause,
          what: "Chưa có minh chứng",
          told: { label: "Báo cáo", url: "/workspace/bao-cao/1" },
        }),
      );
    expect(await found("no-proof:1:2026-10")).toBe(true);
    expect(await found("no-proof:1:2026-10")).toBe(false);
    expect(await found("no-proof:1:2026-11")).toBe(false);
    const { id, unitName } = (await shortcomingsOf(db.database, people.editor)).find(
      ({ what }) => what === "Chưa có minh chứng",
    )!;
    expect(unitName).toContain("Thông tin");
    await mend(people.editor, id, "https://example.vn/1");
    expect(await found("no-proof:1:2026-10")).toBe(false);
    expect(await found("no-proof:1:2026-11")).toBe(true);
  });

  test("is told by the report of its period, and by later ones until it is closed", async () => {
    const days = (from: string, to: string) =>
      shortcomingsBetween(db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, { from, to });
    const sample = "Tin, bài về cải cách hành chính gửi chưa đều hằng tháng";
    const tells = async (from: string, to: string) =>
      (await days(from, to)).some(({ what }) => what === sample);
    expect(await tells("2026-10-15", "2026-11-14")).toBe(false);
    expect(await tells("2026-11-15", "2026-12-14")).toBe(true);
    expect(await tells("2027-12-15", "2028-01-14")).toBe(true);
    const { id } = (await shortcomingsOf(db.database, people.head)).find(({ what }) => what === sample)!;
    await mend(people.head, id, "https://example.vn/1");
    expect(await tells("2027-12-15", "2028-01-14")).toBe(false);
  });
});
