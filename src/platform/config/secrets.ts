import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { InvalidSetting } from "./config.ts";

const secretsSchema = z.object({
  /** Signs sessions. */
  auth: z.string().min(32),
  databaseOwner: z.string().min(16),
  databaseServing: z.string().min(16),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** Reads the secret file, or makes it (mode 0600) at the first start. */
export function readSecrets(file: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      throw new InvalidSetting(`Tệp bí mật ${file} không đọc được; hãy khôi phục tệp này từ bản sao lưu.`);
    }
  }
  const random = () => randomBytes(32).toString("base64url");
  const secrets: Secrets = { auth: random(), databaseOwner: random(), databaseServing: random() };
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw new InvalidSetting(
      `Không ghi được tệp bí mật ${file} (${(error as NodeJS.ErrnoException).code}); hãy xem lại quyền ghi và thiết lập GANDAN_DATA, GANDAN_SECRET_FILE.`,
    );
  }
  return secrets;
}
