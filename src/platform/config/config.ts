import { resolve } from "node:path";
import { z } from "zod";

/** A setting that cannot be used: one line for a person, exit code 2. */
export class InvalidSetting extends Error {
  override name = "InvalidSetting";
}

const onOff = z.enum(["on", "off"], { error: "phải là on hoặc off" });
const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `phải là địa chỉ bắt đầu bằng ${protocols.join(" hoặc ")}//`,
  });

const environment = z.object({
  PORT: z.coerce
    .number({ error: "phải là số cổng" })
    .int("phải là số nguyên")
    .min(0, "phải từ 0 đến 65535")
    .max(65535, "phải từ 0 đến 65535")
    .default(3000),
  HOST: z.string().min(1, "không được để trống").default("127.0.0.1"),
  GANDAN_DATA: z.string().min(1, "không được để trống").default("./data"),
  DATABASE_URL: url("postgres:", "postgresql:").optional(),
  DATABASE_OWNER_URL: url("postgres:", "postgresql:").optional(),
  GANDAN_SECRET_FILE: z.string().min(1, "không được để trống").optional(),
  GANDAN_TRUST_PROXY: onOff.default("off"),
  GANDAN_BASE_URL: url("http:", "https:").optional(),
  GANDAN_SAMPLE: onOff.optional(),
  GANDAN_ROLE: z.enum(["all", "web", "worker"], { error: "phải là all, web hoặc worker" }).default("all"),
  SMTP_URL: url("smtp:", "smtps:").optional(),
});

export interface Config {
  port: number;
  host: string;
  /** Absolute path of the data directory. */
  dataDirectory: string;
  /** Null: the embedded PostgreSQL under the data directory. */
  databaseUrl: string | null;
  databaseOwnerUrl: string | null;
  secretFile: string;
  trustProxy: boolean;
  /** Public address without a final slash; null until the server knows its port. */
  baseUrl: string | null;
  /** `sample` false: sample accounts are refused and none is loaded. */
  sample: boolean;
  /** True when GANDAN_SAMPLE was set by hand: then sample accounts also sign in from other machines. */
  sampleExplicit: boolean;
  role: "all" | "web" | "worker";
  smtpUrl: string | null;
}

const isLoopback = (host: string) => ["127.0.0.1", "::1", "localhost"].includes(host);

/**
 * Reads the settings of section "Environment" from `env`. Empty values count as absent.
 * @throws InvalidSetting with one Vietnamese line naming the setting and what it must be.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const name = String(issue.path[0]);
    throw new InvalidSetting(`Thiết lập ${name}="${given[name]}" không dùng được: ${issue.message}.`);
  }
  const e = parsed.data;
  if (e.DATABASE_URL && !e.DATABASE_OWNER_URL) {
    throw new InvalidSetting(
      "Thiết lập DATABASE_OWNER_URL còn thiếu: khi dùng DATABASE_URL, cần thêm tài khoản sở hữu bảng để nâng cấp dữ liệu.",
    );
  }
  if (e.SMTP_URL && !e.GANDAN_BASE_URL) {
    throw new InvalidSetting(
      "Thiết lập GANDAN_BASE_URL còn thiếu: khi gửi thư (SMTP_URL), đường dẫn trong thư cần địa chỉ công khai của hệ thống.",
    );
  }
  const dataDirectory = resolve(e.GANDAN_DATA);
  return {
    port: e.PORT,
    host: e.HOST,
    dataDirectory,
    databaseUrl: e.DATABASE_URL ?? null,
    databaseOwnerUrl: e.DATABASE_OWNER_URL ?? null,
    secretFile: resolve(e.GANDAN_SECRET_FILE ?? `${dataDirectory}/secrets.json`),
    trustProxy: e.GANDAN_TRUST_PROXY === "on",
    baseUrl: e.GANDAN_BASE_URL?.replace(/\/+$/, "") ?? null,
    sample: e.GANDAN_SAMPLE ? e.GANDAN_SAMPLE === "on" : isLoopback(e.HOST),
    sampleExplicit: e.GANDAN_SAMPLE !== undefined,
    role: e.GANDAN_ROLE,
    smtpUrl: e.SMTP_URL ?? null,
  };
}
