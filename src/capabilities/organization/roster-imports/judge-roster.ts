import { type Role, roleLabels, roles } from "#platform/auth/actor.ts";
import type { Cells } from "#platform/sheets/list-kind.ts";
import { faultsIn, type ListLine, writtenIn } from "#platform/sheets/read-list.ts";
import { slugify } from "#platform/text/slugify.ts";
import { nearestName, plain, unitMeant } from "#platform/text/unit-named.ts";
import { type UnitKind, unitKindLabels, unitKinds } from "../agency.ts";
import { personFields, unitFields } from "../contract.ts";
import { needUnit } from "../unit-for-role.ts";
import { type RosterField, rosterWords } from "./roster-fields.ts";

/** What the lines are read against. */
export interface KnownRoster {
  units: { id: string; name: string; shortName: string }[];
  /** Names that units had when they were imported. */
  unitNamesBefore: string[];
  people: { name: string; email: string; active: boolean; roles: Role[] }[];
  /** Addresses that people had when they were imported, in small letters. */
  emailsBefore: string[];
  /** Addresses of the sheet that have an account without being a person's of this agency, in small letters. */
  takenElsewhere: ReadonlySet<string>;
}

export interface NewUnit {
  what: "unit";
  name: string;
  shortName: string;
  kind: UnitKind;
}
export interface NewPerson {
  what: "person";
  name: string;
  email: string;
  phone: string | null;
  jobTitle: string | null;
  roles: Role[];
  /** `id` null: the unit that line `line` of the sheet makes. Null: the whole agency. */
  unit: { name: string; id: string | null; line: number | null } | null;
}

export interface RosterLine {
  line: number;
  /** "heading": stands over others and is neither. */
  state: "new" | "present" | "bad" | "heading";
  what: "unit" | "person";
  /** As written, by field. */
  written: Partial<Record<RosterField, string>>;
  /** Null unless it is new. */
  item: NewUnit | NewPerson | null;
  errors: string[];
  /** What was understood in a way that one may want to know. */
  notes: string[];
}

type Judged = Pick<RosterLine, "state" | "item" | "errors" | "notes">;

const key = (name: string) => name.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
const textIn = (cells: Cells<RosterField>) => (field: RosterField) => cells[field]?.text ?? "";

/** A row that names neither a person nor a role tells of a unit. */
const tellsUnit = (cells: Cells<RosterField>) => !cells.name && !cells.email && !cells.role && !!cells.unit;

const kindNames: Record<UnitKind, string[]> = {
  leadership: ["lanh dao", "ban giam doc", "lanh dao co quan", "lanh dao so", "ban lanh dao"],
  office: ["van phong"],
  division: ["phong", "phong chuyen mon", "ban", "phong ban"],
  affiliated: ["don vi truc thuoc", "truc thuoc", "trung tam", "chi cuc", "don vi su nghiep"],
};
const kindNamed = (words: string) =>
  unitKinds.find(
    (kind) => plain(unitKindLabels[kind]) === plain(words) || kindNames[kind].includes(plain(words)),
  ) ?? null;
/** What the name itself begins with: "Phòng …" is one. */
const kindByName = (name: string): UnitKind =>
  unitKinds.find((kind) => kindNames[kind].some((words) => `${plain(name)} `.startsWith(`${words} `))) ??
  "affiliated";

const roleNames: Record<Role, string[]> = {
  contributor: ["dau moi"],
  editor: ["bien tap vien"],
  head: ["truong phong", "thu truong don vi"],
  leadership: ["lanh dao", "lanh dao so"],
  office: ["van thu", "van phong"],
  finance: ["tai chinh", "ke toan"],
  auditor: ["kiem tra", "chi xem"],
  administrator: ["quan tri vien", "quan tri he thong"],
};
const roleNamed = (words: string) =>
  roles.find((role) => plain(roleLabels[role]) === plain(words) || roleNames[role].includes(plain(words))) ??
  null;

/** Messages of a schema for what was not told in better words before. */
const schemaSays = (
  result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } },
  but: string[],
) => (result.error?.issues ?? []).filter(({ path }) => !but.includes(String(path[0]))).map((i) => i.message);

