import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { type OpenDatabase, openDatabase } from "../database/database.ts";

declare module "vitest" {
  interface ProvidedContext {
    clusterOwnerUrl: string;
    clusterServingUrl: string;
    /** Folder with the files of the sample department. */
    sampleFiles: string;
  }
}

const withDatabase = (url: string, name: string) => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
};

export interface TestDatabase extends OpenDatabase {
  ownerUrl: string;
  name: string;
}

/**
 * A fresh database of this test file, copied from the migrated template ("empty") or from the template that
 * also holds the sample department ("sample"), or one without any table ("bare"); dropped when the file ends.
 */
export async function testDatabase(template: "bare" | "empty" | "sample" = "empty"): Promise<TestDatabase> {
  const ownerUrl = inject("clusterOwnerUrl");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const administration = new pg.Client({ connectionString: withDatabase(ownerUrl, "postgres") });
  await administration.connect();
  await administration.query(
    `create database ${name} template ${template === "bare" ? "template0" : `template_${template}`}`,
  );
  await administration.end();
  const open = openDatabase(withDatabase(inject("clusterServingUrl"), name), { max: 5 });
  afterAll(async () => {
    await open.close();
    const last = new pg.Client({ connectionString: withDatabase(ownerUrl, "postgres") });
    await last.connect();
    await last.query(`drop database ${name} with (force)`);
    await last.end();
  });
  return { ...open, name, ownerUrl: withDatabase(ownerUrl, name) };
}
