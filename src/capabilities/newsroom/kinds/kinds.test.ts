import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import { root } from "#platform/config/root.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { PortalCall } from "#platform/http/portal-page.ts";
import { richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { findTexts } from "#platform/search/find-texts.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "../approve-content.ts";
import { noteLoudness } from "../bulletins/loudness/note-loudness.ts";
import type { ContentFields, PlacedMedia } from "../content-fields.ts";
import { revisionOf } from "../content-queries.ts";
import type { RequirementIssue } from "../content-requirements.ts";
import { draftContent } from "../draft-content.ts";
import { fields, newsroomOf, ownTitle, people } from "../newsroom.fixture.ts";
import { answerArticle } from "../portal/article.page.tsx";
import { answerNewsFeed } from "../portal/news-feed.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { publishedBySlug } from "../published.ts";
import { saveContent } from "../save-content.ts";
import { scheduleContent } from "../schedule-content.ts";
import { shownText } from "../shown-text.ts";
import { submitForReview } from "../submit-for-review.ts";
import { mediaAsset } from "../tables.ts";
import { contentKinds, kindOf } from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, exact, item } = newsroomOf(() => db.database);
const { writer, editor, clerk } = people;

const begin = (kind: string, part: Partial<ContentFields> = {}) =>
  as(writer, (w) =>
    draftContent(w, {
      kind,
      unitId: sampleUnitId("phong-mau-a"),
      fields: fields(ownTitle("Nội dung"), part),
      obligationIds: [sampleObligationId("II.4.2-a")],
    }),
  );
const save = async (id: string, part: Partial<ContentFields>) => {
  const { revisionId } = await exact(id);
  const { title } = await revisionOf(db.database, revisionId);
  const saved = await as(writer, (w) =>
    saveContent(w, { id, saveId: uuidv7(), baseRevisionId: revisionId, fields: fields(title, part) }),
  );
  return saved.revision;
};
const submit = async (id: string) => {
  const { revisionId } = await exact(id);
  await as(writer, (w) => submitForReview(w, { id, revisionId }));
};
const refused = async (act: Promise<unknown>) => {
  const error = (await act.then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown,
  )) as { issues: RequirementIssue[] };
  return error.issues.map(({ key, message }) => `${key} ${message}`);
};

const release = { place: "Bắc Ninh", contact: "Lê Thị Mẫu", phone: "0222 000 0000" };

/** Pictures of the sample department whose rights are in order. */
const pictures = async (count: number): Promise<PlacedMedia[]> => {
  const rows = await db.database.select({ id: mediaAsset.id }).from(mediaAsset).limit(count);
  return rows.map(({ id }, place) => ({
    mediaId: id,
    role: "photo",
    alt: `Ảnh ${place}`,
    caption: `Chú thích số ${place}`,
  }));
};

describe("kinds are data", () => {
  const files = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));

  test("each in one file, and every file is listed", () => {
    const here = readdirSync(import.meta.dirname)
      .filter((name) => !["index.ts", "kind.ts", "kinds.test.ts"].includes(name))
      .map((name) => name.replace(/\.ts$/, ""));
    expect(contentKinds.map(({ slug }) => slug).toSorted()).toEqual(here.toSorted());
  });

  test("no code outside names one", () => {
    const slugs = contentKinds.map(({ slug }) => slug).join("|");
    // A kind's slug is also an HTML element or a word of plans: there only where it is compared with a kind.
    const named = new RegExp(
      `\\bkind(?:Slug)?\\s*(?:===|!==|:)\\s*"(?:${slugs})"|kindOf\\("|case "(?:${slugs})"`,
    );
    const unmistakable = contentKinds.filter(({ slug }) => slug.includes("-")).map(({ slug }) => `"${slug}"`);
    const found = ["src/capabilities/newsroom", "src/capabilities/reports", "src/apps", "src/ui"]
      .flatMap(files)
      .filter(
        (path) => !/\/kinds\/[^/]+$|\.test\.tsx?$|fixture\.ts$|sample-(?:content|stories)\.ts$/.test(path),
      )
      .filter((path) => {
        const source = readFileSync(path, "utf8");
        return named.test(source) || unmistakable.some((slug) => source.includes(slug));
      });
    expect(found).toEqual([]);
  });

  test("name their fields and places once, and refer only to what they have", () => {
    for (const { own, media, label } of contentKinds) {
      const names = own.map(({ name }) => name);
      const roles = media.map(({ role }) => role);
      expect(new Set(names).size, label).toBe(names.length);
      expect(new Set(roles).size, label).toBe(roles.length);
      for (const field of own) {
        if (field.type === "day" && field.notBefore !== null) expect(names).toContain(field.notBefore);
      }
      for (const { fewest, most, sort, recording } of media) {
        expect(fewest).toBeLessThanOrEqual(most);
        expect(recording === null, label).toBe(sort === "picture");
        if (recording?.saidIn) expect(names).toContain(recording.saidIn);
      }
    }
  });
});

