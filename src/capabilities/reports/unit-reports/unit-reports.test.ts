import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { draftReport } from "../draft-report.ts";
import { editReport } from "../edit-report.ts";
import { freezeFigures } from "../freeze-figures.ts";
import { openReport } from "../open-report.ts";
import { presentReport } from "../present-report.ts";
import { reviewReport } from "../review-report.ts";
import { signOffReport } from "../sign-off-report.ts";
import { acceptUnitReport } from "./accept-unit-report.ts";
import { askFurtherUnits, askUnits } from "./ask-units.ts";
import { arrearsInWords, boardShows } from "./board-filter.ts";
import { exportBoard } from "./export-board.ts";
import { gatherUnitReports } from "./gather-unit-reports.ts";
import { closeUnitReports } from "./lock-unit-reports.ts";
import { remindUnit } from "./remind-unit.ts";
import { reopenUnitReports } from "./reopen-unit-reports.ts";
import { presentRequest, waitingUnitReports } from "./request-queries.ts";
import { returnUnitReport } from "./return-unit-report.ts";
import { saveUnitReport } from "./save-unit-report.ts";
import { sendUnitReport } from "./send-unit-report.ts";
import { emptyText, type UnitReportText } from "./unit-report.ts";
import { presentUnitReport } from "./unit-report-queries.ts";

let db: TestDatabase;
let requestId: string;

const person = (account: string, role: Role, unit: string | null): Actor => ({
  personId: samplePersonId(account),
  name: account,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: unit && sampleUnitId(unit) }],
});
const editor = person("editor", "editor", "ttbcxb");
const leader = person("leadership", "leadership", "lanh-dao");
const head = person("head", "head", "phong-mau-a");
const contributor = person("contributor", "contributor", "phong-mau-a");
const clerk = person("office", "office", "van-phong");
const finance = person("finance", "finance", "khtc");
const auditor = person("auditor", "auditor", null);
const stranger = { ...editor, agencyId: "01970000-0000-7000-8000-00ff00000001" };

const as = <T>(actor: Actor, at: string, act: (current: Work) => Promise<T>) =>
  work(db.database, actor, act, { at: new Date(`${at}+07:00`) });
const asking = {
  planId: null,
  period: "2026-12",
  basis: "decree" as const,
  dueOn: "2026-12-10",
  note: null,
  unitIds: ["phong-mau-a", "van-phong"].map(sampleUnitId),
  extras: [{ label: "Số buổi tuyên truyền", unit: "buổi" }],
};
const board = (day: string, who: Actor = auditor) => presentRequest(db.database, who, requestId, day);
const idOf = async (slug: string) =>
  (await board("2026-12-01")).rows.find(({ unitId }) => unitId === sampleUnitId(slug))!.id;
const seen = (id: string, who: Actor, day = "2026-12-09") => presentUnitReport(db.database, who, id, day);
/** Saves over what stands there; gives the version's id. */
async function save(who: Actor, at: string, id: string, text: Partial<UnitReportText>): Promise<string> {
  const saveId = uuidv7();
  const baseId = (await seen(id, who)).text?.id ?? id;
  await as(who, at, (w) => saveUnitReport(w, { id, saveId, baseId, text: { ...emptyText, ...text } }));
  return saveId;
}
const notices = async (account: string) =>
  (
    await db.pool.query<{ title: string }>(
      "select title from notice where person_id = $1 and kind = 'unit-report' order by at desc, id desc",
      [samplePersonId(account)],
    )
  ).rows.map(({ title }) => title);

beforeAll(async () => {
  db = await testDatabase("sample");
  requestId = await as(editor, "2026-12-01T08:00:00", (w) => askUnits(w, asking));
});

