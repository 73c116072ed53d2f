import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { registerDocument } from "#documents";
import { sampleUnitId } from "#organization";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { revisionOf } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { captionMedia } from "../media-library/caption-media.ts";
import { wavOf } from "../media-library/recordings.fixture.ts";
import { uploadMedia } from "../media-library/upload-media.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { presentItem } from "../present-content.ts";
import { saveContent } from "../save-content.ts";
import { scheduleUrgently } from "../schedule-content.ts";
import { submitForReview } from "../submit-for-review.ts";
import { dismissRemark, restoreRemark } from "./dismiss-remark.ts";
import { dismissalsOf, remarksOn } from "./language-queries.ts";
import { askLinks, deadLinksIn } from "./links-in-text.ts";
import { resetWord, saveWord } from "./save-word.ts";

let db: TestDatabase;
const { as, draft, exact, item } = newsroomOf(() => db.database);
const { writer, editor, leader, auditor, clerk } = people;

const write = async (id: string, words: string) => {
  const { body, ...rest } = fields("Tin có chữ cần xem lại");
  const paragraph = { type: "paragraph", content: [{ type: "text", text: words }] };
  await as(writer, async (work) =>
    saveContent(work, {
      id,
      saveId: uuidv7(),
      baseRevisionId: (await exact(id)).revisionId,
      fields: { ...rest, body: { type: "doc", content: [...body.content!, paragraph] } },
    }),
  );
};
const remarks = async (id: string) => {
  const found = await item(id);
  return remarksOn(db.database, found, await revisionOf(db.database, found.currentRevisionId));
};
const kinds = async (id: string) => (await remarks(id)).map(({ kind }) => kind);
const submit = async (id: string) => {
  const { revisionId } = await exact(id);
  return as(writer, (work) => submitForReview(work, { id, revisionId }));
};
const reason = "Số công vụ của Sở";

beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-language-")));
});

describe("personal data in a text", () => {
  test("keep it from being sent or published until somebody answers for them, and again when they change", async () => {
    const id = await draft("Tin có số điện thoại");
    await write(id, "Bà con gọi anh Mẫu, 0912 345 678.");
    await expect(submit(id)).rejects.toThrow(Unacceptable);
    const { revisionId } = await exact(id);
    await expect(
      as(leader, (work) => scheduleUrgently(work, { id, revisionId, reason: "Cần đăng ngay" })),
    ).rejects.toThrow("dữ liệu cá nhân");
    const shown = await presentItem(db.database, writer, id);
    expect(shown.toSubmit).toMatchObject([
      { field: "language", message: expect.stringContaining("0912 345 678") },
    ]);

    const { key } = (await remarks(id))[0]!;
    for (const [who, why, error] of [
      [auditor, reason, Forbidden],
      [writer, "", Unacceptable],
    ] as const)
      await expect(as(who, (work) => dismissRemark(work, { id, key, reason: why }))).rejects.toThrow(error);
    await as(writer, (work) => dismissRemark(work, { id, key, reason }));
    expect(await dismissalsOf(db.database, id)).toMatchObject([{ key, reason, passage: "091…78" }]);
    await write(id, "Bà con gọi anh Mẫu, 0912 345 679.");
    await expect(submit(id)).rejects.toThrow(Unacceptable);
    await write(id, "Cần hỏi thêm, bà con gọi anh Mẫu theo số 0912 345 678.");
    await submit(id);
    expect((await item(id)).state).toBe("submitted");
  });

  test("stop it also in a short field or in what is said in its recording, which the library keeps", async () => {
    const facts = { decorative: false, credit: null, source: null, licence: "own" as const };
    const agreed = { consent: "not-needed" as const, consentReference: null };
    const id = await as(writer, async (work) => {
      const { id: mediaId } = await uploadMedia(work, {
        ...{ bytes: wavOf(1), fileName: "ban-thu.wav", alt: "Bản thu mẫu", ...facts, ...agreed },
      });
      await captionMedia(work, {
        ...{ id: mediaId, captions: null, transcript: "Gọi anh Mẫu, 0912 345 678.", hasSpeech: true },
      });
      return draftContent(work, {
        kind: "audio-bulletin",
        unitId: sampleUnitId("phong-mau-a"),
        fields: fields("Bản tin có lời thoại", {
          own: { reader: "Chị Mẫu (mau.1990@gmail.com)" },
          media: [{ mediaId, role: "recording", alt: "", caption: "" }],
        }),
      });
    });
    const { toSubmit } = await presentItem(db.database, writer, id);
    expect(toSubmit.flatMap(({ field, message }) => (field === "language" ? [message] : []))).toEqual([
      expect.stringContaining("(Người đọc) “mau.1990@gmail.com”"),
      expect.stringContaining("(Lời thoại của bản thu trong Kho tư liệu) “0912 345 678”"),
    ]);
  });

  test("are told again when somebody takes the answer back; what is not there cannot be set aside", async () => {
    const id = await draft("Tin nhắc lại nhận xét");
    await write(id, "Gọi 0987 654 321 nhé.");
    const { key } = (await remarks(id))[0]!;
    await as(writer, (work) => dismissRemark(work, { id, key, reason }));
    await as(editor, (work) => restoreRemark(work, { id, key }));
    await expect(as(editor, (work) => restoreRemark(work, { id, key }))).rejects.toThrow(NotFound);
    await expect(submit(id)).rejects.toThrow(Unacceptable);
    await expect(
      as(writer, (work) => dismissRemark(work, { id, key: "0".repeat(14), reason })),
    ).rejects.toThrow(Conflict);
  });
});

