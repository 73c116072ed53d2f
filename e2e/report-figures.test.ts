import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { periodContaining } from "#platform/clock/reporting-period.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { registerDocument } from "../src/capabilities/documents/register-document.ts";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "../src/capabilities/organization/seed.ts";
import { attachEvidence } from "../src/capabilities/plan/attach-evidence.ts";
import { recordNoneReason } from "../src/capabilities/plan/record-none-reason.ts";
import { addTask, assignTask } from "../src/capabilities/plan/save-task.ts";
import { SAMPLE_PLAN_ID } from "../src/capabilities/plan/seed.ts";
import { withdrawOneEvidence } from "../src/capabilities/plan/withdraw-evidence.ts";
import { countFigures } from "../src/capabilities/reports/figures.ts";
import { gatherChain } from "../src/capabilities/reports/gather-chain.ts";
import { type PublicSite, startPublicSite } from "./public-site.ts";

const person = (email: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name: email,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const editor = person("editor", "editor");
const clerk = person("office", "office");

let site: PublicSite;
let openObligation: string;
let nextOpen: string;
beforeAll(async () => {
  site = await startPublicSite();
  const { obligations } = await gatherChain(site.db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, period);
  const open = (await figures()).get("obligations.open")!.rows.ids;
  [openObligation, nextOpen] = obligations.filter(({ id }) => open.includes(id)).map(({ id }) => id) as [
    string,
    string,
  ];
});

const period = { code: periodContaining(today(), "month", "decree").code, basis: "decree" as const };
const figures = async (code = period.code) =>
  new Map(
    countFigures(
      await gatherChain(site.db.database, SAMPLE_AGENCY_ID, SAMPLE_PLAN_ID, { code, basis: "decree" }),
    ).map((figure) => [figure.key, figure]),
  );
const as = <T>(who: Actor, act: (current: Work) => Promise<T>) => work(site.db.database, who, act);

/** What an act moves: "key: change", with the change of the denominator where there is one. */
async function moved(act: () => Promise<unknown>): Promise<Record<string, number | [number, number]>> {
  const before = await figures();
  await act();
  const after = await figures();
  return Object.fromEntries(
    [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
      const [was, is] = [before.get(key), after.get(key)];
      const change = (is?.numerator ?? 0) - (was?.numerator ?? 0);
      const whole = (is?.denominator ?? 0) - (was?.denominator ?? 0);
      if (change === 0 && whole === 0) return [];
      return [[key, whole === 0 ? change : [change, whole]]];
    }),
  );
}

const prove = (
  links: { taskIds?: string[]; obligationIds?: string[]; clauseIds?: string[] },
  at = new Date(),
) =>
  as(editor, (w) =>
    attachEvidence(w, {
      taskIds: [],
      obligationIds: [],
      ...links,
      source: "test",
      sourceId: uuidv7(),
      label: "Minh chứng mẫu",
      url: null,
      at,
      revisionHash: null,
    }),
  );
const taskDue = (date: string) => ({
  title: "Nhiệm vụ có hạn",
  clauseId: null,
  leadUnitId: sampleUnitId("phong-mau-a"),
  allUnits: false,
  responsiblePersonId: null,
  approverPersonId: null,
  coordinatingUnitIds: [],
  due: { kind: "date" as const, text: null, date, from: null, to: null, every: null },
  deliverable: null,
  obligationIds: [],
});

