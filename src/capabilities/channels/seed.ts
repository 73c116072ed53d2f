import { publishedSince } from "#newsroom";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { type AccountFields, registerAccount } from "./accounts/register-account.ts";
import { setAdministrators } from "./accounts/set-administrators.ts";
import { pauseAccount } from "./accounts/stop-account.ts";
import { deliverDue } from "./deliveries/deliver-due.ts";
import { deliveriesOfItem } from "./deliveries/delivery-queries.ts";
import { planDeliveries } from "./deliveries/plan-deliveries.ts";
import { followContent } from "./deliveries/release-deliveries.ts";
import { recordFigures } from "./figures/record-figures.ts";
import { loadSampleLoudspeakers } from "./grassroots/seed.ts";
import { recordByHand } from "./placements/record-by-hand.ts";
import { noLimits } from "./posting-times/posting-rule.ts";
import { savePostingRule } from "./posting-times/save-posting-rule.ts";
import { noteEnquiry } from "./press-room/enquiries/note-enquiry.ts";
import { draftLetter } from "./press-room/letters/write-letter.ts";
import { noteContact } from "./press-room/note-contact.ts";
import { noteOutlet } from "./press-room/note-outlet.ts";
import { notePickup } from "./press-room/pickups/note-pickup.ts";
import { makeList } from "./press-room/save-list.ts";
import { appointSpokesperson } from "./press-room/spokespeople/appoint-spokesperson.ts";

const editor: Actor = {
  personId: samplePersonId("editor"),
  name: "Lê Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "editor", unitId: sampleUnitId("ttbcxb") }],
};

const account = (network: string, part: Partial<AccountFields> & { name: string }) => ({
  id: uuidv7(),
  network,
  handle: "",
  url: null,
  unitId: sampleUnitId("ttbcxb"),
  decision: "15/QĐ-SVHTTDL (mẫu)",
  decisionOn: "2026-01-10",
  isVerified: false,
  note: "Tài khoản mẫu, không có thật.",
  way: "manual" as const,
  ...part,
});

/** Invented accounts of the sample department. */
const accounts = [
  account("facebook", {
    name: "Trang Sở Văn hóa, Thể thao và Du lịch (mẫu)",
    handle: "mau.gandan",
    url: "https://www.facebook.com/mau.gandan",
    isVerified: true,
    verifiedOn: "2026-03-02",
  }),
  account("zalo", { name: "Zalo OA của Sở (mẫu)", way: "rehearsal" }),
  account("youtube", {
    name: "Kênh YouTube của Sở (mẫu)",
    handle: "@mau.gandan",
    url: "https://www.youtube.com/@mau.gandan",
  }),
  account("radio", {
    name: "Đài truyền thanh các xã, phường (mẫu)",
    decision: "",
    decisionOn: null,
  }),
  account("press", { name: "Thông cáo báo chí của Sở (mẫu)", way: "rehearsal" }),
];