describe("what a text is held against", () => {
  test("is the product's list with the agency's own words over it", async () => {
    const id = await draft("Tin dùng từ riêng");
    await write(id, "Phòng tiến hành rà soát việc dùng tem phiếu kiểu mới.");
    expect(await kinds(id)).toEqual(["phrase"]);
    const phrase = { sort: "phrase", words: "Tiến hành  rà soát", instead: "rà soát", used: false } as const;
    await expect(as(writer, (work) => saveWord(work, phrase))).rejects.toThrow(Forbidden);
    await as(editor, (work) => saveWord(work, phrase));
    expect(await kinds(id)).toEqual([]);
    await as(editor, (work) =>
      saveWord(work, { sort: "name", words: "tem phiếu", instead: "mã truy xuất", used: true }),
    );
    await as(editor, (work) =>
      saveWord(work, { sort: "name", words: "Tem phiếu", instead: "mã truy xuất nguồn gốc", used: true }),
    );
    expect((await remarks(id)).map(({ why }) => why)).toEqual([
      "“tem phiếu” là tên cũ; nay là mã truy xuất nguồn gốc.",
    ]);
    await as(editor, (work) => resetWord(work, { sort: "phrase", words: "tiến hành rà soát" }));
    expect(await kinds(id)).toEqual(["name", "phrase"]);
    for (const wrong of [
      { sort: "phrase", words: "đẩy mạnh", instead: "", used: true },
      { sort: "abbreviation", words: "viết tắt", instead: "", used: true },
      { sort: "spelling", words: "đúng", instead: "Đúng", used: true },
    ] as const)
      await expect(as(editor, (work) => saveWord(work, wrong))).rejects.toThrow(Unacceptable);
  });

  test("is the register of documents, which says what holds no more and what took its place", async () => {
    const id = await draft("Tin viện dẫn văn bản cũ");
    const cited = {
      number: "7/2020/QĐ-UBND",
      type: "Quyết định",
      issuedOn: null,
      issuer: null,
      abstract: null,
    };
    await as(clerk, (work) => registerDocument(work, cited));
    await write(id, "Sở làm theo Quyết định số 7/2020/QĐ-UBND.");
    expect(await kinds(id)).toEqual([]);
    await db.pool.query(
      "update official_document set effective_to = '2026-01-31' where number = '7/2020/QĐ-UBND'",
    );
    expect((await remarks(id)).map(({ why }) => why)).toEqual([
      "Sổ văn bản ghi văn bản này đã hết hiệu lực.",
    ]);
    await write(id, "Một cửa làm theo Nghị định số 61/2018/NĐ-CP.");
    expect((await remarks(id)).map(({ why }) => why)).toEqual([
      "Sổ văn bản ghi văn bản này đã được thay bằng 118/2025/NĐ-CP.",
    ]);
  });
});

describe("links of a text", () => {
  const linked = (...hrefs: string[]) => ({
    type: "doc" as const,
    content: hrefs.map((href) => ({
      type: "paragraph",
      content: [{ type: "text", text: "danh mục", marks: [{ type: "link", attrs: { href } }] }],
    })),
  });

  test("within the installation are dead when no reader can open them", async () => {
    const { rows } = await db.pool.query<{ state: string; slug: string }>(
      "select state, slug from content_item where slug is not null and state in ('published', 'withdrawn')",
    );
    const at = (state: string) => `/tin-tuc/${rows.find((row) => row.state === state)!.slug}`;
    const body = linked(
      at("published"),
      at("withdrawn"),
      "/tin-tuc/khong-co-bai-nay?a=1",
      "/workspace/noi-dung",
      "/thu-tuc",
      "https://mau.vn/tin-tuc/khong-co",
    );
    const { agencyId } = await item(await draft("Tin có liên kết"));
    expect([...(await deadLinksIn(db.database, agencyId, body)).keys()]).toEqual([
      at("withdrawn"),
      "/tin-tuc/khong-co-bai-nay?a=1",
      "/workspace/noi-dung",
    ]);
  });

  test("to the outside are asked by HEAD, else by GET, never to the inside", async () => {
    const asked: string[] = [];
    const answers = await askLinks(
      linked(
        "https://mau.vn/co",
        "https://mau.vn/mat",
        "https://mau.vn/khong-head",
        "tel:0912345678",
        "/tin-tuc/a",
      ),
      async (address, { method = "GET" }) => {
        asked.push(`${method} ${new URL(address).pathname}`);
        if (address.endsWith("mat")) return new Response(null, { status: 404 });
        return new Response(null, { status: address.endsWith("head") && method === "HEAD" ? 405 : 200 });
      },
    );
    expect(asked.toSorted()).toEqual(["GET /khong-head", "HEAD /co", "HEAD /khong-head", "HEAD /mat"]);
    expect(answers.map(({ fine }) => fine)).toEqual([true, false, true]);
    expect(await askLinks(linked("https://127.0.0.1/a", "http://10.0.0.1/"))).toMatchObject([
      { words: expect.stringContaining("Không kiểm tra") },
      { words: expect.stringContaining("Không kiểm tra") },
    ]);
  });
});
