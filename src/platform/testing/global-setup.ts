import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { readSecrets } from "../config/secrets.ts";
import { openDatabase } from "../database/database.ts";
import { SERVING, startEmbeddedPostgres } from "../database/embedded-postgres.ts";
import { migrate } from "../database/migrate.ts";
import { filesFolder, keepFilesIn } from "../files/files.ts";

/** One cluster for the whole run, with a migrated template and one that holds the sample department. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-test-"));
  const secrets = readSecrets(join(folder, "secrets.json"));
  const cluster = await startEmbeddedPostgres(folder, secrets, { database: "template_empty" });
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { queues } = await import("../../apps/cli/installation.ts");
    await migrate(cluster.url("owner"), { servingRole: SERVING, queues: queues() });
    const administration = new pg.Client({ connectionString: cluster.url("owner", "postgres") });
    await administration.connect();
    await administration.query("create database template_sample template template_empty");
    // Nothing here outlives the run: no test waits for a disk.
    for (const durability of ["fsync", "synchronous_commit", "full_page_writes"])
      await administration.query(`alter system set ${durability} = off`);
    await administration.query("select pg_reload_conf()");
    await administration.end();
    keepFilesIn(folder);
    const sample = openDatabase(cluster.url("serving", "template_sample"));
    const { loadSample } = await import("../../apps/cli/load-sample.ts");
    await loadSample(sample.database);
    await sample.close();
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("clusterOwnerUrl", cluster.url("owner"));
  project.provide("sampleFiles", filesFolder(folder));
  project.provide("clusterServingUrl", cluster.url("serving"));
  return stop;
}