describe("mỗi việc trên chuỗi làm đổi đúng các số liệu của nó", () => {
  test("minh chứng thêm vào, thu hồi; lý do chưa có", async () => {
    let evidenceId = "";
    expect(
      await moved(async () => {
        ({ evidenceId } = await prove({ obligationIds: [openObligation] }));
      }),
    ).toMatchObject({
      "obligations.with-evidence": 1,
      "obligations.open": -1,
      "evidence.standing": 1,
    });
    expect(
      await moved(() => as(editor, (w) => withdrawOneEvidence(w, { id: evidenceId, reason: "Ghi nhầm" }))),
    ).toMatchObject({
      "obligations.with-evidence": -1,
      "obligations.open": 1,
      "evidence.standing": -1,
      "evidence.withdrawn": 1,
    });
    expect(
      await moved(() => as(editor, (w) => recordNoneReason(w, { id: nextOpen, reason: "Chưa đến lượt" }))),
    ).toEqual({ "obligations.with-reason": 1, "obligations.open": -1 });
  });

  test("nhiệm vụ có hạn trong kỳ: thêm, dời hạn ra ngoài, dời lại, có minh chứng", async () => {
    const { from, to } = periodContaining(today(), "month", "decree");
    let id = "";
    const total = { "tasks.with-evidence": [0, 1] };
    expect(
      await moved(async () => {
        ({ id } = await as(editor, (w) => addTask(w, { id: SAMPLE_PLAN_ID, ...taskDue(to) })));
      }),
    ).toEqual({ ...total, "tasks.due": [0, 1] });
    const dayBefore = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
    const move = (date: string) => () => as(editor, (w) => assignTask(w, { id, ...taskDue(date) }));
    expect(await moved(move(dayBefore))).toEqual({ "tasks.due": [0, -1] });
    expect(await moved(move(from))).toEqual({ "tasks.due": [0, 1] });
    expect(await moved(() => prove({ taskIds: [id] }))).toEqual({
      "tasks.with-evidence": 1,
      "tasks.due": 1,
      "evidence.standing": 1,
    });
  });

  test("văn bản vào sổ: đi và đến đếm riêng", async () => {
    const register = (number: string, outgoing: boolean) => () =>
      as(clerk, (w) =>
        registerDocument(w, {
          number,
          type: "Công văn",
          issuedOn: today().toString(),
          issuer: null,
          abstract: null,
          outgoing,
        }),
      );
    expect(await moved(register("901/SVHTTDL-TTBCXB", true))).toEqual({ "documents.issued": 1 });
    expect(await moved(register("77/UBND-NC", false))).toEqual({ "documents.received": 1 });
  });

  test("tin đăng, đính chính, thu hồi, gỡ bỏ", async () => {
    let id = "";
    const published = await moved(async () => {
      ({ id } = await site.publish("Tin để đếm", { primaryTheme: "pillar.digital.skills" }));
    });
    expect(published).toMatchObject({
      "content.published": 1,
      "evidence.standing": 1,
      "placements.total": 1,
      "content.by-kind.news": [1, 1],
      [`content.by-unit.${sampleUnitId("phong-mau-a")}`]: [1, 1],
      "content.by-theme-group.pillar": [1, 1],
      "content.by-pillar.pillar.digital": [1, 1],
      "themes.covered": 1,
      "themes.missing": -1,
    });
    expect(
      await moved(() =>
        site.correct(id, "Tin để đếm, đã sửa", { primaryTheme: "pillar.digital.skills" }, "Sửa tên gọi"),
      ),
    ).toEqual({});
    expect(await moved(() => site.withdraw(id, "Có chi tiết sai"))).toMatchObject({
      "content.withdrawn": 1,
      "evidence.standing": -1,
      "evidence.withdrawn": 1,
      "placements.total": -1,
    });
    expect(await moved(() => site.remove(id, "Lộ thông tin cá nhân"))).toMatchObject({
      "content.published": -1,
      "content.withdrawn": [-1, -1],
      "themes.covered": -1,
      "themes.missing": 1,
    });
  });

  test("tin đăng lúc 23:59:59 ngày 14 thuộc kỳ trước, lúc 0:00 ngày 15 thuộc kỳ sau, theo giờ Việt Nam", async () => {
    const count = async () =>
      Promise.all(
        ["2025-10", "2025-11"].map(async (code) => (await figures(code)).get("content.published")!.numerator),
      );
    const [october, november] = await count();
    await site.publish("Cuối ngày 14", {}, { at: new Date("2025-10-14T16:59:59Z") });
    await site.publish("Đầu ngày 15", {}, { at: new Date("2025-10-14T17:00:00Z") });
    expect(await count()).toEqual([october! + 1, november! + 1]);
  });
});
