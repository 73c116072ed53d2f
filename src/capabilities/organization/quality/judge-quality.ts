import { formatDate } from "#platform/clock/vietnam-time.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import type { QualityKind } from "./quality-kind.ts";

export interface JudgedPerson {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  jobTitle: string | null;
  active: boolean;
  /** YYYY-MM-DD, as all days here. */
  leavesOn: string | null;
  addedOn: string;
  lastSeenOn: string | null;
  appointments: { role: string; unitId: string | null; fromDate: string; toDate: string | null }[];
}

export interface JudgedData {
  people: JudgedPerson[];
  units: { id: string; name: string; kind: string; closedOn: string | null }[];
  /** Authorities to sign that are in force. */
  signers: { personId: string; lines: string }[];
}

export interface Finding {
  kind: QualityKind;
  /** The person or the unit. */
  about: string;
  detail: string;
  /** Units that it concerns. */
  unitIds: string[];
  /** Where it is mended, within the workspace. */
  href: string;
}

/** Somebody who was invited has so many days before it is told that nobody signed in. */
const DAYS_TO_ENTER = 14;

const plain = (text: string): string =>
  unaccent(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "");

/** "Anh.Mau+a@x" and "anhmau@x" are one box with most providers. */
function boxOf(email: string): string {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  return `${local.replace(/\+.*$/u, "").replaceAll(".", "")}@${domain}`;
}

/** Groups of two and more that share a key; null keys share nothing. */
const sharing = <Row>(rows: Row[], keyOf: (row: Row) => string | null): Row[][] =>
  [...Map.groupBy(rows, keyOf)].flatMap(([key, group]) => (key && group.length > 1 ? [group] : []));

/** Finds what is wrong, missing, twice or unused, on a day; accounts are unused after so many months. */
export function judgeQuality(
  { people, units, signers }: JudgedData,
  { today, months }: { today: string; months: number },
): Finding[] {
  const found: Finding[] = [];
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  const inForce = ({ appointments }: JudgedPerson) =>
    appointments.filter(({ fromDate, toDate }) => fromDate <= today && (toDate === null || toDate >= today));
  const unitsOf = (person: JudgedPerson) => [
    ...new Set(inForce(person).flatMap(({ unitId }) => unitId ?? [])),
  ];
  const unitNames = (person: JudgedPerson) =>
    unitsOf(person)
      .map((id) => unitById.get(id)?.name ?? "")
      .join("; ");
  const ofPerson = (kind: QualityKind, person: JudgedPerson, detail: string) =>
    found.push({
      kind,
      about: person.name,
      detail,
      unitIds: unitsOf(person),
      href: `/nguoi-dung?tim=${encodeURIComponent(person.email)}`,
    });
  const ofUnit = (kind: QualityKind, unit: { id: string; name: string }, detail: string) =>
    found.push({ kind, about: unit.name, detail, unitIds: [unit.id], href: "/co-quan" });

  const active = people.filter((person) => person.active);
  for (const person of people) {
    const now = inForce(person);
    if (!person.active) {
      const open = person.appointments.filter(({ toDate }) => toDate === null || toDate >= today);
      if (open.length > 0) ofPerson("locked-but-appointed", person, `Còn ${open.length} phân công`);
      continue;
    }
    if (person.leavesOn !== null && person.leavesOn < today)
      ofPerson("left-but-active", person, `Ngày làm việc cuối ${formatDate(person.leavesOn)}`);
    const closed = now.filter(({ unitId }) => (unitById.get(unitId ?? "")?.closedOn ?? today) < today);
    if (closed.length > 0) ofPerson("closed-unit", person, unitNames(person));
    const heads = now.filter(({ role }) => role === "head");
    if (heads.length > 1) ofPerson("head-of-two", person, unitNames(person));
    const coming = person.appointments.some(({ fromDate }) => fromDate > today);
    if (person.appointments.length === 0) ofPerson("no-appointment", person, person.email);
    else if (now.length === 0 && !coming) {
      const last = person.appointments
        .map(({ toDate }) => toDate ?? "")
        .toSorted()
        .at(-1)!;
      ofPerson("appointments-over", person, `Phân công sau cùng hết ngày ${formatDate(last)}`);
    }
    const missing = [person.phone ? null : "điện thoại", person.jobTitle ? null : "chức danh"].filter(
      (part) => part !== null,
    );
    if (missing.length > 0) ofPerson("no-contact", person, `Chưa có ${missing.join(", ")}`);
    const day = Temporal.PlainDate.from(today);
    if (person.lastSeenOn === null) {
      if (person.addedOn <= day.subtract({ days: DAYS_TO_ENTER }).toString())
        ofPerson("never-signed-in", person, `Có tài khoản từ ${formatDate(person.addedOn)}`);
    } else if (person.lastSeenOn < day.subtract({ months }).toString())
      ofPerson("unused", person, `Đăng nhập lần cuối ${formatDate(person.lastSeenOn)}`);
  }
  const twins = (kind: QualityKind, keyOf: (person: JudgedPerson) => string | null) => {
    for (const group of sharing(active, keyOf))
      for (const person of group)
        ofPerson(
          kind,
          person,
          `Cùng với ${group.flatMap((other) => (other === person ? [] : [`${other.name} (${other.email})`])).join("; ")}`,
        );
  };
  twins("same-name", ({ name }) => plain(name) || null);
  twins("same-phone", ({ phone }) => phone?.replace(/\D/gu, "").replace(/^84/u, "0") || null);
  twins("alike-mail", ({ email }) => boxOf(email));

  const open = units.filter(({ closedOn }) => closedOn === null);
  for (const unit of open) {
    const own = active.filter((person) => unitsOf(person).includes(unit.id));
    if (own.length === 0) {
      ofUnit("empty-unit", unit, "Không ai được phân công");
      continue;
    }
    const heads = own.filter((person) =>
      inForce(person).some(({ role, unitId }) => role === "head" && unitId === unit.id),
    );
    if (heads.length === 0 && unit.kind !== "leadership")
      ofUnit("no-head", unit, `${own.length} người được phân công`);
    if (heads.length > 1) ofUnit("two-heads", unit, heads.map(({ name }) => name).join("; "));
  }
  for (const group of sharing(open, ({ name }) => plain(name)))
    for (const unit of group)
      ofUnit(
        "alike-units",
        unit,
        `Gần giống ${group.flatMap((other) => (other === unit ? [] : [other.name])).join("; ")}`,
      );
  for (const { personId, lines } of signers) {
    const person = people.find(({ id }) => id === personId);
    if (person && (!person.active || inForce(person).length === 0))
      found.push({
        kind: "authority-alone",
        about: person.name,
        detail: lines,
        unitIds: unitsOf(person),
        href: "/tham-quyen-ky",
      });
  }
  return found;
}
