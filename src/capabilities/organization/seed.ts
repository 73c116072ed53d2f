import type { Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { makeAccount } from "./make-account.ts";
import { SAMPLE_DOMAIN } from "./sample-address.ts";
import { agency, appointment, person, signingAuthority, unit } from "./tables.ts";

const sampleId = (group: number, index: number) =>
  `01970000-0000-7000-8000-0000${group.toString(16).padStart(4, "0")}${index.toString(16).padStart(4, "0")}`;

/** One password for all sample accounts; they work only in sample mode. */
export const SAMPLE_PASSWORD = "gan-dan-mau-2026";
export const SAMPLE_AGENCY_ID = sampleId(1, 1);

const units = [
  { slug: "lanh-dao", kind: "leadership", name: "Lãnh đạo Sở", shortName: "LĐS" },
  { slug: "van-phong", kind: "office", name: "Văn phòng Sở", shortName: "VP" },
  { slug: "ttbcxb", kind: "division", name: "Phòng Thông tin, Báo chí, Xuất bản", shortName: "TTBCXB" },
  { slug: "khtc", kind: "division", name: "Phòng Tài chính - Kế hoạch", shortName: "TCKH" },
  { slug: "phong-mau-a", kind: "division", name: "Phòng Mẫu A (văn hóa)", shortName: "PMA" },
  { slug: "phong-mau-b", kind: "division", name: "Phòng Mẫu B (thể thao, du lịch)", shortName: "PMB" },
  { slug: "don-vi-mau-c", kind: "affiliated", name: "Đơn vị Mẫu C (thư viện)", shortName: "ĐVC" },
] as const;

/** Obviously invented people, one for each role and a few more for the chain of two. */
const people: { email: string; name: string; jobTitle: string; role: Role; unit: string | null }[] = [
  {
    email: "contributor",
    name: "Nguyễn Văn Mẫu",
    jobTitle: "Chuyên viên",
    role: "contributor",
    unit: "phong-mau-a",
  },
  { email: "editor", name: "Lê Thị Mẫu", jobTitle: "Chuyên viên", role: "editor", unit: "ttbcxb" },
  { email: "editor2", name: "Vũ Văn Thí Dụ", jobTitle: "Phó Trưởng phòng", role: "editor", unit: "ttbcxb" },
  { email: "head", name: "Phạm Văn Mẫu", jobTitle: "Trưởng phòng", role: "head", unit: "phong-mau-a" },
  {
    email: "leadership",
    name: "Trần Thị Mẫu",
    jobTitle: "Phó Giám đốc",
    role: "leadership",
    unit: "lanh-dao",
  },
  { email: "office", name: "Hoàng Thị Mẫu", jobTitle: "Văn thư", role: "office", unit: "van-phong" },
  { email: "finance", name: "Đỗ Văn Mẫu", jobTitle: "Kế toán", role: "finance", unit: "khtc" },
  { email: "auditor", name: "Bùi Thị Mẫu", jobTitle: "Kiểm tra viên", role: "auditor", unit: null },
  {
    email: "administrator",
    name: "Ngô Văn Mẫu",
    jobTitle: "Quản trị hệ thống",
    role: "administrator",
    unit: null,
  },
];

/** Id of a sample unit by its slug, and of a sample person by the part of the e-mail before the @. */
export const sampleUnitId = (slug: string): string =>
  sampleId(2, units.findIndex((entry) => entry.slug === slug) + 1);
export const samplePersonId = (email: string): string =>
  sampleId(3, people.findIndex((entry) => entry.email === email) + 1);
export const sampleEmail = (email: string): string => `${email}@${SAMPLE_DOMAIN}`;

/** Loads the sample agency with units, people, appointments and accounts. */
export async function loadSampleOrganization(database: Database): Promise<void> {
  await work(database, systemActor(SAMPLE_AGENCY_ID, "Đơn vị mẫu"), async ({ tx, record }) => {
    await tx.insert(agency).values({
      id: SAMPLE_AGENCY_ID,
      kind: "department",
      name: "Sở Văn hóa, Thể thao và Du lịch",
      superiorName: "UBND TỈNH BẮC NINH",
      symbol: "SVHTTDL",
      place: "Bắc Ninh",
      slug: "so-vhttdl-bac-ninh",
      address: "Số 1, phố Thí Dụ, tỉnh Bắc Ninh (địa chỉ mẫu)",
      phone: "0200 000 0000 (số mẫu)",
      email: "lien-he@mau.gandan.vn",
      openingHours: "Thứ Hai đến thứ Sáu: 7:30–11:30 và 13:30–17:00\nNghỉ thứ Bảy, Chủ nhật và ngày lễ",
      hotline: "0200 000 0001 (số mẫu)",
      isSample: true,
    });
    await tx.insert(unit).values(
      units.map((entry, position) => ({
        id: sampleUnitId(entry.slug),
        agencyId: SAMPLE_AGENCY_ID,
        position,
        ...entry,
      })),
    );
    for (const { email, name, jobTitle, role, unit: slug } of people) {
      const id = samplePersonId(email);
      const userId = await makeAccount(tx, { name, email: sampleEmail(email), password: SAMPLE_PASSWORD });
      await tx
        .insert(person)
        .values({ id, agencyId: SAMPLE_AGENCY_ID, name, email: sampleEmail(email), jobTitle, userId });
      await tx.insert(appointment).values({
        id: sampleId(4, people.findIndex((entry) => entry.email === email) + 1),
        agencyId: SAMPLE_AGENCY_ID,
        personId: id,
        unitId: slug === null ? null : sampleUnitId(slug),
        role,
        fromDate: "2026-01-01",
      });
    }
    await tx.insert(signingAuthority).values({
      id: sampleId(5, 1),
      agencyId: SAMPLE_AGENCY_ID,
      personId: samplePersonId("leadership"),
      form: "KT",
      headTitle: "Giám đốc",
      ownTitle: "Phó Giám đốc",
      scope: "all",
      fromDate: "2026-01-05",
      decisionNumber: "02/QĐ-SVHTTDL (mẫu)",
      decidedOn: "2026-01-05",
      recordedBy: samplePersonId("administrator"),
      recordedAt: new Date("2026-01-05T08:00:00+07:00"),
    });
    await record({ act: "load-sample", objectKind: "agency", objectId: SAMPLE_AGENCY_ID });
  });
}

/** Lines for the console: the sample accounts. */
export const sampleAccountLines = (): string[] => [
  `Tài khoản mẫu (mật khẩu chung: ${SAMPLE_PASSWORD}):`,
  ...people.map(({ email, name, jobTitle }) => `  ${sampleEmail(email).padEnd(30)} ${name}, ${jobTitle}`),
];