const everyDay = [1, 2, 3, 4, 5, 6, 7];
/** When its people post: good hours for all, and a night, a bound and a distance where they matter. */
const hours = (videoId: string, radioId: string) => [
  {
    ...noLimits,
    ...{ network: null, accountId: null },
    good: [
      { days: everyDay, from: "07:00", to: "08:30" },
      { days: everyDay, from: "11:00", to: "13:00" },
      { days: everyDay, from: "19:00", to: "21:00" },
    ],
  },
  {
    ...noLimits,
    ...{ network: null, accountId: videoId },
    closed: [{ days: everyDay, from: "22:00", to: "05:00" }],
    mostPerDay: 2,
    mostPerDayInCampaign: 4,
    minutesApart: 60,
  },
  { ...noLimits, network: null, accountId: radioId, minutesApart: 15 },
];
/** Invented newsrooms, with an address of each kind; gives one of them. */
async function loadSamplePress(current: Work): Promise<string> {
  const [paper, station, official, journalist, other] = Array.from({ length: 5 }, () => uuidv7());
  const outlet = { address: "", phone: "", note: "Cơ quan báo chí mẫu, không có thật." };
  await noteOutlet(current, { id: paper!, name: "Báo Tỉnh Mẫu", kind: "newspaper", ...outlet });
  await noteOutlet(current, { id: station!, name: "Đài Truyền hình Mẫu", kind: "broadcaster", ...outlet });
  const contact = (id: string, outletId: string, email: string) => ({
    ...{ id, outletId, basis: "official" as const, name: "Ban Thư ký tòa soạn" },
    ...{ jobTitle: "", email, phone: "", consent: null },
  });
  await noteContact(current, contact(official!, paper!, "toasoan@bao-mau.example"));
  await noteContact(current, contact(other!, station!, "thoisu@dai-mau.example"));
  await noteContact(current, {
    ...contact(journalist!, paper!, "phongvien@bao-mau.example"),
    ...{ basis: "consent", name: "Ngô Văn Thí Dụ", jobTitle: "Phóng viên" },
    consent: { givenOn: "2026-03-02", how: "message", keptAt: "Hộp thư báo chí, thư ngày 02/3/2026" },
  });
  await appointSpokesperson(current, {
    ...{
      id: uuidv7(),
      personId: samplePersonId("leadership"),
      name: "Phạm Văn Mẫu",
      position: "Giám đốc Sở",
    },
    ...{ standing: "head", matter: "", topics: "", decision: "", decisionOn: null },
    ...{
      fromDate: "2026-01-05",
      toDate: null,
      phone: "",
      email: "nguoiphatngon@mau.example",
      isPublic: true,
    },
  });
  await appointSpokesperson(current, {
    ...{ id: uuidv7(), personId: null, name: "Đặng Thị Thí Dụ", position: "Phó Giám đốc Sở" },
    ...{ standing: "authorised", matter: "", topics: "Cải cách hành chính", decision: "16/QĐ-SVHTTDL (mẫu)" },
    ...{ decisionOn: "2026-01-12", fromDate: "2026-01-15", toDate: "2026-12-31" },
    ...{ phone: "", email: "baochi@mau.example", isPublic: true },
  });
  await noteEnquiry(current, {
    ...{ id: uuidv7(), outletId: paper!, outletName: "", contactId: journalist!, askedBy: "Ngô Văn Thí Dụ" },
    ...{ reach: "phongvien@bao-mau.example", way: "email", subject: "Tiến độ số hóa hồ sơ của Sở" },
    questions: "Đến nay Sở đã số hóa bao nhiêu phần trăm hồ sơ, khi nào xong?",
    ...{ receivedAt: new Date(current.at.getTime() - 60_000), handlerId: samplePersonId("editor") },
  });
  await makeList(current, {
    name: "Báo, đài của tỉnh",
    contactIds: [official!, journalist!, other!],
  });
  await draftLetter(current, {
    ...{ id: uuidv7(), title: "Định hướng tuyên truyền cải cách hành chính quý IV (mẫu)", listIds: [] },
    body: "Đề nghị các cơ quan báo chí tập trung thông tin về nộp hồ sơ trực tuyến và trả kết quả tại nhà.",
    ...{ contactIds: [official!, other!], mediaIds: [], replaces: null },
  });
  return paper!;
}

/** The press took up a text of the sample. */
const samplePickup = (outletId: string, itemId: string, day: string) => ({
  ...{ id: uuidv7(), itemId, outletId, outletName: "", kind: "part" as const, file: null },
  title: "Sở Văn hóa, Thể thao và Du lịch đẩy mạnh cải cách hành chính (tin mẫu)",
  ...{ url: "https://bao-mau.example/tin-mau/cai-cach-hanh-chinh", publishedOn: day },
  note: "Tin báo chí mẫu, không có thật.",
});

/** The register of the sample department, with texts on their way: by hand, rehearsed, one that stands. */
export async function loadSampleChannels(database: Database): Promise<void> {
  const items = (await publishedSince(database, new Date(0))).filter(
    ({ agencyId }) => agencyId === SAMPLE_AGENCY_ID,
  );
  for (const item of items) await followContent(database, item);
  for (const one of accounts) await work(database, editor, (current) => registerAccount(current, one));
  await loadSampleLoudspeakers(database, editor);
  const outletId = await work(database, editor, loadSamplePress);
  const [page, chat, video, radio] = accounts;
  for (const rule of hours(video!.id, radio!.id))
    await work(database, editor, (current) => savePostingRule(current, rule));
  for (const [{ id }, people] of [
    [page!, ["editor", "editor2"]],
    [chat!, ["editor"]],
    [video!, ["editor2", "office"]],
  ] as const)
    await work(database, editor, (current) =>
      setAdministrators(current, { id, personIds: people.map(samplePersonId) }),
    );
  const newest = items.slice(-3);
  for (const { itemId } of newest)
    await work(database, editor, (current) =>
      planDeliveries(current, { itemId, accountIds: [page!.id, chat!.id], wantedAt: null }),
    );
  await deliverDue(database);
  const [first] = newest;
  await work(database, editor, async (current) => {
    const [posted] = (await deliveriesOfItem(current.tx, first!.itemId)).filter(
      ({ accountId }) => accountId === page!.id,
    );
    await recordByHand(current, {
      id: posted!.id,
      url: "https://www.facebook.com/mau.gandan/posts/1000000000000001",
      placedAt: null,
      where: "",
    });
    await recordFigures(current, {
      id: posted!.id,
      day: toVietnamDate(current.at).toString(),
      values: [
        { metric: "views", value: 1240 },
        { metric: "reactions", value: 57 },
        { metric: "shares", value: 9 },
      ],
      consent: null,
    });
    const day = toVietnamDate(current.at).toString();
    await notePickup(current, samplePickup(outletId, first!.itemId, day));
    await pauseAccount(current, { id: video!.id, reason: "Đang đổi người quản trị kênh (mẫu)" });
  });
}
