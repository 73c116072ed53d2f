import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { docxFile, p } from "#platform/official-document/read/docx.fixture.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { planReadCommand } from "./plan-read.command.ts";
import { planReadingSchema } from "./plan-reading.ts";
import { readPlan } from "./read-plan.ts";
import { bytesOf, textPlan, wordPlan } from "./sample-plans.fixture.ts";

async function outcome(file: Uint8Array, name: string): Promise<string> {
  try {
    planReadingSchema.parse(await readPlan(file, name));
    return "read";
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.code;
    throw error;
  }
}

async function called(args: string[], flags: Record<string, string | boolean> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const call = {
    args,
    flags,
    stdout: (text: string) => out.push(text),
    stderr: (text: string) => err.push(text),
  };
  const code = await planReadCommand.run(call as unknown as Parameters<typeof planReadCommand.run>[0]);
  return { code, out: out.join("\n"), err };
}

describe("what is no plan is refused", () => {
  test("a report, an official letter, loose notes and a plan without content", async () => {
    const report = "BÁO CÁO\n\nKết quả quý I\n\nI. KẾT QUẢ\n\n1. Đã làm.\n\n2. Chưa làm.";
    expect(await outcome(bytesOf(report), "bao-cao.txt")).toBe("not-a-plan");
    expect(
      await outcome(bytesOf("V/v góp ý kế hoạch\n\nKính gửi: Sở Mẫu\n\n1. Đồng ý.\n\n2. Bổ sung."), "a.txt"),
    ).toBe("not-a-plan");
    expect(await outcome(bytesOf("mua rau, mua gạo"), "a.txt")).toBe("not-a-plan");
    expect(await outcome(bytesOf("KẾ HOẠCH"), "a.txt")).toBe("not-a-plan");
    expect(await outcome(bytesOf("\n\n  \n"), "a.txt")).toBe("empty");
    expect(await outcome(await docxFile(p("") + p(" ")), "a.docx")).toBe("empty");
  });

  test("a file cut off or changed anywhere is read or refused, and never more", async () => {
    const word = await wordPlan();
    const plain = bytesOf(textPlan);
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        async (useWord, share, flips) => {
          const source = useWord ? word : plain;
          const file = source.slice(0, Math.ceil(source.length * (flips.length > 3 ? 1 : share)));
          for (const [at, value] of flips) file[at % file.length] = value;
          expect(await outcome(file, useWord ? "a.docx" : "a.txt")).toMatch(/^[a-z-]+$/);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("a Word file whose inside was damaged is read or refused", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.nat(400),
        fc.string({ maxLength: 3 }),
        async (share, length, other) => {
          const file = await wordPlan((body) => {
            const at = Math.floor(share * body.length);
            return body.slice(0, at) + other + body.slice(at + length);
          });
          expect(await outcome(file, "a.docx")).toMatch(/^[a-z-]+$/);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("any text after the type line is read or refused", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "I. ",
        "1. ",
        "1.1. ",
        "a) ",
        "đ) ",
        "- ",
        "+ ",
        "Điều 2. ",
        "Phần thứ hai",
        "Đơn vị chủ trì: ",
        "Thời gian: ",
        "\n",
        "\n\n",
        "KẾ HOẠCH",
        "Nơi nhận:",
        "| a | b |",
        "quý II/2026",
        "12/KH-UBND",
        "**",
        "*",
      ),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const text = `KẾ HOẠCH\n\nThử\n\nI. A\n\n${pieces.join("")}`;
        expect(await outcome(bytesOf(text), "a.md")).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 400 },
    );
  });

  test("five million characters in one line, and of the worst punctuation, come to an end", async () => {
    for (const unit of ["từ ", "1.", "ngày tháng ", "((((", "a/b-", "* _", ": ; ", "Phòng, ", "chủ trì "]) {
      const text = `KẾ HOẠCH\n\nThử\n\nI. ${unit.repeat(Math.floor(100_000 / unit.length))}`;
      expect(await outcome(bytesOf(text), "a.txt")).toMatch(/^(read|not-a-plan)$/);
    }
    for (const unit of [". ", "((((", "Phòng và "]) {
      const long = unit.repeat(Math.floor(150_000 / unit.length));
      const text = `${long}\n\nKẾ HOẠCH\n\nThử\n\nI. VIỆC\n\n1. x${long}; chủ trì: Phòng ${long}\n\nNơi nhận: ${long}`;
      expect(await outcome(bytesOf(text), "a.txt")).toBe("read");
    }
    expect(await outcome(bytesOf(`KẾ HOẠCH\n\nThử\n\nI. ${"chữ và số 12. ".repeat(360_000)}`), "a.txt")).toBe(
      "read",
    );
  });
});

describe("gandan plan read", () => {
  test("says in one line that a file is missing, or is none", async () => {
    expect(await called(["/khong/co/tep.docx"])).toMatchObject({
      code: 2,
      out: "",
      err: [expect.stringContaining("Không tìm thấy tệp")],
    });
    expect(await called(["."], { json: true })).toMatchObject({
      code: 2,
      out: "",
      err: [expect.stringContaining("thư mục")],
    });
    expect(await called([])).toMatchObject({ code: 2, out: "" });
  });
});