describe("fields of a kind", () => {
  test("are stored composed, without marks that nobody sees, and change the hash that is approved", async () => {
    const id = await begin("press-release");
    const before = (await exact(id)).hash;
    const made = await save(id, { own: { ...release, place: "\u202eBắc\u200b Ninh ".normalize("NFD") } });
    expect(made.own).toEqual(release);
    expect(made.hash).not.toBe(before);
    expect((await save(id, { own: { ...release, email: " " } })).hash).toBe(made.hash);
  });

  test("an unfinished value is saved, one of no field or too long is refused and named", async () => {
    const id = await begin("press-release");
    expect((await save(id, { own: { phone: "chưa", embargo: "2026-12-01T" } })).own).toEqual({
      phone: "chưa",
      embargo: "2026-12-01T",
    });
    expect(await refused(save(id, { own: { weather: "nắng", place: "x".repeat(101) } }))).toEqual([
      "own-unknown:weather Loại “Thông cáo báo chí” không có mục “weather”.",
      "own-form:place Mục “Nơi phát” dài 101 ký tự; nhiều nhất 100.",
    ]);
  });

  test("what is missing or wrong is told before submission, all at once", async () => {
    const id = await begin("press-release");
    await save(id, { own: { phone: "không", email: "a@b", embargo: "2026-12-01T" } });
    expect(await refused(submit(id))).toEqual([
      "own-missing:place Chưa có mục “Nơi phát”.",
      "own-missing:contact Chưa có mục “Người liên hệ”.",
      "own-wrong:phone Mục “Điện thoại liên hệ” chưa phải số điện thoại, ví dụ 0222 3822 000.",
      "own-wrong:email Mục “Thư điện tử liên hệ” chưa phải địa chỉ thư điện tử.",
      "own-wrong:embargo Mục “Không công bố trước” cần đủ ngày và giờ.",
    ]);
    const notice = await begin("public-notice", {
      own: { validFrom: "2026-12-10", validUntil: "2026-12-01", contact: "Văn phòng" },
    });
    expect(await refused(submit(notice))).toEqual([
      "own-wrong:validUntil Mục “Đến hết ngày” đứng trước ngày bắt đầu.",
    ]);
  });

  test("a moment that holds keeps the text from the portal until then, not from a later time", async () => {
    const tomorrow = Temporal.Now.zonedDateTimeISO("Asia/Ho_Chi_Minh").add({ days: 1 });
    const embargo = `${tomorrow.toPlainDate()}T09:00`;
    const id = await begin("press-release", { own: { ...release, embargo } });
    await submit(id);
    const reviewed = await exact(id);
    await as(editor, (w) => approveContent(w, reviewed));
    const schedule = (at: Date | null) => as(clerk, (w) => scheduleContent(w, { id, at }));
    expect((await refused(schedule(null)))[0]).toMatch(/^own-held:embargo Không công bố trước 09:00, /);
    const later = new Date(Date.now() + 3 * 86_400_000);
    expect(await schedule(later)).toEqual(later);
  });
});

