import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { dueSoon } from "../late/due-soon.ts";
import { explainLate } from "../late/explain-late.ts";
import { lateRegister } from "../late/late-register.ts";
import { newestOf, publicationsOf } from "../publishing/publication-queries.ts";
import { publishFigures } from "../publishing/publish-figures.ts";
import { apologyById, presentApologies, publicApologies, removalOf } from "./apology-queries.ts";
import { approveApology } from "./approve-apology.ts";
import { draftApology } from "./draft-apology.ts";
import { maskedCode } from "./masked-code.ts";
import { publishApology } from "./publish-apology.ts";
import { removeApology, removeDueApologies } from "./remove-apology.ts";
import { ruleOf } from "./rule-queries.ts";
import { sendApology } from "./send-apology.ts";
import { setRule } from "./set-rule.ts";
import { withdrawApology } from "./withdraw-apology.ts";
import { letterOf } from "./write-letter.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const as = <T>(role: Role, act: (current: Work) => Promise<T>) => {
  const actor: Actor = {
    ...{ personId: samplePersonId(role), name: role, agencyId: SAMPLE_AGENCY_ID },
    appointments: [{ role, unitId: null }],
  };
  return work(db.database, actor, act);
};
const reason = "Chờ ý kiến cơ quan phối hợp";
const registerOf = (code: string) =>
  lateRegister(db.database, {
    ...{ agencyId: SAMPLE_AGENCY_ID, period: parsePeriod(code, "decree"), today: "2026-11-30" },
  });

test.each([
  ["000.00.00.H99-2611-0042", "000.00.00.H99-••••-••42"],
  ["H05.12-0007", "H05.12-••07"],
  ["BN12345", "•••••45"],
])("%s is shown as %s", (code, shown) => {
  expect(maskedCode(code)).toBe(shown);
});

test("an apology is written, approved by a second person, sent, and made known without anybody's name", async () => {
  const { dossiers } = await registerOf("2026");
  const late = dossiers.find(({ apologies, finishedOn }) => apologies.length === 0 && finishedOn === null)!;
  const { code } = late;
  await as("office", (w) => explainLate(w, { code, reason, unit: "Phòng Mẫu A", newDueOn: "2099-01-05" }));
  await expect(
    as("office", (w) => explainLate(w, { code, reason: "Bận", unit: "Phòng Mẫu A", newDueOn: null })),
  ).rejects.toBeInstanceOf(Unacceptable);
  const id = uuidv7();
  const said = { id, code, reason, explanation: "Cần thêm ý kiến.", newDueOn: "2099-01-05" };
  await expect(as("finance", (w) => draftApology(w, said))).rejects.toBeInstanceOf(Forbidden);
  await expect(as("office", (w) => draftApology(w, { ...said, newDueOn: "2099-01-03" }))).rejects.toThrow(
    /ngày nghỉ/u,
  );
  await as("office", (w) => draftApology(w, said));
  // Sent twice, it is one; a second beside it is refused.
  await as("office", (w) => draftApology(w, said));
  await expect(as("editor", (w) => draftApology(w, { ...said, id: uuidv7() }))).rejects.toBeInstanceOf(
    Conflict,
  );
  await expect(as("office", (w) => approveApology(w, { id }))).rejects.toBeInstanceOf(Forbidden);
  const sent = { id, sentOn: "2026-11-20", sentHow: "Trao tại bộ phận một cửa" };
  await expect(as("office", (w) => sendApology(w, sent))).rejects.toBeInstanceOf(Forbidden);
  await as("leadership", (w) => approveApology(w, { id }));
  await expect(as("leadership", (w) => publishApology(w, { id, isProof: true }))).rejects.toBeInstanceOf(
    Forbidden,
  );
  await as("office", (w) => sendApology(w, sent));
  await expect(as("office", (w) => withdrawApology(w, { id, reason: "Nhầm" }))).rejects.toBeInstanceOf(
    Forbidden,
  );
  // The agency lets a new date be given once.
  await expect(
    as("office", (w) => draftApology(w, { ...said, id: uuidv7(), newDueOn: "2099-02-02" })),
  ).rejects.toThrow(/Đã hẹn lại 1 lần/u);
  await as("leadership", (w) => publishApology(w, { id, isProof: true }));
  const {
    apologies: [shown],
  } = await publicApologies(db.database, SAMPLE_AGENCY_ID);
  expect(shown).toMatchObject({
    code: maskedCode(code),
    reason,
    newDueOn: "2099-01-05",
    unit: "Phòng Mẫu A",
  });
  expect(JSON.stringify(shown)).not.toContain(code);
  const actor = { ...(await as("office", async ({ actor: who }) => who)) };
  const { apologies } = await presentApologies(db.database, actor);
  expect(apologies.find((one) => one.id === id)).toMatchObject({ state: "sent", finishedOn: null });
  expect((await registerOf("2026")).dossiers.find((one) => one.code === code)).toMatchObject({
    said: { reason, unit: "Phòng Mẫu A", newDueOn: "2099-01-05" },
    apologies: [{ id, state: "sent" }],
  });
});

