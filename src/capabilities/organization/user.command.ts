import { eq, sql } from "drizzle-orm";
import { type Actor, type Role, roleLabels, roles } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDayAndTime } from "#platform/clock/vietnam-time.ts";
import type { Config } from "#platform/config/config.ts";
import { linkBase } from "#platform/config/served-address.ts";
import type { Database } from "#platform/database/database.ts";
import type { Command } from "#platform/work/plug.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { RECOVERY_MINUTES } from "./accounts.ts";
import { addPerson } from "./add-person.ts";
import { forgetFailures, lockedUntil } from "./lock-out.ts";
import { makeRecoveryToken } from "./make-account.ts";
import { currentAgency, unitsOfAgency } from "./organization-queries.ts";
import { dropSecondFactor } from "./reset-second-factor.ts";
import { agency, appointment, person, unit } from "./tables.ts";

const linkTo = async (config: Config, token: string): Promise<string> =>
  `${await linkBase(config)}/workspace/dat-lai-mat-khau?ma=${token}`;
const named = (role: Role): string => `${role} (${roleLabels[role]})`;

const RESTING = "Tài khoản hoặc cơ quan này đang ngừng sử dụng; người quản trị phải mở lại trước.";
const unknownAccount = (email: string) =>
  `Không có tài khoản “${email}”. Chạy gandan user list để xem các tài khoản.`;

async function accountAt(database: Database, email: string) {
  const [found] = await database
    .select({
      id: person.id,
      agencyId: person.agencyId,
      email: person.email,
      userId: person.userId,
      active: sql<boolean>`${person.active} and ${agency.active}`,
    })
    .from(person)
    .innerJoin(agency, eq(agency.id, person.agencyId))
    .where(eq(person.email, email.trim().toLowerCase()));
  return found?.userId ? { ...found, userId: found.userId } : null;
}

const userList: Command = {
  name: "user list",
  summary: "Liệt kê người dùng",
  needsDatabase: true,
  args: 0,
  run: async ({ database, answer }) => {
    const rows = await database
      .select({
        email: person.email,
        name: person.name,
        active: person.active,
        role: appointment.role,
        unit: unit.name,
      })
      .from(person)
      .leftJoin(
        appointment,
        sql`${appointment.personId} = ${person.id} and daterange(from_date, to_date, '[]') @> (now() at time zone 'Asia/Ho_Chi_Minh')::date`,
      )
      .leftJoin(unit, eq(unit.id, appointment.unitId))
      .orderBy(person.email, appointment.role);
    const locked = await lockedUntil(
      database,
      rows.map(({ email }) => email),
    );
    const people = rows.map((row) => ({ ...row, lockedUntil: locked.get(row.email) ?? null }));
    const account = ({ active, lockedUntil }: (typeof people)[number]) => {
      if (!active) return "đã khóa";
      return lockedUntil ? `tạm khóa đến ${formatDayAndTime(lockedUntil)}` : "";
    };
    const line = (row: (typeof people)[number]) =>
      [row.email, row.name, row.role ? named(row.role) : "chưa phân công", row.unit ?? "", account(row)].join(
        "\t",
      );
    answer(people, people.map(line).join("\n"));
    return 0;
  },
};

const userAdd: Command = {
  name: "user add",
  summary: "Thêm người: gandan user add THƯ-ĐIỆN-TỬ --name 'Họ Tên' --role VAI-TRÒ [--unit ĐƠN-VỊ]",
  needsDatabase: true,
  flags: { name: "value", role: "value", unit: "value" },
  refuse: ({ args, flags }) =>
    args[0] && flags.name && roles.some((role) => role === flags.role)
      ? null
      : `Cần thư điện tử, --name và --role: ${roles.map(named).join("; ")}.`,
  run: async ({ database, args: [email = ""], flags, answer, stderr, config }) => {
    const agency = await currentAgency(database);
    if (!agency) {
      stderr("Chưa có cơ quan nào.");
      return 2;
    }
    const role = flags.role as Role;
    const units = await unitsOfAgency(database, agency.id);
    const unit = units.find(({ slug }) => slug === flags.unit) ?? null;
    if (flags.unit !== undefined && !unit) {
      const known = units.map(({ slug, name }) => `${slug} (${name})`).join("; ");
      stderr(`Không có đơn vị “${flags.unit}”. Các đơn vị: ${known}.`);
      return 2;
    }
    const actor: Actor = {
      ...systemActor(agency.id, "Dòng lệnh"),
      appointments: [{ role: "administrator", unitId: null }],
    };
    const person = { name: String(flags.name), email, phone: null, jobTitle: null };
    try {
      const { token } = await work(database, actor, (current) =>
        addPerson(current, { ...person, role, unitId: unit?.id ?? null }),
      );
      const link = await linkTo(config, token);
      answer({ email, link }, `Mở một lần để đặt mật khẩu:\n${link}`);
      return 0;
    } catch (error) {
      if (!(error instanceof Unacceptable)) throw error;
      stderr(error.message);
      return 2;
    }
  },
};

