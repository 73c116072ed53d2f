import { eq } from "drizzle-orm";
import { type Actor, roles } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Command } from "#platform/work/plug.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { RECOVERY_MINUTES } from "./accounts.ts";
import { addPerson } from "./add-person.ts";
import { makeRecoveryToken } from "./make-account.ts";
import { currentAgency, unitsOfAgency } from "./organization-queries.ts";
import { emptySample } from "./remove-sample.ts";
import { appointment, person, unit } from "./tables.ts";

const userList: Command = {
  name: "user list",
  summary: "Liệt kê người dùng",
  needsDatabase: true,
  run: async ({ database, flags, stdout }) => {
    const rows = await database
      .select({
        email: person.email,
        name: person.name,
        active: person.active,
        role: appointment.role,
        unit: unit.name,
      })
      .from(person)
      .leftJoin(appointment, eq(appointment.personId, person.id))
      .leftJoin(unit, eq(unit.id, appointment.unitId));
    if (flags.json) stdout(JSON.stringify(rows, null, 2));
    else
      for (const row of rows)
        stdout([row.email, row.name, row.role ?? "", row.unit ?? "", row.active ? "" : "đã khóa"].join("\t"));
    return 0;
  },
};

const userAdd: Command = {
  name: "user add",
  summary: "Thêm người: gandan user add THƯ-ĐIỆN-TỬ --name 'Họ Tên' --role VAI-TRÒ [--unit ĐƠN-VỊ]",
  needsDatabase: true,
  run: async ({ database, args, flags, stdout, stderr, config }) => {
    const agency = await currentAgency(database);
    const role = roles.find((known) => known === flags.role);
    if (!agency || !args[0] || typeof flags.name !== "string" || !role) {
      stderr(agency ? `Cần thư điện tử, --name và --role (${roles.join(", ")}).` : "Chưa có cơ quan nào.");
      return 2;
    }
    const units = await unitsOfAgency(database, agency.id);
    const unit = units.find(({ slug }) => slug === flags.unit) ?? null;
    if (flags.unit !== undefined && !unit) {
      stderr(`Không có đơn vị “${flags.unit}”. Các đơn vị: ${units.map(({ slug }) => slug).join(", ")}.`);
      return 2;
    }
    const actor: Actor = {
      ...systemActor(agency.id, "Dòng lệnh"),
      appointments: [{ role: "administrator", unitId: null }],
    };
    const person = { name: flags.name, email: args[0], phone: null, jobTitle: null };
    try {
      const { token } = await work(database, actor, (current) =>
        addPerson(current, { ...person, role, unitId: unit?.id ?? null }),
      );
      const base = config.baseUrl ?? `http://${config.host}:${config.port}`;
      stdout(`Mở một lần để đặt mật khẩu:\n${base}/workspace/dat-lai-mat-khau?ma=${token}`);
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
  run: async ({ database, args, stdout, stderr, config }) => {
    const [found] = await database
      .select()
      .from(person)
      .where(eq(person.email, (args[0] ?? "").toLowerCase()));
    if (!found?.userId) {
      stderr(`Không có tài khoản “${args[0] ?? ""}”. Chạy gandan user list để xem các tài khoản.`);
      return 2;
    }
    const token = await work(database, systemActor(found.agencyId, "Dòng lệnh"), async ({ tx, record }) => {
      await record({ act: "recover-person", objectKind: "person", objectId: found.id });
      return makeRecoveryToken(tx, found.userId!, RECOVERY_MINUTES);
    });
    const base = config.baseUrl ?? `http://${config.host}:${config.port}`;
    stdout(
      `Mở trong ${RECOVERY_MINUTES} phút, dùng một lần:\n${base}/workspace/dat-lai-mat-khau?ma=${token}`,
    );
    return 0;
  },
};

const sampleRemove: Command = {
  name: "sample remove",
  summary: "Gỡ đơn vị mẫu cùng mọi dữ liệu mẫu",
  needsDatabase: true,
  run: async ({ database, stdout }) => {
    const removed = await emptySample(database);
    stdout(removed > 0 ? "Đã gỡ đơn vị mẫu." : "Không có đơn vị mẫu nào để gỡ.");
    return 0;
  },
};

/** Commands for the person at the server. */
export const organizationCommands: Command[] = [userList, userAdd, userRecover, sampleRemove];
