import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import { readConfig } from "#platform/config/config.ts";
import { openSecret, sealPersonal } from "#platform/config/own-secret.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import type { OutgoingMail } from "#platform/work/compose-mail.ts";
import { createSite } from "../src/apps/site.ts";
import { newsroomOf, people } from "../src/capabilities/newsroom/newsroom.fixture.ts";
import { sendDueMail } from "../src/capabilities/organization/send-mail.ts";
import { pauseProcedure } from "../src/capabilities/procedures/pause-procedure.ts";
import { resumeProcedure } from "../src/capabilities/procedures/resume-procedure.ts";
import { composeMail } from "../src/capabilities/site/compose-mail.ts";
import { hearOfProcedures } from "../src/capabilities/site/following/hear-of-procedures.ts";
import { hashOfAddress } from "../src/capabilities/site/following/reader-address.ts";
import { tellReaders } from "../src/capabilities/site/following/tell-readers.ts";

const config = readConfig({
  GANDAN_DATA: mkdtempSync(join(tmpdir(), "followed-")),
  GANDAN_BASE_URL: "https://so-mau.example.vn",
  SMTP_URL: "smtp://127.0.0.1:2525?from=cong@mau.example",
});
const { auth: secret } = readSecrets(config.secretFile);
const HOUR = 3_600_000;
const start = new Date("2030-01-10T02:00:00Z");
const after = (hours: number) => new Date(start.getTime() + hours * HOUR);

let db: TestDatabase;
let procedureId: string;
const { as } = newsroomOf(() => db.database);
beforeAll(async () => {
  db = await testDatabase("sample");
  openSecret(config);
  const { rows } = await db.pool.query("select id from procedure where code = '9.990001'");
  procedureId = rows[0].id;
});
afterAll(() => openSecret(null));

const follow = async (address: string, topic: string) =>
  db.pool.query(
    `insert into reader_subscription (id, agency_id, address_hash, address_sealed, topic, pace, confirmed_at)
     values ($1, $2, $3, $4, $5, 'at-once', $6)`,
    [uuidv7(), SAMPLE_AGENCY_ID, hashOfAddress(address), await sealPersonal(address), topic, start],
  );
async function mails(): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const outside = { baseUrl: "https://so-mau.example.vn", secret, secretFile: config.secretFile };
  await sendDueMail(
    db.database,
    async (mail) => sent.push(mail),
    async (q, id) => composeMail(q, id, outside),
  );
  return sent;
}

test("a procedure, its field and an event that takes it are followed: each change is told once, what was before is not", async () => {
  await follow("mot@doc-gia.example", `procedure:${procedureId}`);
  await follow("hai@doc-gia.example", "field:Nghệ thuật biểu diễn");
  await follow("ba@doc-gia.example", "event:to-chuc-bieu-dien-nghe-thuat");
  await follow("ba@doc-gia.example", "field:Nghệ thuật biểu diễn");
  await follow("bon@doc-gia.example", "field:Thư viện");
  expect(await hearOfProcedures(db.database, start)).toBe(0);
  await as(
    people.editor,
    (work) => pauseProcedure(work, { id: procedureId, reason: "Chờ quy định mới." }),
    after(1),
  );
  expect(await hearOfProcedures(db.database, after(2))).toBe(1);
  expect(await hearOfProcedures(db.database, after(3))).toBe(0);
  await tellReaders(db.database, after(4));
  const sent = await mails();
  expect(sent.map(({ to }) => to).toSorted()).toEqual([
    "ba@doc-gia.example",
    "hai@doc-gia.example",
    "mot@doc-gia.example",
  ]);
  const third = sent.find(({ to }) => to === "ba@doc-gia.example")!;
  expect(third.subject).toMatch(/^Thủ tục: Chấp thuận tổ chức biểu diễn/);
  for (const part of [
    "Tạm dừng: Chờ quy định mới.",
    "https://so-mau.example.vn/thu-tuc/9.990001-",
    "Thủ tục để: Tổ chức biểu diễn nghệ thuật",
    "Thủ tục lĩnh vực Nghệ thuật biểu diễn",
    "/theo-doi/cua-toi/",
  ])
    expect(third.text).toContain(part);
  await as(
    people.editor,
    (work) => resumeProcedure(work, { id: procedureId, reason: "Đã có quy định." }),
    after(5),
  );
  expect(await hearOfProcedures(db.database, after(6))).toBe(1);
});

test("the form offers events, fields and the procedure one came from; the feed tells what changed, narrowed", async () => {
  const site = createSite({ database: db.database, config }, (error) => {
    throw error;
  });
  const open = async (path: string) => (await site.request(path)).text();
  const form = await open("/theo-doi?thu-tuc=9.990001");
  expect(form).toContain("Thủ tục bạn vừa xem");
  expect(form).toMatch(new RegExp(`value="procedure:${procedureId}" checked`));
  expect(form).toContain('value="event:to-chuc-le-hoi"');
  expect(form).toContain("Thủ tục lĩnh vực Thư viện");
  expect(await open("/theo-doi?su-kien=to-chuc-le-hoi")).toMatch(/value="event:to-chuc-le-hoi" checked/);
  expect(await open("/theo-doi?thu-tuc=khong-co")).not.toContain("Thủ tục bạn vừa xem");
  const whole = await open("/thu-tuc/thay-doi.atom");
  expect(whole).toContain("<title>Chấp thuận tổ chức biểu diễn nghệ thuật (mẫu)</title>");
  expect(whole).toContain("Xét tặng danh hiệu nghệ nhân");
  const narrow = await open("/thu-tuc/thay-doi.json?su-kien=to-chuc-le-hoi");
  expect(JSON.parse(narrow).items).toHaveLength(2);
  expect(await open("/thu-tuc/thay-doi.rss?linh-vuc=Thư%20viện")).toContain("thư viện tư nhân");
  expect(await open("/nguon-tin")).toContain("/thu-tuc/thay-doi.atom");
});
