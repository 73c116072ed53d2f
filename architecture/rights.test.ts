import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyContractRouter } from "@orpc/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "#platform/auth/actor.ts";
import type { MayCall, ProcedureMeta } from "#platform/auth/contract-base.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { testDatabase } from "#platform/testing/test-database.ts";
import { createApi } from "../src/apps/api/api.ts";
import { contracts } from "../src/apps/contracts.ts";

interface Procedure {
  name: string;
  method: string;
  path: string;
  may: MayCall | undefined;
}

function procedures(router: AnyContractRouter, name: string[] = []): Procedure[] {
  if ("~orpc" in router) {
    const { meta, route } = (
      router as { "~orpc": { meta: ProcedureMeta; route: { method?: string; path?: string } } }
    )["~orpc"];
    return [{ name: name.join("."), method: route.method ?? "", path: route.path ?? "", may: meta.may }];
  }
  return Object.entries(router).flatMap(([key, inner]) =>
    procedures(inner as AnyContractRouter, [...name, key]),
  );
}

const all = procedures(contracts as unknown as AnyContractRouter);
const mayCall = (may: MayCall | undefined, role: Role | null): boolean =>
  may === "public" ||
  (role !== null && (may === "signed-in" || (typeof may === "object" && may.roles.includes(role))));

/** The whole matrix as a page that shows in review when a right changes. */
function matrix(): string {
  const head = ["Procedure", ...roles, "no account"];
  const rows = all.map(({ name, may }) => [
    name,
    ...[...roles, null].map((role) => (mayCall(may, role) ? "✓" : "–")),
  ]);
  return [
    "# Rights",
    "",
    "Who may try which procedure; what is further refused on a given object (another unit's, one's own text, a wrong state) stands in each capability's policy. Written by `architecture/rights.test.ts`: run it with `UPDATE_RIGHTS=1` after a change and look at the difference.",
    "",
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
  ].join("\n");
}

let call: (procedure: Procedure, actor: Actor | null) => Promise<number>;
beforeAll(async () => {
  const db = await testDatabase("sample");
  const { rows } = await db.pool.query("select id from agency limit 1");
  let current: Actor | null = null;
  const api = createApi({ database: db.database, config: readConfig({}), actorOf: async () => current });
  call = async ({ method, path }, actor) => {
    current = actor && { ...actor, agencyId: rows[0].id };
    const address = path.replace(/\{[^}]+\}/g, uuidv7());
    const body = method === "GET" ? {} : { body: "{}", headers: { "content-type": "application/json" } };
    return (await api.request(`/api${address}`, { method, ...body })).status;
  };
});

const actorWith = (role: Role): Actor => ({
  personId: uuidv7(),
  name: "Người Mẫu",
  agencyId: uuidv7(),
  appointments: [{ role, unitId: null }],
});

describe("every procedure of the API", () => {
  test("names who may call it", () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ may }) => may === undefined)).toEqual([]);
  });

  test("is listed with its roles in architecture/rights.md", () => {
    const file = join(import.meta.dirname, "rights.md");
    if (process.env.UPDATE_RIGHTS) writeFileSync(file, matrix());
    expect(readFileSync(file, "utf8")).toBe(matrix());
  });

  // The one that empties the database comes last.
  const inOrder = all.toSorted(
    (a, b) => Number(a.name.endsWith("removeSample")) - Number(b.name.endsWith("removeSample")),
  );
  for (const procedure of inOrder) {
    test(`${procedure.name} answers each role and nobody as its right says`, async () => {
      const nobody = await call(procedure, null);
      if (procedure.may === "public") expect([401, 403]).not.toContain(nobody);
      else expect(nobody).toBe(401);
      for (const role of roles) {
        const status = await call(procedure, actorWith(role));
        expect(status, role).not.toBe(401);
        if (!mayCall(procedure.may, role)) expect(status, role).toBe(403);
        // An empty input or an unknown id is refused for what it is, not for who sends it.
        else expect([200, 400, 403, 404, 409, 422], role).toContain(status);
      }
    });
  }
});