function judgeUnit(
  { line, cells }: ListLine<RosterField>,
  known: KnownRoster,
  before: (NewUnit & { line: number })[],
): Judged {
  const textOf = textIn(cells);
  const errors = faultsIn(rosterWords, cells);
  const notes: string[] = [];
  const name = textOf("unit");
  const twin = before.find((other) => key(other.name) === key(name));
  if (twin) errors.push(`Trùng đơn vị với dòng ${twin.line}; hãy bỏ một dòng.`);
  const present =
    known.units.find((unit) => key(unit.name) === key(name)) ??
    known.unitNamesBefore.find((other) => key(other) === key(name));
  if (present) return { state: errors.length > 0 ? "bad" : "present", item: null, errors, notes };

  const shortName = textOf("shortName");
  if (shortName === "" && !cells.shortName?.fault)
    errors.push(
      `Đơn vị “${name}” chưa có tên viết tắt; hãy ghi tên viết tắt. Nếu dòng này là một người, hãy ghi họ tên, thư điện tử và vai trò.`,
    );
  const holder = [...known.units, ...before].find((unit) => key(unit.shortName) === key(shortName));
  if (shortName !== "" && holder)
    errors.push(
      `Tên viết tắt “${shortName}” đang là của “${holder.name}”; hãy ghi tên viết tắt khác${key(holder.name) === key(name) ? "" : ", hoặc sửa tên đơn vị nếu là cùng một đơn vị"}.`,
    );
  if (shortName !== "" && slugify(shortName) === "" && slugify(name) === "")
    errors.push("Tên viết tắt cần có chữ hoặc số; hãy ghi lại.");
  const kindText = textOf("unitKind");
  const kind = kindText === "" ? kindByName(name) : kindNamed(kindText);
  if (kindText === "") notes.push(`Loại đơn vị được hiểu là “${unitKindLabels[kindByName(name)]}”.`);
  if (kind === null)
    errors.push(
      `Không có loại đơn vị “${kindText}”; hãy ghi một trong: ${Object.values(unitKindLabels).join(", ")}.`,
    );
  const fields = unitFields.safeParse({ name, shortName, kind: kind ?? "division" });
  errors.push(...schemaSays(fields, shortName === "" ? ["shortName"] : []));
  if (errors.length > 0 || !fields.success) return { state: "bad", item: null, errors, notes };
  const item: NewUnit = { what: "unit", ...fields.data };
  before.push({ ...item, line });
  return { state: "new", item, errors, notes };
}

function rolesIn(text: string, errors: string[]): Role[] {
  if (text === "") {
    errors.push(`Chưa có vai trò; hãy ghi một trong: ${Object.values(roleLabels).join("; ")}.`);
    return [];
  }
  const found: Role[] = [];
  for (const words of text.split(/[;\n]/).map((part) => part.trim())) {
    if (words === "") continue;
    const role = roleNamed(words);
    if (role) {
      if (!found.includes(role)) found.push(role);
      continue;
    }
    const near = nearestName([...roles], (one) => [roleLabels[one], ...roleNames[one]], words);
    errors.push(
      `Không có vai trò “${words}”${near ? `; gần nhất là “${roleLabels[near]}”` : ""}. Hãy ghi một trong: ${Object.values(roleLabels).join("; ")}.`,
    );
  }
  return found;
}

const wholeAgency = /^(ca|toan) co quan$/;

