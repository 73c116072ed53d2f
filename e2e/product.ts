import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { readConfig } from "#platform/config/config.ts";
import { filesFolder } from "#platform/files/files.ts";
import { listenForInvalidation } from "#platform/http/page-invalidation.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { listen } from "../src/apps/cli/listen.ts";
import { plugs } from "../src/apps/plugs.ts";
import { createPortalCache } from "../src/apps/portal/mount-portal.ts";
import { createSite } from "../src/apps/site.ts";
import { startWorker } from "../src/apps/worker/worker.ts";

export interface Product {
  /** Address without a final slash. */
  address: string;
  db: TestDatabase;
}

/** The whole product on a free port of this machine, with the sample department, stopped when the file ends. */
export async function startProduct(template: "empty" | "sample" = "sample"): Promise<Product> {
  const db = await testDatabase(template);
  const data = mkdtempSync(join(tmpdir(), "gandan-e2e-"));
  const config = readConfig({
    PORT: "0",
    GANDAN_DATA: data,
    GANDAN_SAMPLE: template === "sample" ? "on" : "off",
  });
  if (template === "sample") cpSync(inject("sampleFiles"), filesFolder(data), { recursive: true });
  const faults: unknown[] = [];
  const report = (error: unknown) => faults.push(error);
  for (const { prepare } of plugs) await prepare?.(db.database, config);
  const worker = await startWorker({ database: db.database, servingUrl: db.url, config }, plugs, report);
  const pages = createPortalCache(config);
  const site = createSite({ database: db.database, config, pages }, report);
  const web = await listen(site, config, pages.answer);
  const invalidation = await listenForInvalidation(db.url, pages);
  afterAll(async () => {
    await web.close();
    await invalidation.stop();
    await worker.stop();
    rmSync(data, { recursive: true, force: true });
    // A fault that no screen showed would otherwise pass unseen.
    if (faults.length > 0) throw new AggregateError(faults, "Máy chủ đã gặp lỗi trong lúc chạy thử");
  });
  return { address: web.address, db };
}