test("a public apology proves what the plan asks for, and leaves the portal after its time or by a person's word", async () => {
  const rule = await ruleOf(db.database, SAMPLE_AGENCY_ID);
  const { saidAt: _, saidByName: __, ...facts } = rule;
  await as("leadership", (w) => setRule(w, { ...facts, publicDays: 30 }));
  const { dossiers } = await registerOf("2026");
  const [one, other] = dossiers.filter(({ apologies }) => apologies.length === 0);
  const published = async (code: string, isProof: boolean) => {
    const id = uuidv7();
    await as("office", (w) => draftApology(w, { id, code, reason, explanation: "Chậm.", newDueOn: null }));
    const told = await db.pool.query("select person_id from notice where cause = $1", [
      `apology-draft:${id}`,
    ]);
    expect(told.rows.map(({ person_id }) => person_id)).toContain(samplePersonId("leadership"));
    await as("leadership", (w) => approveApology(w, { id }));
    await as("office", (w) => sendApology(w, { id, sentOn: "2026-11-20", sentHow: "Bưu điện" }));
    await as("office", (w) => publishApology(w, { id, isProof }));
    return id;
  };
  const [first, second] = [await published(one!.code, true), await published(other!.code, true)];
  const proofs = async (id: string) =>
    (
      await db.pool.query(
        "select e.url, e.label, e.withdrawn_at, (select count(*)::int from evidence_obligation o where o.evidence_id = e.id) as obligations from evidence e where source = 'apology' and source_id = $1",
        [id],
      )
    ).rows;
  const [proof] = await proofs(first);
  expect(proof.obligations).toBeGreaterThan(0);
  expect(proof.url).toContain(`/tien-do-ho-so/xin-loi/${first}`);
  expect(proof.label).not.toContain(one!.code);
  const ids = async () =>
    (await publicApologies(db.database, SAMPLE_AGENCY_ID)).apologies.map(({ id }) => id);
  expect(await ids()).toEqual(expect.arrayContaining([first, second]));

  const remove = (id: string, role: Role = "office") =>
    as(role, (w) => removeApology(w, { id, reason: "Ghi nhầm hồ sơ" }));
  await expect(remove(first, "contributor")).rejects.toBeInstanceOf(Forbidden);
  await remove(first);
  await expect(remove(first)).rejects.toBeInstanceOf(Forbidden);
  await expect(as("office", (w) => publishApology(w, { id: first, isProof: true }))).rejects.toThrow(
    /đã gỡ/u,
  );
  expect((await proofs(first))[0].withdrawn_at).not.toBeNull();
  expect(await removalOf(db.database, SAMPLE_AGENCY_ID, first)).toMatchObject({ reason: "Ghi nhầm hồ sơ" });

  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  await removeDueApologies(db.database, days(29));
  expect(await ids()).toContain(second);
  await removeDueApologies(db.database, days(32));
  await removeDueApologies(db.database, days(32));
  expect(await ids()).not.toContain(second);
  // That it stood there as long as it should is a proof still.
  expect((await proofs(second))[0].withdrawn_at).toBeNull();
  expect(await removalOf(db.database, SAMPLE_AGENCY_ID, second)).toMatchObject({
    reason: "Hết thời hạn công khai",
  });
  expect((await publicApologies(db.database, SAMPLE_AGENCY_ID)).removed).toBe(2);
});