function judgePerson(
  { line, cells }: ListLine<RosterField>,
  known: KnownRoster,
  units: (NewUnit & { line: number })[],
  before: Map<string, number>,
): Judged {
  const textOf = textIn(cells);
  const errors = faultsIn(rosterWords, cells);
  const notes: string[] = [];
  const [name, email] = [textOf("name"), textOf("email")];
  const address = email.toLowerCase();
  const twin = email === "" ? undefined : before.get(address);
  if (twin !== undefined)
    errors.push(
      `Trùng thư điện tử với dòng ${twin}; mỗi người một dòng, nhiều vai trò thì ghi cùng ô, cách nhau bằng dấu chấm phẩy.`,
    );
  else if (email !== "") before.set(address, line);
  const present = known.people.find((person) => person.email.toLowerCase() === address);
  if (present || known.emailsBefore.includes(address)) {
    if (errors.length > 0) return { state: "bad", item: null, errors, notes };
    if (present && name !== "" && key(present.name) !== key(name))
      notes.push(`Địa chỉ này đang là của “${present.name}”; tên trong hệ thống được giữ nguyên.`);
    if (present && !present.active) notes.push("Tài khoản này đang khóa; mở lại ở trang Người dùng.");
    const lacking = rolesIn(textOf("role"), []).filter((role) => !present?.roles.includes(role));
    if (present && lacking.length > 0)
      notes.push(
        `Chưa giữ vai trò ${lacking.map((role) => roleLabels[role]).join(", ")}; muốn thêm, hãy phân công ở trang Người dùng.`,
      );
    return { state: "present", item: null, errors, notes };
  }

  if (name === "" && !cells.name?.fault) errors.push("Chưa có họ và tên; hãy ghi họ và tên.");
  if (email === "" && !cells.email?.fault)
    errors.push("Chưa có thư điện tử; hãy ghi địa chỉ để người này đăng nhập.");
  const fields = personFields.safeParse({
    name,
    email,
    phone: textOf("phone") || null,
    jobTitle: textOf("jobTitle") || null,
  });
  if (email !== "" && fields.error?.issues.some(({ path }) => path[0] === "email"))
    errors.push(`Thư điện tử “${email}” chưa đúng; hãy ghi dạng ten@coquan.gov.vn.`);
  errors.push(...schemaSays(fields, name === "" ? ["name", "email"] : ["email"]));
  if (known.takenElsewhere.has(address))
    errors.push(`Địa chỉ “${email}” đã có tài khoản ở cơ quan khác; hãy ghi địa chỉ khác.`);

  const given = cells.role?.fault ? [] : rolesIn(textOf("role"), errors);
  const unitText = textOf("unit");
  let unit: NewPerson["unit"] = null;
  if (unitText !== "" && !wholeAgency.test(plain(unitText))) {
    const all = [
      ...known.units.map((one) => ({ ...one, line: null })),
      ...units.map((one) => ({ ...one, id: null })),
    ];
    const found = all.find((one) => key(one.name) === key(unitText)) ?? unitMeant(all, unitText);
    if (found) unit = { name: found.name, id: found.id, line: found.line };
    else {
      const near = nearestName(all, (one) => [one.name, one.shortName], unitText);
      errors.push(
        `Cơ quan không có đơn vị “${unitText}”${near ? `; gần nhất là “${near.name}”` : ""}. Hãy ghi đúng tên một đơn vị, hoặc thêm một dòng khai đơn vị ấy.`,
      );
    }
  } else if (!cells.unit?.fault)
    for (const role of given)
      if (needUnit.includes(role))
        errors.push(`Vai trò ${roleLabels[role]} cần một đơn vị; hãy ghi tên đơn vị.`);
  if (errors.length > 0 || !fields.success) return { state: "bad", item: null, errors, notes };
  return {
    state: "new",
    item: { what: "person", ...fields.data, email: address, roles: given, unit },
    errors,
    notes,
  };
}

/** Says of each line what it would become, in the sheet's own order; a person may stand above its unit. */
export function judgeRoster(lines: ListLine<RosterField>[], known: KnownRoster): RosterLine[] {
  const newUnits: (NewUnit & { line: number })[] = [];
  const ofUnits = new Map(
    lines
      .filter(({ cells, isHeading }) => !isHeading && tellsUnit(cells))
      .map((line) => [line, judgeUnit(line, known, newUnits)]),
  );
  const addresses = new Map<string, number>();
  return lines.map((line): RosterLine => {
    const what = tellsUnit(line.cells) ? "unit" : "person";
    const shown = { line: line.line, what, written: writtenIn(line.cells) } as const;
    if (line.isHeading) return { ...shown, state: "heading", item: null, errors: [], notes: [] };
    return { ...shown, ...(ofUnits.get(line) ?? judgePerson(line, known, newUnits, addresses)) };
  });
}