const userRecover: Command = {
  name: "user recover",
  summary: "Tạo đường dẫn đặt lại mật khẩu: gandan user recover THƯ-ĐIỆN-TỬ",
  needsDatabase: true,
  refuse: ({ args: [email] }) =>
    email ? null : "Hãy nêu thư điện tử của tài khoản: gandan user recover THƯ-ĐIỆN-TỬ",
  run: async ({ database, args: [email = ""], answer, stderr, config }) => {
    const found = await accountAt(database, email);
    if (!found) {
      stderr(unknownAccount(email));
      return 2;
    }
    if (!found.active) {
      stderr(RESTING);
      return 2;
    }
    const token = await work(database, systemActor(found.agencyId, "Dòng lệnh"), async ({ tx, record }) => {
      await record({ act: "recover-person", objectKind: "person", objectId: found.id });
      return makeRecoveryToken(tx, found.userId, RECOVERY_MINUTES);
    });
    const link = await linkTo(config, token);
    answer(
      { email: found.email, link, minutes: RECOVERY_MINUTES },
      `Mở trong ${RECOVERY_MINUTES} phút, dùng một lần:\n${link}`,
    );
    return 0;
  },
};

const userUnlock: Command = {
  name: "user unlock",
  summary: "Gỡ tạm khóa do nhập sai mật khẩu: gandan user unlock THƯ-ĐIỆN-TỬ",
  needsDatabase: true,
  refuse: ({ args: [email] }) =>
    email ? null : "Hãy nêu thư điện tử của tài khoản: gandan user unlock THƯ-ĐIỆN-TỬ",
  run: async ({ database, args: [email = ""], answer, stderr }) => {
    const found = await accountAt(database, email);
    if (!found) {
      stderr(unknownAccount(email));
      return 2;
    }
    const until = (await lockedUntil(database, [found.email])).get(found.email);
    if (until)
      await work(database, systemActor(found.agencyId, "Dòng lệnh"), async ({ tx, record }) => {
        await forgetFailures(tx, found.email);
        await record({
          act: "lift-lock-out",
          objectKind: "person",
          objectId: found.id,
          before: { lockedUntil: until },
          after: { lockedUntil: null },
        });
      });
    const said = until
      ? "Đã gỡ tạm khóa; người này đăng nhập được ngay."
      : "Tài khoản này không bị tạm khóa do nhập sai mật khẩu.";
    answer({ email: found.email, lifted: until !== undefined }, found.active ? said : `${said} ${RESTING}`);
    return 0;
  },
};

const userResetSecondFactor: Command = {
  name: "user reset-second-factor",
  summary:
    "Gỡ xác thực hai lớp khi mất điện thoại và mã dự phòng: gandan user reset-second-factor THƯ-ĐIỆN-TỬ --reason 'LÝ DO'",
  needsDatabase: true,
  flags: { reason: "value" },
  refuse: ({ args: [email], flags }) =>
    email && String(flags.reason ?? "").trim()
      ? null
      : "Hãy nêu thư điện tử và lý do: gandan user reset-second-factor THƯ-ĐIỆN-TỬ --reason 'LÝ DO'",
  run: async ({ database, args: [email = ""], flags, answer, stderr }) => {
    const found = await accountAt(database, email);
    if (!found) {
      stderr(unknownAccount(email));
      return 2;
    }
    const dropped = await work(database, systemActor(found.agencyId, "Dòng lệnh"), async ({ tx, record }) => {
      const had = await dropSecondFactor(tx, found.userId);
      if (had)
        await record({
          act: "reset-second-factor",
          objectKind: "person",
          objectId: found.id,
          reason: String(flags.reason).trim(),
        });
      return had;
    });
    answer(
      { email: found.email, dropped },
      dropped
        ? "Đã gỡ xác thực hai lớp và kết thúc mọi phiên; người này đăng nhập được bằng mật khẩu."
        : "Tài khoản này không bật xác thực hai lớp.",
    );
    return 0;
  },
};

/** Commands about people and accounts, for the person at the server. */
export const userCommands: Command[] = [userList, userAdd, userRecover, userUnlock, userResetSecondFactor];
