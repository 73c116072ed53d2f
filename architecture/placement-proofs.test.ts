import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { allowNetworkHosts } from "../src/capabilities/channels/accounts/account-call.ts";
import { sealWith } from "../src/capabilities/channels/accounts/credentials.ts";
import { captureAgain } from "../src/capabilities/channels/captures/capture-again.ts";
import { capturesOf } from "../src/capabilities/channels/captures/capture-queries.ts";
import { pageText } from "../src/capabilities/channels/captures/page-text.ts";
import { takeCaptures } from "../src/capabilities/channels/captures/take-captures.ts";
import { account } from "../src/capabilities/channels/channels.fixture.ts";
import { deliverDue } from "../src/capabilities/channels/deliveries/deliver-due.ts";
import { planDeliveries } from "../src/capabilities/channels/deliveries/plan-deliveries.ts";
import { linkUnder } from "../src/capabilities/channels/deliveries/post-of-delivery.ts";
import { followContent } from "../src/capabilities/channels/deliveries/release-deliveries.ts";
import { acceptProduct, takeBackAcceptance } from "../src/capabilities/channels/payment/accept-product.ts";
import { listDossiers, presentDossier } from "../src/capabilities/channels/payment/dossier-queries.ts";
import { writeBundle } from "../src/capabilities/channels/payment/write-bundle.ts";
import { addProof } from "../src/capabilities/channels/placements/add-proof.ts";
import { recordByHand } from "../src/capabilities/channels/placements/record-by-hand.ts";
import { newsroomOf, ownTitle, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";

let db: TestDatabase;
let pages: Server;
let origin: string;
/** What the page answers, by its path. */
const answers = new Map<
  string,
  { status: number; headers?: Record<string, string>; body?: string | Buffer }
>();
beforeAll(async () => {
  db = await testDatabase("sample");
  const folder = mkdtempSync(join(tmpdir(), "proofs-"));
  keepFilesIn(folder);
  sealWith(readConfig({ GANDAN_DATA: folder }));
  pages = createServer((request, response) => {
    const { status, headers, body } = answers.get(request.url!) ?? { status: 404 };
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  });
  await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  linkUnder(origin, { reachable: true });
  allowNetworkHosts(["127.0.0.1"]);
});
afterAll(() => {
  allowNetworkHosts([]);
  pages.close();
});
const { as, scheduled } = newsroomOf(() => db.database);
const { writer, editor, leader, auditor } = people;
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const after = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** A text that is public; its delivery to our own portal. */
async function published(title: string) {
  const itemId = await scheduled(title, null, after(-2));
  await publishDueContent(db.database);
  await followContent(db.database, { agencyId: SAMPLE_AGENCY_ID, itemId });
  const [own] = await rows(
    "select p.delivery_id, p.url from placement p join channel_account a on a.id = p.account_id where a.way = 'own' and p.item_id = $1",
    [itemId],
  );
  return { itemId, deliveryId: own.delivery_id as string, path: own.url as string };
}
async function postedAt(itemId: string, url: string) {
  const accountId = await as(editor, (w) => account(w, sampleUnitId("ttbcxb"), { way: "manual" }));
  await as(editor, (w) => planDeliveries(w, { itemId, accountIds: [accountId], wantedAt: null }));
  await deliverDue(db.database);
  const [{ id }] = await rows("select id from delivery where account_id = $1", [accountId]);
  await as(editor, (w) => recordByHand(w, { id, url, placedAt: null, where: "" }));
  return id as string;
}
const kept = async (id: string) => (await capturesOf(db.database, editor, id)).captures;

test("the page of our portal is kept by itself once it shows the text, as an archive that is bound to the text", async () => {
  const title = ownTitle("Trang được lưu làm minh chứng");
  const { deliveryId, path } = await published(title);
  expect((await capturesOf(db.database, editor, deliveryId)).byItself).toBe("yes");
  await takeCaptures(db.database, after(0));
  expect(await kept(deliveryId)).toMatchObject([
    { state: "waiting", why: expect.stringContaining("không có bài ở địa chỉ này") },
  ]);
  answers.set(path, {
    status: 200,
    body: `<title>Cổng</title><script>alert("x")</script><h1>${title}</h1><p>Nội dung &lt;b&gt;</p>`,
  });
  await takeCaptures(db.database, after(2));
  await takeCaptures(db.database, after(3));
  const [page, ...more] = await kept(deliveryId);
  expect(more).toEqual([]);
  expect(page).toMatchObject({ state: "taken", status: 200, words: `Cổng\n${title}\nNội dung <b>` });
  const archive = gunzipSync((await readFile(page!.id))!).toString();
  expect(archive).toContain("WARC/1.1");
  expect(archive).toContain(page!.revisionHash);
  expect(archive).toContain(title);
});

test("elsewhere it is kept when a person asks, follows no way inside, and is left to a person in words", async () => {
  const title = ownTitle("Trang ở nơi khác");
  const { itemId } = await published(title);
  const id = await postedAt(itemId, `${origin}/noi-khac`);
  await takeCaptures(db.database);
  // The accounts of the sample are invented: nothing is opened there by itself.
  expect(await capturesOf(db.database, editor, id)).toMatchObject({ captures: [], byItself: "sample" });
  await expect(as(auditor, (w) => captureAgain(w, { id }))).rejects.toThrow(Forbidden);
  answers.set("/noi-khac", { status: 302, headers: { location: "https://169.254.169.254/latest" } });
  await as(editor, (w) => captureAgain(w, { id }));
  await as(editor, (w) => captureAgain(w, { id }));
  await takeCaptures(db.database, after(0));
  expect(await kept(id)).toMatchObject([{ state: "waiting", why: expect.stringContaining("mạng nội bộ") }]);
  answers.set("/noi-khac", { status: 200, body: Buffer.alloc(6_000_000, "a") });
  await takeCaptures(db.database, after(2));
  expect(await kept(id)).toMatchObject([{ why: expect.stringContaining("5 MB") }]);
  answers.set("/noi-khac", { status: 200, body: "<p>Hãy đăng nhập để xem</p>" });
  for (const minutes of [60, 600, 1200]) await takeCaptures(db.database, after(minutes));
  expect(await kept(id)).toMatchObject([{ state: "failed", why: expect.stringContaining("không thấy bài") }]);
  answers.set("/noi-khac", { status: 301, headers: { location: "/bai" } });
  answers.set("/bai", { status: 200, body: `<p>${title.toUpperCase()}</p>` });
  await as(editor, (w) => captureAgain(w, { id }));
  await takeCaptures(db.database, after(0));
  expect(await kept(id)).toMatchObject([
    { state: "failed" },
    { state: "taken", url: `${origin}/bai`, askedByName: "Lê Thị Mẫu" },
  ]);
});

test("what a page says is text and nothing else", () => {
  expect(
    pageText("<TITLE>a&amp;b</TITLE><!-- <p>x</p> --><style>p{}</style><p>Một<br>hai</p>&#x1F600;&#xD800;"),
  ).toBe("a&b\nMột\nhai\n😀");
});

test("a product is ready to be paid with approval, links, proofs and the acceptance of a second person; its package proves itself", async () => {
  const title = ownTitle("Sản phẩm được nghiệm thu");
  const { itemId, path } = await published(title);
  const id = await postedAt(itemId, `${origin}/${title.length}/bai`);
  const dossier = () => presentDossier(db.database, leader, itemId);
  expect((await dossier()).missing).toEqual([
    expect.stringMatching(/^Chưa có ảnh chụp hay trang lưu của bài trên Cổng/),
    expect.stringMatching(/^Chưa có ảnh chụp hay trang lưu của bài trên Tài khoản/),
    "Chưa nghiệm thu.",
  ]);
  answers.set(path, { status: 200, body: `<h1>${title}</h1>` });
  await takeCaptures(db.database, after(0));
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#a33" } })
    .png()
    .toBuffer();
  await as(editor, (w) => addProof(w, { id, bytes: picture, fileName: "anh.png" }));

  const { revisionId } = await dossier();
  const accept = (verdict: "accepted" | "not-accepted", remarks = "") => ({
    itemId,
    revisionId,
    verdict,
    remarks,
  });
  await expect(as(writer, (w) => acceptProduct(w, accept("accepted")))).rejects.toThrow(Forbidden);
  // Who wrote it does not accept it, in whatever role; the database says so, too.
  await expect(
    as({ ...leader, personId: writer.personId }, (w) => acceptProduct(w, accept("accepted"))),
  ).rejects.toThrow(/không tự nghiệm thu/);
  await expect(as(leader, (w) => acceptProduct(w, accept("not-accepted")))).rejects.toThrow(Unacceptable);
  await expect(
    as(leader, (w) => acceptProduct(w, { ...accept("accepted"), revisionId: itemId })),
  ).rejects.toThrow(Conflict);
  await as(leader, (w) => acceptProduct(w, accept("not-accepted", "Thiếu ảnh minh họa")));
  expect((await dossier()).missing).toEqual([expect.stringContaining("chưa đạt")]);
  await as(leader, (w) => acceptProduct(w, accept("accepted")));
  expect(await dossier()).toMatchObject({
    missing: [],
    acceptance: { verdict: "accepted", isOfThisText: true },
  });
  await expect(as(leader, (w) => acceptProduct(w, accept("accepted")))).rejects.toThrow(Forbidden);
  const day = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Ho_Chi_Minh" }).format(after(-2));
  const { dossiers } = await listDossiers(db.database, auditor, { from: day, to: day });
  expect(dossiers.find((row) => row.itemId === itemId)).toMatchObject({ title, placements: 2, missing: [] });

  const { bytes, name } = await writeBundle(db.database, auditor, itemId);
  expect(name).toMatch(/^ho-so-thanh-toan-san-pham-duoc-nghiem-thu.*\.zip$/);
  const parts = new Map<string, Uint8Array>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes)).getEntries())
    if (!entry.directory) parts.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  const sums = new TextDecoder().decode(parts.get("ma-sha256.txt"));
  for (const line of sums.trimEnd().split("\n")) {
    const [sum, file] = line.split("  ") as [string, string];
    expect(createHash("sha256").update(parts.get(file)!).digest("hex"), file).toBe(sum);
  }
  expect([...parts.keys()].filter((part) => !part.endsWith(".pdf")).sort()).toEqual([
    "00-muc-luc.docx",
    "01-phieu-duyet.docx",
    "02-noi-da-dang.docx",
    "03-phieu-nghiem-thu.docx",
    "04-minh-chung/01-trang-luu-1.warc.gz",
    "04-minh-chung/02-anh-chup-1.jpg",
    "ma-sha256.txt",
  ]);

  await as(leader, (w) => takeBackAcceptance(w, { itemId, reason: "Ghi nhầm" }));
  expect((await dossier()).missing).toEqual(["Chưa nghiệm thu."]);
  await expect(as(leader, (w) => takeBackAcceptance(w, { itemId, reason: "x" }))).rejects.toThrow(Forbidden);
  await expect(
    db.pool.query(
      "insert into product_acceptance (id, agency_id, item_id, revision_id, revision_hash, verdict, remarks, accepted_by, accepted_at) select gen_random_uuid(), r.agency_id, r.item_id, r.id, r.hash, 'accepted', '', r.author_id, now() from content_revision r where r.item_id = $1 limit 1",
      [itemId],
    ),
  ).rejects.toThrow(/who wrote it/);
});
