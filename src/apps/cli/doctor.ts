import { existsSync, statfsSync, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { linkBase } from "#platform/config/served-address.ts";
import { pendingMigrations } from "#platform/database/migrate.ts";
import type { Command, CommandCall, Finding } from "#platform/work/plug.ts";
import { plugs } from "../plugs.ts";
import { examineSeals } from "./examine-seals.ts";

const one = async <Row>({ database }: CommandCall, query: ReturnType<typeof sql>): Promise<Row> =>
  (await database.execute(query)).rows[0] as Row;

const count = async (call: CommandCall, query: ReturnType<typeof sql>): Promise<number> =>
  (await one<{ n: number }>(call, query)).n;

async function newestBackup(folder: string): Promise<number | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".zip"));
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  return times.length === 0 ? null : Math.max(...times);
}

const isLoopback = (address: string) =>
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);

/** Links that are handed out must open on other machines, once others than the sample's people use it. */
async function examineLinks(call: CommandCall): Promise<Finding> {
  const name = "Địa chỉ trong đường dẫn";
  const base = await linkBase(call.config);
  const real = await count(call, sql`select count(*)::int as n from agency where not is_sample`);
  const trial = call.config.sample && real === 0;
  if (trial || !isLoopback(base)) return { name, ok: true, advice: base };
  return {
    name,
    ok: false,
    advice: `${base} chỉ mở được trên chính máy chủ: đặt GANDAN_BASE_URL là địa chỉ công khai, ví dụ https://so.example.gov.vn`,
  };
}

async function examine(call: CommandCall): Promise<Finding[]> {
  const { config, ownerUrl } = call;
  const { version, fsync } = await one<{ version: string; fsync: string }>(
    call,
    sql`select current_setting('server_version') as version, current_setting('fsync') as fsync`,
  );
  const pending = await pendingMigrations(ownerUrl);
  const { can } = await one<{ can: boolean }>(
    call,
    sql`select exists (select from pg_class where relname in ('audit_entry', 'audit_seal', 'audit_unsealed') and relnamespace = 'public'::regnamespace
      and (has_table_privilege(oid, 'update, delete, truncate') or (relname <> 'audit_entry' and has_table_privilege(oid, 'insert')))) as can`,
  );
  // Before an upgrade the tables may be others.
  const current = pending.length === 0;
  const late = current
    ? await count(
        call,
        sql`select count(*)::int as n from content_item where state = 'scheduled' and scheduled_at < now() - interval '5 minutes'`,
      )
    : 0;
  const parts = current
    ? await Promise.all(plugs.map(({ examine: look }) => look?.(call.database, config) ?? []))
    : [];
  const seals = current ? await examineSeals(call.database) : [];
  const disk = statfsSync(config.dataDirectory);
  const free = (disk.bavail * disk.bsize) / 2 ** 30;
  const mode = existsSync(config.secretFile) ? statSync(config.secretFile).mode & 0o777 : null;
  const backups = join(config.dataDirectory, "backups");
  const last = await newestBackup(backups);
  const days = last === null ? null : Math.floor((Date.now() - last) / 86_400_000);
  return [
    { name: "PostgreSQL", ok: Number.parseInt(version, 10) >= 18, advice: `bản ${version}` },
    {
      name: "Ghi bền xuống đĩa",
      ok: fsync === "on",
      advice:
        fsync === "on" ? "fsync đang bật" : "fsync đang tắt: bật lại, nếu không mất điện sẽ mất dữ liệu",
    },
    {
      name: "Nâng cấp",
      ok: pending.length === 0,
      advice:
        pending.length === 0
          ? "cơ sở dữ liệu ở bản mới nhất"
          : `còn ${pending.length} bước: chạy gandan migrate`,
    },
    {
      name: "Nhật ký",
      ok: !can,
      advice: can
        ? "tài khoản phục vụ sửa được nhật ký: thu lại quyền update, delete trên audit_entry, mọi quyền ghi trên audit_seal, audit_unsealed"
        : "tài khoản phục vụ không sửa, không xóa được",
    },
    ...seals,
    {
      name: "Bài hẹn giờ",
      ok: late === 0,
      advice: late === 0 ? "không bài nào quá giờ" : `${late} bài quá giờ hẹn: kiểm tra tiến trình worker`,
    },
    ...parts.flat(),
    await examineLinks(call),
    {
      name: "Chỗ trống trên đĩa",
      ok: free > 1,
      advice: `${free.toFixed(1).replace(".", ",")} GB${free > 1 ? "" : ": dọn đĩa hoặc chuyển GANDAN_DATA"}`,
    },
    {
      name: "Tệp bí mật",
      ok: mode === 0o600,
      advice:
        mode === null ? "chưa có" : `quyền ${mode.toString(8)}${mode === 0o600 ? "" : ": chạy chmod 600"}`,
    },
    {
      name: "Sao lưu",
      ok: days !== null && days <= 7,
      advice:
        days === null
          ? `chưa có bản nào trong ${backups}: chạy gandan backup`
          : `bản mới nhất cách đây ${days} ngày`,
    },
  ];
}

/** Looks the installation and what its capabilities state over. Exit code 1 when something is not well. */
export const doctor: Command = {
  name: "doctor",
  summary: "Kiểm tra sức khỏe hệ thống và nói việc cần làm",
  needsDatabase: true,
  upgrades: false,
  args: 0,
  run: async (call) => {
    const findings = await examine(call);
    call.answer(
      findings,
      findings.map(({ name, ok, advice }) => `${ok ? "✓" : "✗"} ${name}: ${advice}`).join("\n"),
    );
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
};
