import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleEmail } from "#organization";
import { roles } from "#platform/auth/actor.ts";
import { NO_ROLE } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { testDatabase } from "#platform/testing/test-database.ts";
import { createSite } from "../src/apps/site.ts";
import { mayCall, procedures, rightOf } from "./procedures.ts";

/** The whole site as it is served, with real accounts, cookies and appointments of the sample department. */
let site: Hono;
const faults: unknown[] = [];
beforeAll(async () => {
  const db = await testDatabase("sample");
  const config = readConfig({
    GANDAN_DATA: mkdtempSync(join(tmpdir(), "gandan-sessions-")),
    GANDAN_SAMPLE: "on",
  });
  site = createSite({ database: db.database, config }, (error) => faults.push(error));
});

const post = { method: "POST", headers: { "content-type": "application/json" } };

describe("with a real session", () => {
  for (const role of roles) {
    test(`the ${role} passes every gate that names the role, and no other`, async () => {
      const entered = await site.request("/api/auth/sign-in", {
        ...post,
        body: JSON.stringify({ email: sampleEmail(role), password: "gan-dan-mau-2026" }),
      });
      expect(entered.status).toBe(200);
      const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
      const me = await (await site.request("/api/me", { headers: { cookie } })).json();
      expect(me.appointments.map((appointment: { role: string }) => appointment.role)).toEqual([role]);
      // What removes the sample would end this very session.
      for (const { name, method, path, may } of procedures.filter(
        ({ name }) => !name.endsWith("removeSample"),
      )) {
        const answer = await site.request(`/api${path.replace(/\{[^}]+\}/g, uuidv7())}`, {
          ...(method === "GET" ? {} : { ...post, method, body: "{}" }),
          headers: { ...post.headers, cookie },
        });
        const { data, message } = await answer.json().catch(() => ({}));
        if (mayCall(may, role)) {
          expect([data?.right ?? null, message === NO_ROLE, answer.status], name).toEqual([
            null,
            false,
            expect.toSatisfy((status: number) => status < 500 && status !== 401),
          ]);
        } else expect([answer.status, data?.right], name).toEqual([403, rightOf(may)]);
      }
      const left = await site.request("/api/auth/sign-out", {
        ...post,
        headers: { ...post.headers, cookie },
        body: "{}",
      });
      expect(left.status).toBe(200);
      expect((await site.request("/api/me", { headers: { cookie } })).status).toBe(401);
      expect(faults).toEqual([]);
    });
  }
});