describe("units are asked for a period", () => {
  test("once; their answerable people are told once, and further units are added", async () => {
    for (const account of ["head", "contributor", "office"])
      expect((await notices(account))[0]).toBe(
        "Đơn vị gửi báo cáo tháng 12 năm 2026 trước hết ngày 10/12/2026",
      );
    const before = (await notices("head")).length;
    await expect(as(editor, "2026-12-01T09:00:00", (w) => askUnits(w, asking))).rejects.toThrow(
      "đã có yêu cầu",
    );
    const unitIds = ["phong-mau-a", "khtc"].map(sampleUnitId);
    await as(editor, "2026-12-01T09:00:00", (w) => askFurtherUnits(w, { id: requestId, unitIds }));
    expect((await board("2026-12-01")).rows.map(({ unitName }) => unitName)).toEqual([
      "Văn phòng Sở",
      "Phòng Tài chính - Kế hoạch",
      "Phòng Mẫu A (văn hóa)",
    ]);
    expect((await notices("head")).length).toBe(before);
    expect(await notices("finance")).toContain(
      "Đơn vị gửi báo cáo tháng 12 năm 2026 trước hết ngày 10/12/2026",
    );
  });

  test("by the editors alone, about a period, by a day to come, never for the leadership or another agency", async () => {
    const ask = (who: Actor, change: Partial<typeof asking>) =>
      as(who, "2026-12-01T08:00:00", (w) => askUnits(w, { ...asking, period: "2026", ...change }));
    for (const who of [leader, head, contributor, clerk, finance, auditor])
      await expect(ask(who, {})).rejects.toThrow(Forbidden);
    await expect(ask(editor, { dueOn: "2026-11-30" })).rejects.toThrow("trước hôm nay");
    await expect(ask(editor, { period: "2027-13" })).rejects.toThrow(Unacceptable);
    await expect(ask(editor, { unitIds: [sampleUnitId("lanh-dao")] })).rejects.toThrow(Unacceptable);
    await expect(ask(editor, { period: "2026-11" })).rejects.toThrow("đã ký");
    await expect(
      as(stranger, "2026-12-01T08:00:00", (w) =>
        askFurtherUnits(w, { id: requestId, unitIds: asking.unitIds }),
      ),
    ).rejects.toThrow(NotFound);
  });
});

