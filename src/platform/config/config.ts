import { accessSync, constants } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

/** A setting that cannot be used: one line for a person, exit code 2. */
export class InvalidSetting extends Error {
  override name = "InvalidSetting";
}

const onOff = z.enum(["on", "off"], { error: "phải là on hoặc off" });
const place = z.string().refine((value) => value.trim() !== "", { error: "không được để trống" });

const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `phải là số nguyên từ ${least} đến ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `phải là số nguyên từ ${least} đến ${most}`,
    });

const MEGABYTE = 1024 * 1024;

const list = z.string().transform((text) =>
  text
    .split(/[\s,]+/)
    .map((part) => part.toLowerCase())
    .filter(Boolean),
);

const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `phải là địa chỉ bắt đầu bằng ${protocols.map((protocol) => `${protocol}//`).join(" hoặc ")}`,
    abort: true,
  });
const withHost = (...protocols: string[]) =>
  url(...protocols).refine((value) => new URL(value).hostname !== "", { error: "phải có tên máy chủ" });
const database = url("postgres:", "postgresql:")
  .refine((value) => new URL(value).username !== "", { error: "phải có tên tài khoản" })
  .refine((value) => new URL(value).pathname.length > 1, { error: "phải có tên cơ sở dữ liệu" });
const isBare = (value: string) => {
  const { pathname, search, hash } = new URL(value);
  return pathname.replace(/\/+$/, "") === "" && search === "" && hash === "";
};
const isOrigin = (value: string) => isBare(value) && new URL(value).username === "";

/** One part of NO_PROXY: all, a host, a domain, an address, a range of addresses; the port where it matters. */
const hostOrRange =
  /^(\*|(\*?\.)?[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?|\[?[\da-f]*:[\da-f:.]+\]?|\d+(\.\d+){3}-\d+(\.\d+){3})$/i;

const environment = z.object({
  PORT: number(0, 65_535).default(3000),
  HOST: place.default("127.0.0.1"),
  GANDAN_DATA: place.default("./data"),
  DATABASE_URL: database.optional(),
  DATABASE_OWNER_URL: database.optional(),
  GANDAN_SECRET_FILE: place.optional(),
  GANDAN_TRUST_PROXY: onOff.default("off"),
  GANDAN_CLIENT_CERT_HEADER: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, "phải là tên của một đầu mục HTTP, ví dụ Client-Cert")
    .optional(),
  GANDAN_BASE_URL: withHost("http:", "https:")
    .refine(isOrigin, { error: "chỉ gồm tên miền, không có đường dẫn phía sau" })
    .optional(),
  GANDAN_SAMPLE: onOff.optional(),
  GANDAN_ROLE: z.enum(["all", "web", "worker"], { error: "phải là all, web hoặc worker" }).default("all"),
  GANDAN_PASSWORD_LENGTH: number(10, 64).default(10),
  GANDAN_PASSWORD_KINDS: number(1, 4).default(2),
  GANDAN_PASSWORD_REMEMBERED: number(0, 10).default(3),
  GANDAN_PASSWORD_DAYS: number(1, 3650).optional(),
  GANDAN_PASSWORD_REFUSED_FILE: place.optional(),
  OIDC_ISSUER: withHost("https:", "http:").optional(),
  OIDC_CLIENT_ID: place.optional(),
  OIDC_CLIENT_SECRET: place.optional(),
  OIDC_NAME: place.default("Đăng nhập chung"),
  OIDC_DOMAINS: list.optional(),
  OIDC_TWO_FACTOR: list.default([]),
  OIDC_ALLOW_HOSTS: list.default([]),
  CHANNELS_ALLOW_HOSTS: list.default([]),
  VOICE_ALLOW_HOSTS: list.default([]),
  GANDAN_AUDIT_YEARS: number(2, 100).optional(),
  GANDAN_MEDIA_PICTURE_MB: number(1, 100).default(25),
  GANDAN_MEDIA_VIDEO_MB: number(1, 20_000).default(1000),
  GANDAN_MEDIA_AUDIO_MB: number(1, 2_000).default(200),
  GANDAN_MEDIA_DOCUMENT_MB: number(1, 500).default(50),
  GANDAN_MEDIA_STORE_GB: number(1, 1_000_000).optional(),
  SMTP_URL: withHost("smtp:", "smtps:").optional(),
  // NODE_EXTRA_CA_CERTS is read by Node itself and looked at before it starts: scripts/extra-certificates.mjs.
  HTTPS_PROXY: withHost("http:", "https:")
    .refine(isBare, { error: "chỉ gồm tên máy chủ, cổng và tài khoản, không có đường dẫn phía sau" })
    .optional(),
  NO_PROXY: z
    .string()
    .refine((value) => value.split(",").every((part) => hostOrRange.test(part.trim())), {
      error: "phải là tên máy chủ, miền (.mau.vn), địa chỉ hoặc *, cách nhau bằng dấu phẩy",
    })
    .optional(),
});

/** Settings of parts that are not built yet: told at the start, so that nobody relies on them. */
const ofLaterParts = /^(S3|AI)_/;
/** Set by our own programs for each other. */
const internal = ["GANDAN_BOOTED", "GANDAN_WATCH_PARENT", "GANDAN_USER_NAMESPACE"];

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
  /** In which header the trusted proxy names the certificate of who calls; null: certificates let nobody in. */
  clientCertHeader: string | null;
  /** Public address without a final slash; null until the server knows its port. */
  baseUrl: string | null;
  /** `sample` false: sample accounts are refused and none is loaded. */
  sample: boolean;
  /** True when GANDAN_SAMPLE was set by hand: then sample accounts also sign in from other machines. */
  sampleExplicit: boolean;
  role: "all" | "web" | "worker";
  smtpUrl: string | null;
  /** What calls over https that leave the network go by, and what they go past. */
  proxy: { httpsProxy: string | null; noProxy: string | null };
  /** After how many years `gandan audit purge` may take lines of the audit out; null: never. */
  auditYears: number | null;
  /** What is asked of every new password; agencies may ask for more. */
  passwords: {
    minLength: number;
    kinds: number;
    remembered: number;
    /** Days; null: no password grows too old. */
    maxDays: number | null;
    /** Absolute path of a text with one refused password a line. */
    refusedFile: string | null;
  };
  /** Bytes of the largest file of each sort that the media library takes, and of all that it holds; null: no bound. */
  media: { picture: number; video: number; audio: number; document: number; store: number | null };
  oidc: {
    /** The provider of sign-in for people of every agency; null: none. */
    provider: {
      name: string;
      issuer: string;
      clientId: string;
      secret: string;
      domains: string[];
      twoFactorValues: string[];
    } | null;
    /** Hosts inside the network, or without TLS, that may be called as providers. */
    allowHosts: string[];
  };
  channels: {
    /** Hosts inside the network, or without TLS, that connectors may call. */
    allowHosts: string[];
  };
  voice: {
    /** Hosts inside the network, or without TLS, that may be called to read aloud. */
    allowHosts: string[];
  };
  /** Lines about settings that do nothing as they stand; for the person at the console. */
  remarks: string[];
}

type Environment = z.output<typeof environment>;

function remarksOn(given: Record<string, string | undefined>, e: Environment): string[] {
  const names = Object.keys(given);
  const later = names.filter((name) => ofLaterParts.test(name));
  const unknown = names.filter(
    (name) => name.startsWith("GANDAN_") && !(name in environment.shape) && !internal.includes(name),
  );
  return [
    ...(later.length > 0 ? [`Chưa dùng trong bản này: ${later.join(", ")}.`] : []),
    ...unknown.map((name) => `Không có thiết lập ${name}; hãy xem lại cách viết.`),
    ...(e.GANDAN_ROLE !== "all" && !e.DATABASE_URL
      ? [
          `GANDAN_ROLE=${e.GANDAN_ROLE} mà không có DATABASE_URL: chỉ một tiến trình dùng được cơ sở dữ liệu kèm theo, nên phần việc còn lại không ai làm.`,
        ]
      : []),
    ...(e.DATABASE_URL && e.DATABASE_OWNER_URL && sameUser(e.DATABASE_URL, e.DATABASE_OWNER_URL)
      ? [
          "DATABASE_URL và DATABASE_OWNER_URL dùng chung một tài khoản: nhật ký không còn được bảo vệ khỏi sửa, xóa.",
        ]
      : []),
  ];
}

const sameUser = (one: string, other: string) => new URL(one).username === new URL(other).username;

const isLoopback = (host: string) => ["127.0.0.1", "::1", "localhost"].includes(host);

function providerIn(e: Environment): Config["oidc"]["provider"] {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: secret,
    OIDC_DOMAINS: domains,
  } = e;
  if (!issuer) return null;
  if (!clientId || !secret || !domains?.length) {
    throw new InvalidSetting(
      "Thiết lập OIDC_ISSUER cần thêm OIDC_CLIENT_ID, OIDC_CLIENT_SECRET và OIDC_DOMAINS (tên miền thư điện tử được phép).",
    );
  }
  return { name: e.OIDC_NAME, issuer, clientId, secret, domains, twoFactorValues: e.OIDC_TWO_FACTOR };
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

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
    const shown = given[name]?.replace(/(\/\/[^:@/]*):[^@/]*@/, "$1:…@");
    const told = name === "OIDC_CLIENT_SECRET" ? "…" : shown;
    throw new InvalidSetting(`Thiết lập ${name}="${told}" không dùng được: ${issue.message}.`);
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
  if (e.DATABASE_OWNER_URL && !e.DATABASE_URL) {
    throw new InvalidSetting(
      "Thiết lập DATABASE_URL còn thiếu: khi dùng DATABASE_OWNER_URL, cần thêm tài khoản phục vụ, không sở hữu bảng.",
    );
  }
  if (e.GANDAN_CLIENT_CERT_HEADER && e.GANDAN_TRUST_PROXY !== "on") {
    throw new InvalidSetting(
      "Thiết lập GANDAN_TRUST_PROXY còn thiếu: GANDAN_CLIENT_CERT_HEADER chỉ dùng sau một máy chủ trung gian tin cậy, nơi kiểm tra chứng thư của máy và bỏ đầu mục mà bên gọi tự gửi.",
    );
  }
  const refusedFile = e.GANDAN_PASSWORD_REFUSED_FILE ? resolve(e.GANDAN_PASSWORD_REFUSED_FILE) : null;
  if (refusedFile !== null && !isReadable(refusedFile)) {
    throw new InvalidSetting(
      `Thiết lập GANDAN_PASSWORD_REFUSED_FILE="${refusedFile}" không dùng được: không đọc được tệp này.`,
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
    clientCertHeader: e.GANDAN_CLIENT_CERT_HEADER ?? null,
    baseUrl: e.GANDAN_BASE_URL?.replace(/\/+$/, "") ?? null,
    sample: e.GANDAN_SAMPLE ? e.GANDAN_SAMPLE === "on" : isLoopback(e.HOST),
    sampleExplicit: e.GANDAN_SAMPLE !== undefined,
    role: e.GANDAN_ROLE,
    smtpUrl: e.SMTP_URL ?? null,
    proxy: { httpsProxy: e.HTTPS_PROXY ?? null, noProxy: e.NO_PROXY ?? null },
    auditYears: e.GANDAN_AUDIT_YEARS ?? null,
    media: {
      picture: e.GANDAN_MEDIA_PICTURE_MB * MEGABYTE,
      video: e.GANDAN_MEDIA_VIDEO_MB * MEGABYTE,
      audio: e.GANDAN_MEDIA_AUDIO_MB * MEGABYTE,
      document: e.GANDAN_MEDIA_DOCUMENT_MB * MEGABYTE,
      store: e.GANDAN_MEDIA_STORE_GB ? e.GANDAN_MEDIA_STORE_GB * 1024 * MEGABYTE : null,
    },
    oidc: { provider: providerIn(e), allowHosts: e.OIDC_ALLOW_HOSTS },
    channels: { allowHosts: e.CHANNELS_ALLOW_HOSTS },
    voice: { allowHosts: e.VOICE_ALLOW_HOSTS },
    passwords: {
      minLength: e.GANDAN_PASSWORD_LENGTH,
      kinds: e.GANDAN_PASSWORD_KINDS,
      remembered: e.GANDAN_PASSWORD_REMEMBERED,
      maxDays: e.GANDAN_PASSWORD_DAYS ?? null,
      refusedFile,
    },
    remarks: remarksOn(given, e),
  };
}
