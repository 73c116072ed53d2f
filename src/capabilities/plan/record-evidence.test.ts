import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { evidenceOfTask } from "./evidence-queries.ts";
import { people, plansOn, stranger } from "./plan.fixture.ts";
import { taskOf } from "./plan-queries.ts";
import { type EvidenceByHand, recordEvidence } from "./record-evidence.ts";
import { sampleObligationId, sampleTaskId } from "./seed.ts";
import { withdrawOneEvidence } from "./withdraw-evidence.ts";

let db: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "gandan-proofs-"));
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { as } = plansOn(() => db.database);

const { editor, finance, contributor, auditor, clerk } = people;
const money = sampleTaskId("V.4");
const proof = (part: Partial<EvidenceByHand> = {}): EvidenceByHand => ({
  id: uuidv7(),
  taskIds: [money],
  obligationIds: [],
  label: "Quyết định giao dự toán",
  url: null,
  on: "2026-03-01",
  files: [],
  ...part,
});
const proofsOf = async (taskId: string) =>
  evidenceOfTask(db.database, await taskOf(db.database, editor.agencyId, taskId));

describe("a proof recorded by hand", () => {
  test("is for the answerable unit, and never of the future", async () => {
    await expect(as(contributor, (w) => recordEvidence(w, proof()))).rejects.toThrow("đơn vị khác");
    await expect(as(auditor, (w) => recordEvidence(w, proof()))).rejects.toThrow(Forbidden);
    await expect(as(stranger, (w) => recordEvidence(w, proof()))).rejects.toThrow(NotFound);
    await expect(as(finance, (w) => recordEvidence(w, proof({ on: "2199-01-01" })))).rejects.toMatchObject({
      issues: [{ field: "on" }],
    });
    const { evidenceId } = await as(finance, (w) => recordEvidence(w, proof()));
    expect((await proofsOf(money)).map(({ id }) => id)).toContain(evidenceId);
  });

  test("serves several tasks and obligations at once, each within the caller's reach", async () => {
    const posting = sampleTaskId("III.2");
    const duty = sampleObligationId("III.2-a");
    const both = proof({ taskIds: [money, posting], obligationIds: [duty] });
    await expect(as(finance, (w) => recordEvidence(w, both))).rejects.toThrow("đơn vị khác");
    const { evidenceId } = await as(editor, (w) => recordEvidence(w, both));
    for (const taskId of [money, posting])
      expect((await proofsOf(taskId)).find(({ id }) => id === evidenceId)).toMatchObject({
        obligationIds: [duty],
      });
    const ofOthers = proof({ obligationIds: [duty] });
    await expect(as(finance, (w) => recordEvidence(w, ofOthers))).rejects.toThrow("đơn vị khác");
    await as(clerk, (w) => recordEvidence(w, proof({ taskIds: [], obligationIds: [duty] })));
    await expect(as(editor, (w) => recordEvidence(w, proof({ taskIds: [] })))).rejects.toMatchObject({
      issues: [{ field: "taskIds" }],
    });
  });

  test("sent three times under one id, also at once, is kept once with its files once", async () => {
    const files = [{ bytes: Buffer.from("%PDF-1.7\n%%EOF\n"), fileName: "du-toan.pdf" }];
    const same = proof({ label: "Gửi lại", files });
    const sent = await Promise.all([1, 2, 3].map(() => as(finance, (w) => recordEvidence(w, same))));
    expect(new Set(sent.map(({ evidenceId }) => evidenceId)).size).toBe(1);
    const [kept] = (await proofsOf(money)).filter(({ label }) => label === "Gửi lại");
    expect(kept!.files).toHaveLength(1);
  });

  test("keeps its files by content, pictures without place and camera", async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#a33" } })
      .withExif({ IFD0: { Make: "Máy ảnh mẫu" } })
      .jpeg()
      .toBuffer();
    const files = [
      { bytes: photo, fileName: "niem-yet.jpg" },
      { bytes: Buffer.from("%PDF-1.7\n%%EOF\n"), fileName: "bien-ban.exe" },
    ];
    const { evidenceId } = await as(finance, (w) => recordEvidence(w, proof({ files })));
    const kept = (await proofsOf(money)).find(({ id }) => id === evidenceId)!.files;
    expect(kept.map(({ fileName, contentType }) => [fileName, contentType])).toEqual([
      ["niem-yet.jpg", "image/jpeg"],
      ["bien-ban.pdf", "application/pdf"],
    ]);
    const stored = Buffer.from((await readFile(kept[0]!.id))!);
    expect((await sharp(stored).metadata()).exif).toBeUndefined();
  });

  test("with a file that is no proof is refused in one sentence, and nothing of it stays", async () => {
    const before = (await proofsOf(money)).length;
    const files = [{ bytes: Buffer.from("<script>alert(1)</script>"), fileName: "anh.jpg" }];
    const refused = as(finance, (w) => recordEvidence(w, proof({ files })));
    await expect(refused).rejects.toThrow(Unacceptable);
    await expect(refused).rejects.toMatchObject({ issues: [{ field: "files" }] });
    expect((await proofsOf(money)).length).toBe(before);
  });

  test("is withdrawn by TTBCXB with a reason, stays readable, and only once", async () => {
    const { evidenceId } = await as(finance, (w) => recordEvidence(w, proof({ label: "Ghi nhầm" })));
    const act = { id: evidenceId, reason: "Nhầm nhiệm vụ" };
    await expect(as(finance, (w) => withdrawOneEvidence(w, act))).rejects.toThrow(Forbidden);
    expect(await as(editor, (w) => withdrawOneEvidence(w, act))).toBe(1);
    expect((await proofsOf(money)).find(({ id }) => id === evidenceId)).toMatchObject({
      withdrawnReason: "Nhầm nhiệm vụ",
    });
    await expect(as(editor, (w) => withdrawOneEvidence(w, act))).rejects.toThrow(Conflict);
    await expect(as(editor, (w) => withdrawOneEvidence(w, { ...act, id: uuidv7() }))).rejects.toThrow(
      NotFound,
    );
  });
});