describe("media of a kind", () => {
  test("are wanted in number and with their words before submission", async () => {
    const [one, two] = await pictures(2);
    const id = await begin("photo-essay", {
      own: { place: "Bắc Ninh" },
      media: [{ ...one!, caption: "" }, two!],
    });
    expect(await refused(submit(id))).toEqual([
      "media-few:photo Ảnh của phóng sự: có 2 ảnh; cần ít nhất 3.",
      "media-caption:photo Ảnh của phóng sự: 1 ảnh chưa có chú thích.",
    ]);
  });

  test("stand only where the kind has a place, once, and come from the agency's library", async () => {
    const [one] = await pictures(1);
    const id = await begin("photo-essay");
    expect(await refused(save(id, { media: [one!, one!] }))).toEqual([
      "media-twice Có tệp được đặt hai lần vào cùng một chỗ.",
    ]);
    expect(await refused(save(id, { media: [{ ...one!, role: "video" }] }))).toEqual([
      "media-role:video Loại “Phóng sự ảnh” không có chỗ cho tệp này.",
    ]);
    await expect(save(id, { media: [{ ...one!, mediaId: uuidv7() }] })).rejects.toThrow("kho của cơ quan");
    await expect(begin("khong-co")).rejects.toThrow("Không có loại nội dung này");
  });

  test("are public with the text, in its page, its words found by search", async () => {
    const media = await pictures(3);
    const id = await begin("photo-essay", { own: { place: "Nhà văn hóa Hoa Phượng" }, media });
    await submit(id);
    const reviewed = await exact(id);
    await as(editor, (w) => approveContent(w, reviewed));
    await as(clerk, (w) => scheduleContent(w, { id, at: null }));
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    const { slug, agencyId } = await item(id);
    const page = await publishedBySlug(db.database, agencyId, slug!);
    if (page?.state !== "published") return expect.unreachable();
    const words = richTextToPlainText(page.body);
    expect(words).toMatch(/^Nơi chụp: Nhà văn hóa Hoa Phượng\n/);
    expect(words).toMatch(/Chú thích số 0\nChú thích số 1\nChú thích số 2$/);
    expect([...page.media.keys()].toSorted()).toEqual(media.map(({ mediaId }) => mediaId).toSorted());
    const { hits } = await findTexts(db.database, { agencyId, query: "hoa phuong", limit: 5 });
    expect(hits[0]).toMatchObject({ objectId: id, label: "Phóng sự ảnh" });
  });
});