describe("a unit answers", () => {
  test("with figures of the chain, corrected only with a reason, both numbers kept; once sent it is closed", async () => {
    const id = await idOf("phong-mau-a");
    const waits = async () =>
      (await waitingUnitReports(db.database, head, "2026-12-02")).toWrite.map((row) => row.id);
    expect(await waits()).toContain(id);
    const { figures } = await seen(id, head);
    const tasks = figures.find(({ key }) => key === "tasks")!;
    expect(tasks.value).toBe(tasks.rows.length);
    expect(tasks.value).toBeGreaterThan(0);
    const correction = (reason: string) => ({ tasks: { value: tasks.value + 1, reason } });
    const first = await save(contributor, "2026-12-02T09:00:00", id, { corrections: correction("") });
    expect((await seen(id, head)).state).toBe("writing");
    const send = (who: Actor, textId: string) =>
      as(who, "2026-12-09T10:00:00", (w) => sendUnitReport(w, { id, textId }));
    await expect(send(contributor, first)).rejects.toThrow("Trưởng đơn vị gửi");
    await expect(send(head, first)).rejects.toThrow(/lý do sửa số.*không có thì ghi 0.*kết quả nổi bật/u);
    const whole = {
      results: "Đã làm",
      extras: { "extra-1": 3 },
      corrections: correction("Thiếu một việc đột xuất"),
    };
    const second = await save(contributor, "2026-12-02T10:00:00", id, whole);
    await expect(send(head, first)).rejects.toThrow("bản mới hơn");
    await send(head, second);
    const sent = await seen(id, head);
    expect(sent).toMatchObject({ state: "sent", lateDays: 0, arrearsDays: 0 });
    expect(sent.figures.find(({ key }) => key === "tasks")).toMatchObject({
      value: tasks.value,
      corrected: { value: tasks.value + 1, reason: "Thiếu một việc đột xuất" },
    });
    expect((await notices("editor"))[0]).toBe("Phòng Mẫu A (văn hóa) đã gửi báo cáo tháng 12 năm 2026");
    await expect(save(head, "2026-12-09T11:00:00", id, { results: "Khác" })).rejects.toThrow(
      "Báo cáo của đơn vị: đã gửi, nên không sửa được.",
    );
    await expect(send(head, second)).rejects.toThrow(Conflict);
    expect(await waits()).not.toContain(id);
  });

  test("for itself alone; whoever saves over a newer version is shown it", async () => {
    const id = await idOf("khtc");
    for (const who of [head, contributor, clerk, editor])
      await expect(save(who, "2026-12-02T09:00:00", id, {})).rejects.toThrow("đơn vị mình");
    for (const who of [leader, auditor])
      await expect(save(who, "2026-12-02T09:00:00", id, {})).rejects.toThrow(Forbidden);
    const saveId = await save(finance, "2026-12-02T09:00:00", id, { results: "Một" });
    const again = (text: string, baseId: string, key = uuidv7()) =>
      as(finance, "2026-12-02T09:01:00", (w) =>
        saveUnitReport(w, { id, saveId: key, baseId, text: { ...emptyText, results: text } }),
      );
    await again("Một", id, saveId);
    await expect(again("Hai", id)).rejects.toMatchObject({ data: { current: { version: 1 } } });
    expect((await seen(id, finance)).text).toMatchObject({ version: 1, content: { results: "Một" } });
  });

  test("late is told in working days; a unit that has not sent is in arrears, for the leadership too", async () => {
    const id = await idOf("van-phong");
    expect((await board("2026-12-10")).rows.map(({ arrearsDays }) => arrearsDays)).toEqual([0, 0, 0]);
    const late = (await board("2026-12-14")).rows;
    expect(late.map(({ arrearsDays }) => arrearsDays)).toEqual([2, 2, 0]);
    const inArrears = async (who: Actor) =>
      (await waitingUnitReports(db.database, who, "2026-12-14")).inArrears.map(({ unitName }) => unitName);
    expect(await inArrears(leader)).toContain("Văn phòng Sở");
    expect(await inArrears(clerk)).toEqual([]);
    const textId = await save(clerk, "2026-12-14T09:00:00", id, {
      results: "Đã làm",
      extras: { "extra-1": 0 },
    });
    await as(clerk, "2026-12-14T09:01:00", (w) => sendUnitReport(w, { id, textId }));
    expect((await notices("editor"))[0]).toContain("muộn 2 ngày làm việc");
    expect((await seen(id, clerk, "2026-12-20")).lateDays).toBe(2);
  });
});