test("dossiers that are promised for the next days are listed while an apology is still in time", async () => {
  const soon = (today: string, days: number) =>
    dueSoon(db.database, { agencyId: SAMPLE_AGENCY_ID, today, days });
  const { rows } = await db.pool.query<{ code: string; due: string }>(
    "select code, due_on::text as due from dossier where finished_on is null and status not in ('paused', 'closed') order by due_on, code",
  );
  const [first] = rows;
  const found = await soon(first!.due, 0);
  expect(found.dossiers.map(({ code }) => code)).toEqual(
    rows.filter(({ due }) => due === first!.due).map(({ code }) => code),
  );
  expect(found.dossiers[0]).toMatchObject({ daysLeft: 0, dueOn: first!.due });
  const { daysBefore } = await ruleOf(db.database, SAMPLE_AGENCY_ID);
  expect(found.dossiers[0]!.apologyBy).toBe(
    Temporal.PlainDate.from(first!.due).subtract({ days: daysBefore }).toString(),
  );
  // A Friday before a weekend: two days off do not count.
  const week = await soon("2026-01-02", 30);
  for (const { dueOn, daysLeft } of week.dossiers)
    expect(daysLeft).toBeLessThanOrEqual(
      Temporal.PlainDate.from("2026-01-02").until(dueOn, { largestUnit: "days" }).days,
    );
  expect(found.lastSheetAt).not.toBeNull();
});

test("the letter says all that it must, with the addressee whom nothing keeps", async () => {
  const { dossiers } = await registerOf("2026");
  const { code, dueOn } = dossiers.find(({ apologies }) => apologies.length === 0)!;
  const id = uuidv7();
  await as("editor", (w) =>
    draftApology(w, { id, code, reason, explanation: "Cần xác minh.", newDueOn: null }),
  );
  const to = { name: "Người Nhận Mẫu", address: "nơi ở mẫu" };
  const letter = await letterOf(db.database, await apologyById(db.database, SAMPLE_AGENCY_ID, id), to);
  const words = JSON.stringify(letter);
  const [year, month, day] = dueOn.split("-");
  for (const fact of [
    code,
    "Ngày tiếp nhận",
    `${day}/${month}/${year}`,
    reason,
    "xin lỗi Người Nhận Mẫu",
    "liên hệ",
  ])
    expect(words).toContain(fact);
  expect(letter).toMatchObject({ number: null, date: null, signer: { authority: ["GIÁM ĐỐC"], name: null } });
  const kept = await db.pool.query("select row_to_json(a)::text as text from apology a");
  expect(kept.rows.filter(({ text }) => text.includes("Người Nhận"))).toEqual([]);
});

test("what tells of a person is not made public, neither as a reason nor as a unit", async () => {
  const rule = await ruleOf(db.database, SAMPLE_AGENCY_ID);
  const { saidAt: _, saidByName: __, ...facts } = rule;
  const named = { ...facts, reasons: [...facts.reasons, "Ông Nguyễn Văn Mẫu nộp thiếu"] };
  await expect(as("office", (w) => setRule(w, named))).rejects.toThrow(/nêu tên/u);
  await as("leadership", (w) => setRule(w, { ...facts, ground: "Quy chế của Sở (mẫu)", mostNewDates: 2 }));
  expect(await ruleOf(db.database, SAMPLE_AGENCY_ID)).toMatchObject({
    mostNewDates: 2,
    ground: "Quy chế của Sở (mẫu)",
  });
});

test("figures become public as they were at that moment; published again they are a correction with its reason", async () => {
  const publish = (said: string) =>
    as("office", (w) => publishFigures(w, { period: "2026-Q2", reason: said, isProof: true }));
  await expect(
    as("contributor", (w) => publishFigures(w, { period: "2026-Q2", reason: "", isProof: false })),
  ).rejects.toBeInstanceOf(Forbidden);
  await expect(
    as("office", (w) => publishFigures(w, { period: "2099", reason: "", isProof: false })),
  ).rejects.toThrow(/chưa bắt đầu/u);
  await publish("");
  const first = await newestOf(db.database, SAMPLE_AGENCY_ID, "2026-Q2");
  await expect(publish("")).rejects.toThrow(/vì sao công khai lại/u);
  await db.pool.query(
    "update dossier set finished_on = due_on where received_on between '2026-03-15' and '2026-05-01'",
  );
  await publish("Sửa ngày có kết quả");
  const all = (await publicationsOf(db.database, SAMPLE_AGENCY_ID)).filter(
    ({ period }) => period === "2026-Q2",
  );
  expect(all.map(({ version, reason: why }) => [version, why])).toEqual([
    [2, "Sửa ngày có kết quả"],
    [1, ""],
  ]);
  expect(all[1]).toEqual(first);
  expect(all[0]!.figures.totals.onTime).toBeGreaterThan(first!.figures.totals.onTime);
});