describe("recordings of a kind", () => {
  const script = "Kính chào bà con. Từ hôm nay, hồ sơ nộp được tại nhà văn hóa thôn. ".repeat(4).trim();

  /** One of the library whose rights are in order. */
  const recording = async (part: Partial<typeof mediaAsset.$inferInsert>) => {
    const id = uuidv7();
    await db.database.insert(mediaAsset).values({
      id,
      agencyId: SAMPLE_AGENCY_ID,
      fileName: "ban-thu",
      contentType: "audio/mpeg",
      width: 0,
      height: 0,
      bytes: 1_500_000,
      alt: "Bản tin đầu tuần",
      licence: "own",
      consent: "not-needed",
      sort: "audio",
      durationMs: 95_000,
      audioCodec: "mp3",
      uploadedBy: writer.personId,
      ...part,
    });
    return id;
  };
  const video = (part: Partial<typeof mediaAsset.$inferInsert>) =>
    recording({ sort: "video", contentType: "video/mp4", videoCodec: "avc", captions: "WEBVTT", ...part });
  const placed = (mediaId: string, role: string): PlacedMedia => ({ mediaId, role, alt: "", caption: "" });
  const approved = async (kind: string, part: Partial<ContentFields>) => {
    const id = await begin(kind, part);
    await submit(id);
    const reviewed = await exact(id);
    await as(editor, (w) => approveContent(w, reviewed));
    return id;
  };
  const schedule = (id: string) => as(clerk, (w) => scheduleContent(w, { id, at: null }));
  const call = (params: Record<string, string>): PortalCall => ({
    database: db.database,
    agency: { id: SAMPLE_AGENCY_ID, name: "Sở Mẫu", base: "" } as PortalCall["agency"],
    origin: "https://mau.vn",
    host: "https://mau.vn",
    now: new Date(),
    params,
    query: {},
  });

  test("are told their shape, length and missing poster before publishing, each by its name", async () => {
    const wide = await video({ width: 1920, height: 1080, durationMs: 240_000, fileName: "ngang.mp4" });
    const id = await approved("short-video", {
      own: { crew: "Tổ truyền thông" },
      media: [placed(wide, "video")],
    });
    expect(await refused(schedule(id))).toEqual([
      `media-aspect:${wide} Video quay dọc: “ngang.mp4” cần khung hình dọc 9:16, như 1080 × 1920; tệp này 1920 × 1080.`,
      `media-length:${wide} Video quay dọc: “ngang.mp4” dài 4 phút; cần từ 5 giây đến 3 phút.`,
      `media-poster:${wide} Video quay dọc: “ngang.mp4” chưa có hình đại diện.`,
    ]);
    const silent = await video({ width: 1080, height: 1920, captions: null, posterId: uuidv7() });
    const other = await approved("short-video", { own: { crew: "Tổ" }, media: [placed(silent, "video")] });
    expect(await refused(schedule(other))).toEqual([
      `media-rights:${silent} Video “Bản tin đầu tuần” chưa có phụ đề cho người không nghe được.`,
    ]);
  });

  test("stand only in a place of their sort", async () => {
    const sound = await recording({});
    await expect(begin("video-report", { media: [placed(sound, "video")] })).rejects.toThrow(
      "không đúng loại tệp",
    );
  });

  test("are heard on the page, taken along by stations, told to machines; the script is the transcript", async () => {
    const sound = await recording({});
    const id = await approved("audio-bulletin", {
      own: { script, reader: "Lê Thị Mẫu" },
      media: [placed(sound, "recording")],
    });
    expect((await refused(schedule(id)))[0]).toMatch(/^recording-unmeasured:/);
    await as(editor, (work) => noteLoudness(work, { id: sound, lufs: -16.2, truePeakDb: -2 }));
    await schedule(id);
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    const { slug } = await item(id);
    const page = await answerArticle(call({ slug: slug! }));
    if (page?.kind !== "page") return expect.unreachable();
    const html = String(page.body);
    expect(html).toContain(`<audio src="/media/${sound}" controls="controls" preload="none"`);
    expect(html).toContain(
      `<a href="/media/${sound}" download="ban-tin-dau-tuan.mp3">Tải bản thu về máy</a> (MP3, 1 phút 35 giây, 1,4 MB)`,
    );
    expect(html).toContain("<h2>Lời bản tin</h2>");
    expect(page.structuredData?.[0]).toMatchObject({
      audio: {
        "@type": "AudioObject",
        contentUrl: `https://mau.vn/media/${sound}`,
        duration: "PT95S",
        transcript: script,
      },
    });
    const feed = async (format: string) => {
      const file = await answerNewsFeed(call({ path: `loai/ban-tin-phat-thanh.${format}` }));
      return file?.kind === "file" ? String(file.body) : "";
    };
    expect(await feed("rss")).toContain(
      `<enclosure url="https://mau.vn/media/${sound}" length="1500000" type="audio/mpeg"/>`,
    );
    expect(await feed("atom")).toContain(
      `<link rel="enclosure" type="audio/mpeg" length="1500000" href="https://mau.vn/media/${sound}"/>`,
    );
    expect(JSON.parse(await feed("json")).items[0].attachments).toEqual([
      {
        url: `https://mau.vn/media/${sound}`,
        mime_type: "audio/mpeg",
        size_in_bytes: 1_500_000,
        duration_in_seconds: 95,
      },
    ]);
  });
});

test("what only staff see stands in the review and not on the page", () => {
  const text = {
    kind: "press-release",
    body: fields("").body,
    own: { ...release, embargo: "2026-12-01T08:00" },
    media: [],
    aiUse: null,
  };
  const withheld = /Không công bố trước: 08:00, 01\/12\/2026/;
  expect(richTextToPlainText(shownText(text))).not.toMatch(withheld);
  expect(richTextToPlainText(shownText(text, { forStaff: true }))).toMatch(withheld);
  expect(kindOf("press-release")!.own.find(({ name }) => name === "embargo")!.shown).toBe("staff");
});