describe("the office", () => {
  test("reminds once a day, and it is kept whom it told", async () => {
    const id = await idOf("khtc");
    const remind = (at: string, who = editor) => as(who, at, (w) => remindUnit(w, { id }));
    await remind("2026-12-11T08:00:00");
    expect((await notices("finance"))[0]).toBe("Nhắc gửi báo cáo tháng 12 năm 2026: quá hạn 1 ngày làm việc");
    await expect(remind("2026-12-11T16:00:00")).rejects.toThrow("mỗi ngày nhắc một lần");
    await remind("2026-12-14T08:00:00");
    const row = (await board("2026-12-14")).rows.find((one) => one.id === id)!;
    expect(row.reminders.map(({ told }) => told)).toEqual([["Đỗ Văn Mẫu"], ["Đỗ Văn Mẫu"]]);
    for (const who of [leader, head, finance])
      await expect(remind("2026-12-15T08:00:00", who)).rejects.toThrow(Forbidden);
  });

  test("returns with a reason: a further round, what was sent stays; accepts exactly the sending it read", async () => {
    const id = await idOf("phong-mau-a");
    const first = (await seen(id, editor)).sendings[0]!;
    const giveBack = (who: Actor) =>
      as(who, "2026-12-10T09:00:00", (w) => returnUnitReport(w, { id, reason: "Thiếu số buổi" }));
    for (const who of [head, leader, clerk]) await expect(giveBack(who)).rejects.toThrow(Forbidden);
    await giveBack(editor);
    expect((await notices("contributor"))[0]).toContain("Thiếu số buổi");
    const textId = await save(head, "2026-12-11T09:00:00", id, {
      results: "Làm lại",
      extras: { "extra-1": 4 },
    });
    await as(head, "2026-12-15T09:01:00", (w) => sendUnitReport(w, { id, textId }));
    const { sendings, lateDays } = await seen(id, editor);
    expect(sendings.map(({ round, content }) => [round, content.results])).toEqual([
      [2, "Làm lại"],
      [1, "Đã làm"],
    ]);
    expect(sendings[1]).toMatchObject({ returnReason: "Thiếu số buổi", content: first.content });
    expect(lateDays).toBe(0);
    const accept = (sendingId: string, who = editor) =>
      as(who, "2026-12-15T10:00:00", (w) => acceptUnitReport(w, { id, sendingId }));
    await expect(accept(first.id)).rejects.toThrow("gửi lại lần khác");
    await expect(accept(sendings[0]!.id, head)).rejects.toThrow(Forbidden);
    await accept(sendings[0]!.id);
    expect((await seen(id, editor)).state).toBe("accepted");
    await expect(as(editor, "2026-12-15T10:01:00", (w) => remindUnit(w, { id }))).rejects.toThrow(Conflict);
  });

  test("takes the board out with its filter and the moment of its data", async () => {
    const file = await as(auditor, "2026-12-15T11:00:00", (w) =>
      exportBoard(w, { id: requestId, show: "accepted" }),
    );
    const { sheets } = await readXlsx(file);
    expect(sheets[0]!.rows.slice(1).map(([unit, state]) => [unit, state])).toEqual([
      ["Phòng Mẫu A (văn hóa)", "Đã tiếp nhận"],
    ]);
    expect(sheets[1]!.rows).toEqual(
      expect.arrayContaining([
        ["Hiện", "Đã tiếp nhận"],
        ["Số dòng", "1 trên 3"],
        ["Lấy số liệu lúc", "11:00, 15/12/2026"],
      ]),
    );
  });
});

