import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { InvalidSetting, readConfig } from "./config.ts";
import { readSecrets } from "./secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "gandan-config-"));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const serving = "postgres://serving:x@db.example.gov.vn/gandan";
const owner = "postgres://owner:x@db.example.gov.vn/gandan";

/** Each setting with values that cannot be used, and what the line must say. */
const wrong: Record<string, [values: string[], must: string]> = {
  PORT: [["ba nghìn", "-1", "80.5", "65536", "3e3", "0x50", " "], "phải là số nguyên từ 0 đến 65535"],
  HOST: [[" "], "không được để trống"],
  GANDAN_DATA: [["  "], "không được để trống"],
  DATABASE_URL: [["mysql://a@b/c", "localhost", "postgres:"], "phải"],
  DATABASE_OWNER_URL: [["postgres://db/gandan", "postgres://owner@db", "http://a@b/c"], "phải"],
  GANDAN_SECRET_FILE: [["  "], "không được để trống"],
  GANDAN_TRUST_PROXY: [["true", "1", "ON"], "phải là on hoặc off"],
  GANDAN_CLIENT_CERT_HEADER: [["Client Cert", "1x", "a:b"], "phải là tên của một đầu mục HTTP"],
  GANDAN_BASE_URL: [
    [
      "so.example.gov.vn",
      "ftp://so.example.gov.vn",
      "https://so.example.gov.vn/cong",
      "https://a@b?x=1",
      "https://",
    ],
    "",
  ],
  GANDAN_SAMPLE: [["yes", "0"], "phải là on hoặc off"],
  GANDAN_ROLE: [["everything", "Web"], "phải là all, web hoặc worker"],
  GANDAN_PASSWORD_LENGTH: [["9", "65", "mười"], "phải là số nguyên từ 10 đến 64"],
  GANDAN_AUDIT_YEARS: [["1", "mãi mãi"], "phải là số nguyên từ 2 đến 100"],
  GANDAN_PASSWORD_DAYS: [["0", "90 ngày"], "phải là số nguyên từ 1 đến 3650"],
  GANDAN_PASSWORD_REFUSED_FILE: [["/khong/co/danh-sach.txt"], "không đọc được tệp này"],
  SMTP_URL: [["mail.example.gov.vn", "http://mail.example.gov.vn", "smtp://"], "phải"],
  HTTPS_PROXY: [["proxy:3128", "socks5://proxy:1080"], "phải là địa chỉ bắt đầu bằng http:// hoặc https://"],
  NO_PROXY: [["http://so.example.gov.vn", "a b", "so.example.gov.vn,,"], "phải là tên máy chủ"],
};

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidSetting);
    return (error as Error).message;
  }
  return "";
};

describe("a setting that cannot be used", () => {
  for (const [name, [values, must]] of Object.entries(wrong)) {
    test.each(values)(`is one line that names it: ${name}=%s`, (value) => {
      const line = refusal({ [name]: value });
      expect(line).toContain(`Thiết lập ${name}="${value}" không dùng được: `);
      expect(line).toContain(must);
      expect(line.split("\n")).toHaveLength(1);
    });
  }

  test("is told without the password in it", () => {
    const line = refusal({ SMTP_URL: "http://nguoi-gui:bi-mat@mail.example.gov.vn" });
    expect(line).toContain("http://nguoi-gui:…@mail.example.gov.vn");
    expect(line).not.toContain("bi-mat");
  });

  test("is also one that misses its companion", () => {
    expect(refusal({ DATABASE_URL: serving })).toContain("DATABASE_OWNER_URL còn thiếu");
    expect(refusal({ OIDC_ISSUER: "https://sso.example.gov.vn", OIDC_CLIENT_ID: "gan-dan" })).toContain(
      "OIDC_CLIENT_SECRET",
    );
    expect(refusal({ DATABASE_OWNER_URL: owner })).toContain("DATABASE_URL còn thiếu");
    expect(refusal({ SMTP_URL: "smtp://mail.example.gov.vn" })).toContain("GANDAN_BASE_URL còn thiếu");
  });

  test("is also a secret file that is not ours, or a place where none can be made", () => {
    expect(() => readSecrets(file("bi-mat.json", "{}"))).toThrow(InvalidSetting);
    expect(() => readSecrets(join(file("tep", ""), "bi-mat.json"))).toThrow(InvalidSetting);
  });
});

describe("settings that can be used", () => {
  test("are read, and empty ones count as absent", () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      sample: true,
      role: "all",
      remarks: [],
    });
    expect(readConfig({ PORT: "", HOST: "", GANDAN_SAMPLE: "" })).toEqual(readConfig({}));
    expect(
      readConfig({
        PORT: "0",
        HOST: "0.0.0.0",
        GANDAN_BASE_URL: "https://so.example.gov.vn/",
        GANDAN_TRUST_PROXY: "on",
        DATABASE_URL: serving,
        DATABASE_OWNER_URL: owner,
        GANDAN_ROLE: "worker",
        HTTPS_PROXY: "http://so:mat-khau@proxy.example.gov.vn:3128",
        NO_PROXY: "localhost, .so.example.gov.vn,*.mau.vn,10.0.0.1-10.0.0.9,[fd00::1],dang-nhap.example:8443",
        SMTP_URL: "smtps://a:b@mail.example.gov.vn:465/?from=a@example.gov.vn",
      }),
    ).toMatchObject({
      port: 0,
      baseUrl: "https://so.example.gov.vn",
      trustProxy: true,
      databaseUrl: serving,
      role: "worker",
      // Not on the machine itself and not asked for: no sample accounts.
      sample: false,
      proxy: { httpsProxy: "http://so:mat-khau@proxy.example.gov.vn:3128" },
      remarks: [],
    });
  });

  test("that do nothing as they stand are told", () => {
    const { remarks } = readConfig({
      S3_BUCKET: "gandan",
      AI_BASE_URL: "http://127.0.0.1:11434/v1",
      GANDAN_SAMPEL: "off",
      GANDAN_ROLE: "web",
    });
    expect(remarks).toEqual([
      expect.stringContaining("Chưa dùng trong bản này: S3_BUCKET, AI_BASE_URL"),
      expect.stringContaining("Không có thiết lập GANDAN_SAMPEL"),
      expect.stringContaining("GANDAN_ROLE=web mà không có DATABASE_URL"),
    ]);
    expect(readConfig({ DATABASE_URL: owner, DATABASE_OWNER_URL: owner }).remarks).toEqual([
      expect.stringContaining("dùng chung một tài khoản"),
    ]);
  });
});
