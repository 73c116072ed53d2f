import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { notedOdt } from "#platform/official-document/read/odt.fixture.ts";
import { pdfOf } from "#platform/official-document/read/pdf/pdf.fixture.ts";
import { contentPdf } from "#platform/official-document/read/pdf/raw-pdf.fixture.ts";
import { readPages } from "#platform/official-document/read/pdf/read-pages.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { planReadingSchema } from "./plan-reading.ts";
import { readPlan, readPlanOf } from "./read-plan.ts";
import { bytesOf, textPlan, wordPlan } from "./sample-plans.fixture.ts";

/** The same mutants each time; GANDAN_FUZZ_RUNS makes more of them, GANDAN_FUZZ_SEED others. */
const runs = Number(process.env.GANDAN_FUZZ_RUNS ?? 60);
const seed = Number(process.env.GANDAN_FUZZ_SEED ?? 20_261_128);

const small = `
| {c}UBND XÃ MẪU | {cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{cb}Độc lập - Tự do - Hạnh phúc |
| {c}Số: 7/KH-UBND | {r}Mẫu, ngày 05 tháng 01 năm 2026 |
{cb}KẾ HOẠCH
{cb}Tuyên truyền năm 2026
{b}I. MỤC ĐÍCH
Giúp người dân biết cách nộp hồ sơ trực tuyến.
{b}II. NHIỆM VỤ
| STT | Nhiệm vụ | Chủ trì | Thời gian |
| >4 Nhóm một |
| 1 | Viết tin | Văn phòng | Quý I |
| 2 | Phát thanh | ^ | Hằng tháng |
| «Nơi nhận:»¶- Như trên;¶- Lưu: VT. | {cb}CHỦ TỊCH¶{cb}Ngô Văn Mẫu |
`;

/** A change of a file: bytes overwritten, taken out, doubled, or a number in it made another. */
type Change = { share: number } & (
  | { kind: "set"; value: number }
  | { kind: "cut"; length: number }
  | { kind: "double"; length: number }
  | { kind: "number"; value: string }
  | { kind: "end" }
);

const change: fc.Arbitrary<Change> = fc
  .tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant("set" as const), value: fc.nat(255) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant("cut" as const), length: fc.nat(200) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant("double" as const), length: fc.nat(400) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant("number" as const),
          value: fc.constantFrom("0", "-1", "1", "65535", "99999999999", "1e308", ".", "-.5"),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: "end" as const }) },
    ),
  )
  .map(([share, what]) => ({ share, ...what }));

function mutated(file: Uint8Array, changes: Change[]): Uint8Array {
  let bytes = Buffer.from(file);
  for (const each of changes) {
    const at = Math.floor(each.share * Math.max(bytes.length - 1, 0));
    if (each.kind === "set") bytes[at] = each.value;
    else if (each.kind === "end") bytes = bytes.subarray(0, at);
    else if (each.kind === "number") {
      const number = /\d+/.exec(bytes.subarray(at, at + 300).toString("latin1"));
      if (!number) continue;
      const from = at + number.index;
      bytes = Buffer.concat([
        bytes.subarray(0, from),
        Buffer.from(each.value),
        bytes.subarray(from + number[0].length),
      ]);
    } else {
      const piece = bytes.subarray(at, at + each.length);
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        ...(each.kind === "double" ? [piece, piece] : []),
        bytes.subarray(at + each.length),
      ]);
    }
  }
  return Uint8Array.from(bytes);
}

async function outcome(read: () => Promise<unknown>): Promise<string> {
  try {
    planReadingSchema.parse(await read());
    return "read";
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^\p{Lu}[^\n]+[.]$/u);
    return error.code;
  }
}

// In this thread: quicker by far, and an error that the guarding thread would hide comes to light.
const inPages = async (file: Uint8Array) =>
  readPlanOf(await readPages(file, { mostPages: 50, isBeyond: () => false })).reading;

const files: Record<string, Uint8Array> = {};
const readers: Record<string, (file: Uint8Array) => Promise<unknown>> = {
  Word: (file) => readPlan(file, "a.docx"),
  OpenDocument: (file) => readPlan(file, "a.odt"),
  text: (file) => readPlan(file, "a.txt"),
  Markdown: (file) => readPlan(file, "a.md"),
  "typeset PDF": inPages,
  "bare PDF": inPages,
};

beforeAll(async () => {
  const odt = await notedOdt(small);
  const lines = [
    "KE HOACH",
    "Thu nam 2026",
    "I. MUC DICH",
    "1. Giup nguoi dan biet cach nop ho so truc tuyen.",
  ];
  const drawn = lines.map((words, at) => `BT /F1 14 Tf 85 ${700 - 24 * at} Td [(${words}) -20 (.)] TJ ET`);
  Object.assign(files, {
    Word: await wordPlan(),
    OpenDocument: odt,
    text: bytesOf(textPlan),
    Markdown: bytesOf(textPlan),
    "typeset PDF": pdfOf(await readDocument(odt, "a.odt")),
    "bare PDF": contentPdf(
      `${drawn.join("\n")}\nq 1 0 0 1 0 0 cm 85 500 m 400 500 l 400 400 l 85 400 l h S 200 400 m 200 500 l S Q`,
    ),
  });
});

describe("a plan changed anywhere is read or refused in one sentence, and never more", () => {
  test.each(Object.keys(readers))("%s", async (name) => {
    expect(await outcome(() => readers[name]!(Uint8Array.from(files[name]!)))).toMatch(/^(read|not-a-plan)$/);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        expect(await outcome(() => readers[name]!(mutated(files[name]!, changes)))).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: runs, seed },
    );
  });
});