describe("the agency's report of the period", () => {
  const reviewer = person("editor2", "editor", "ttbcxb");
  const gather = (who = editor, at = "2026-12-15T13:00:00") =>
    as(who, at, (w) => gatherUnitReports(w, { id: requestId }));
  let reportId: string;

  test("takes over what was accepted, adds up, quotes by unit, names who has not sent; kept by sending", async () => {
    await expect(gather()).rejects.toThrow("Chưa có báo cáo của cơ quan");
    const at = "2026-12-15T12:00:00";
    ({ id: reportId } = await as(editor, at, (w) =>
      openReport(w, { planId: null, period: "2026-12", basis: "decree" }),
    ));
    await as(editor, at, (w) => freezeFigures(w, { id: reportId }));
    await expect(gather()).rejects.toThrow("khi đã có dự thảo");
    await as(editor, at, (w) => draftReport(w, { id: reportId }));
    const drafted = async () => (await presentReport(db.database, editor, reportId)).text!.content.sections;
    const told = (await drafted()).find(({ heading }) => heading === "Tồn tại, hạn chế")!.text;
    expect(told).toContain("Trong 3 đơn vị được yêu cầu báo cáo (hạn ngày 10/12/2026), 2 đơn vị đã gửi");
    expect(told).toMatch(/chưa gửi: Phòng Tài chính - Kế hoạch/u);
    for (const who of [leader, head, auditor]) await expect(gather(who)).rejects.toThrow(Forbidden);
    await gather();
    await gather(editor, "2026-12-15T14:00:00");
    const sections = await drafted();
    const gathered = sections.slice(
      sections.findIndex(({ heading }) => heading.startsWith("Tổng hợp báo cáo")),
    );
    expect(gathered.map(({ heading }) => heading)).toEqual([
      "Tổng hợp báo cáo của các đơn vị",
      "Số liệu các đơn vị báo cáo",
      "Kết quả nổi bật do các đơn vị nêu",
      "Tồn tại, hạn chế do các đơn vị nêu",
      "Đề xuất, kiến nghị do các đơn vị nêu",
    ]);
    expect(gathered[0]!.text).toContain("Phòng Mẫu A (văn hóa) (lần gửi 2, bản 3)");
    expect(gathered[0]!.text).toContain("chưa gửi: Phòng Tài chính - Kế hoạch (quá hạn 3 ngày làm việc)");
    expect(gathered[0]!.text).toContain("chưa được tiếp nhận nên chưa tổng hợp: Văn phòng Sở");
    expect(gathered[1]!.text).toContain("- Số buổi tuyên truyền: 4 buổi (Phòng Mẫu A (văn hóa): 4).");
    expect(gathered[2]!.text).toBe("- Phòng Mẫu A (văn hóa): “Làm lại.”");
    const { gatherings } = await board("2026-12-15");
    expect(gatherings.map(({ units }) => units)).toEqual([
      [{ unitName: "Phòng Mẫu A (văn hóa)", round: 2, version: 3 }],
      [{ unitName: "Phòng Mẫu A (văn hóa)", round: 2, version: 3 }],
    ]);
  });

  test("closes the period with its signature; the leadership opens it with a reason and closes it again", async () => {
    const at = "2026-12-16T08:00:00";
    const before = (await presentReport(db.database, editor, reportId)).text!;
    const text = {
      ...before.content,
      sections: before.content.sections.map((section) => ({
        ...section,
        text: section.text.replaceAll(/\[Bổ sung:[^\]]*\]/gu, "Không có."),
      })),
    };
    await as(editor, at, (w) =>
      editReport(w, { id: reportId, saveId: uuidv7(), baseId: before.id, text, takesReviewBack: false }),
    );
    const version = before.version + 1;
    await as(reviewer, at, (w) => reviewReport(w, { id: reportId, version }));
    await expect(gather()).rejects.toThrow("chưa soát");
    await as(leader, at, (w) => signOffReport(w, { id: reportId, version }));
    const id = await idOf("khtc");
    const write = (results = "Muộn") => save(finance, "2026-12-16T09:00:00", id, { results });
    await expect(write()).rejects.toThrow("kỳ đã khóa");
    const returned = as(editor, at, (w) => returnUnitReport(w, { id, reason: "Sửa" }));
    await expect(returned).rejects.toThrow("kỳ đã khóa");
    const unitIds = [sampleUnitId("phong-mau-b")];
    const further = as(editor, at, (w) => askFurtherUnits(w, { id: requestId, unitIds }));
    await expect(further).rejects.toThrow("kỳ đã khóa");
    const { rows: closed } = await board("2026-12-20");
    expect(closed.every(({ arrearsDays }) => arrearsDays === 0)).toBe(true);
    expect(closed.filter(({ missed }) => missed).map(arrearsInWords)).toEqual([
      "Không gửi trước khi kỳ khóa",
    ]);
    expect(closed.filter((row) => boardShows(row, "arrears"))).toHaveLength(1);
    const reopen = (who: Actor) =>
      as(who, at, (w) => reopenUnitReports(w, { id: requestId, reason: "Bổ sung số liệu" }));
    for (const who of [editor, head, finance, auditor]) await expect(reopen(who)).rejects.toThrow(Forbidden);
    await reopen(leader);
    await write();
    await expect(gather()).rejects.toThrow("đã ký duyệt");
    await as(leader, at, (w) => closeUnitReports(w, { id: requestId }));
    await expect(write("Muộn nữa")).rejects.toThrow("kỳ đã khóa");
    expect((await board("2026-12-20")).reopened).toMatchObject({ reason: "Bổ sung số liệu" });
  });
});
