import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "#platform/auth/actor.ts";
import { NO_ROLE } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { testDatabase } from "#platform/testing/test-database.ts";
import { createApi } from "../src/apps/api/api.ts";
import { mayCall, type Procedure, procedures, rightOf } from "./procedures.ts";

/** The whole matrix as a page that shows in review when a right changes. */
function matrix(): string {
  const head = ["Procedure", ...roles, "no account"];
  const cell = ({ may }: Procedure, role: Role | null) => {
    if (!mayCall(may, role)) return "–";
    return typeof may === "object" && role && may.inOwnUnit.includes(role) ? "own unit" : "✓";
  };
  const byName = procedures.map((procedure) => [
    procedure.name,
    ...[...roles, null].map((role) => cell(procedure, role)),
  ]);
  return [
    "# Rights",
    "",
    "Who may try which procedure, and which roles count only in the unit they were given for; what is further refused on a given object (one's own text, a wrong state) stands in each capability's policy. Written by `architecture/rights.test.ts`: run it with `UPDATE_RIGHTS=1` after a change and look at the difference.",
    "",
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...byName.map((row) => `| ${row.join(" | ")} |`),
    "",
  ].join("\n");
}

interface Answer {
  status: number;
  message: string | undefined;
  code: string | undefined;
  /** The right that the gate found missing; null when the caller came past the gate. */
  missing: string | null;
}

let call: (procedure: Procedure, actor: Actor | null) => Promise<Answer>;
let agencyId: string;
beforeAll(async () => {
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-rights-")));
  const db = await testDatabase("sample");
  agencyId = (await db.pool.query("select id from agency limit 1")).rows[0].id;
  let current: Actor | null = null;
  const api = createApi({ database: db.database, config: readConfig({}), actorOf: async () => current });
  call = async ({ method, path }, actor) => {
    current = actor;
    const address = path.replace(/\{[^}]+\}/g, uuidv7());
    const body = method === "GET" ? {} : { body: "{}", headers: { "content-type": "application/json" } };
    const answer = await api.request(`/api${address}`, { method, ...body });
    const json = await answer.json().catch(() => ({}));
    return {
      status: answer.status,
      message: json?.message,
      code: json?.code,
      missing: json?.data?.right ?? null,
    };
  };
});

const actorWith = (role: Role): Actor => ({
  personId: uuidv7(),
  name: "Người Mẫu",
  agencyId,
  appointments: [{ role, unitId: null }],
});

describe("every procedure of the API", () => {
  test("names who may call it", () => {
    expect(procedures.length).toBeGreaterThan(50);
    expect(procedures.filter(({ may }) => may === undefined)).toEqual([]);
  });

  test("is listed with its roles in architecture/rights.md", () => {
    const file = join(import.meta.dirname, "rights.md");
    if (process.env.UPDATE_RIGHTS) writeFileSync(file, matrix());
    expect(readFileSync(file, "utf8")).toBe(matrix());
  });

  test("can be read by the auditor, who may change nothing", () => {
    const changing = procedures.filter(({ method, may }) => method !== "GET" && typeof may === "object");
    expect(changing.filter(({ may }) => mayCall(may, "auditor")).map(({ name }) => name)).toEqual([]);
    const reading = procedures.filter(({ method }) => method === "GET");
    expect(reading.filter(({ may }) => !mayCall(may, "auditor")).map(({ name }) => name)).toEqual([]);
  });

  // What a person does about oneself needs no role; anything more is named here, so that nothing slips in.
  test("that changes something without asking for a role is one of these", () => {
    const open = procedures.filter(({ method, may }) => method !== "GET" && typeof may !== "object");
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      "organization.addPushDevice",
      "organization.completeFirstRun",
      "organization.endOtherSessions",
      "organization.endPushDevice",
      "organization.endSession",
      "organization.followAgencyHours",
      "organization.lookAgainAtNotices",
      "organization.readNotices",
      "organization.removePasskey",
      "organization.renamePasskey",
      "organization.setNoticeHours",
      "organization.setNoticePreference",
      "organization.unlinkProvider",
    ]);
  });

  test("is shut, whatever the role, to who has yet to set up a second factor, but for what tells so", async () => {
    const overdue: Actor = {
      ...actorWith("administrator"),
      appointments: roles.map((role) => ({ role, unitId: null })),
      secondFactor: { from: "2026-01-01", overdue: true, passkeys: false },
    };
    const open: string[] = [];
    for (const procedure of procedures.filter(({ may }) => may !== "public")) {
      const { status, code } = await call(procedure, overdue);
      if (status !== 403 || code !== "SECOND_FACTOR_REQUIRED") open.push(procedure.name);
    }
    expect(open).toEqual(["organization.me"]);
  });

  test("asks for the password anew before what gives rights, takes everything along or signs", async () => {
    const asked: string[] = [];
    for (const procedure of procedures.filter(({ may }) => may !== "public")) {
      const { code } = await call(procedure, {
        ...actorWith("administrator"),
        appointments: roles.map((role) => ({ role, unitId: null })),
        unconfirmed: true,
      });
      if (code === "CONFIRM_IDENTITY") asked.push(procedure.name);
    }
    expect(asked.toSorted()).toEqual([
      "channels.addWebhook",
      "channels.bindStationCertificate",
      "channels.changeWebhook",
      "channels.connectAccount",
      "channels.disconnectAccount",
      "channels.dropPressMailbox",
      "channels.makeStationKey",
      "channels.renewWebhookSecret",
      "channels.setPressMailbox",
      "feedback.dropMailbox",
      "feedback.setMailbox",
      "organization.addPerson",
      "organization.appoint",
      "organization.decideRights",
      "organization.endAppointment",
      "organization.endSigning",
      "organization.exportAudit",
      "organization.importRoster",
      "organization.inviteAdministrator",
      "organization.recordSigning",
      "organization.recoverPerson",
      "organization.removePasskey",
      "organization.removeProvider",
      "organization.removeSample",
      "organization.resetSecondFactor",
      "organization.setPasswordRule",
      "organization.setPersonActive",
      "organization.setProvider",
      "organization.setSignInRule",
      "organization.tryProvider",
      "organization.undoRosterImport",
      "organization.unlinkProvider",
      "reports.signOff",
      "reports.submit",
      "restructuring.cancel",
      "restructuring.record",
    ]);
  });

  for (const procedure of procedures) {
    test(`${procedure.name} answers each role and nobody as its right says`, async () => {
      const nobody = await call(procedure, null);
      if (procedure.may === "public") expect(nobody.missing).toBeNull();
      else expect(nobody.status).toBe(401);
      for (const role of roles) {
        const { status, message, missing } = await call(procedure, actorWith(role));
        if (!mayCall(procedure.may, role)) {
          expect([status, missing], role).toEqual([403, rightOf(procedure.may)]);
          continue;
        }
        // Past the gate: an empty input or an unknown id is refused for what it is, and never for the role.
        expect(missing, role).toBeNull();
        expect(message, role).not.toBe(NO_ROLE);
        expect([200, 400, 403, 404, 409, 422], role).toContain(status);
      }
    });
  }
});
