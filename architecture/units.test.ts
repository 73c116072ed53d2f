import { beforeAll, describe, expect, test } from "vitest";
import { sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { NO_ROLE } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { createApi } from "../src/apps/api/api.ts";
import { type Procedure, procedures } from "./procedures.ts";
import { requestFor, validInput } from "./valid-input.ts";

let db: TestDatabase;
let call: (
  actor: Actor,
  procedure: Procedure,
  id: string,
  named?: Record<string, string>,
) => Promise<{ status: number; message: string }>;
const own = sampleUnitId("phong-mau-b");
const other = sampleUnitId("phong-mau-a");

const tasksElsewhere =
  "select t.id from task t where t.lead_unit_id <> $1 and not exists (select 1 from task_coordinating_unit c where c.task_id = t.id and c.unit_id = $1) and not t.all_units";
/** Objects for which another unit alone answers, by the noun of the right. */
const elsewhere: Record<string, string> = {
  content: "select id from content_item where unit_id <> $1",
  bulletin: "select id from content_item where unit_id <> $1",
  plan: tasksElsewhere,
  extension: tasksElsewhere,
  "unit-report": "select id from unit_report where unit_id <> $1",
  shortcoming: "select id from shortcoming where unit_id <> $1",
  story: "select id from story where unit_id <> $1",
  deliverable: "select id from deliverable where unit_id <> $1",
  commendation: "select id from commendation where unit_id <> $1 and subject = 'person'",
  "good-practice": "select id from good_practice where unit_id <> $1",
  delivery:
    "select d.id from delivery d join content_item i on i.id = d.item_id where i.unit_id <> $1 and d.state = 'placed'",
  "placement-change":
    "select c.id from placement_change c join content_item i on i.id = c.item_id where i.unit_id <> $1",
  feedback: "select id from feedback where unit_id <> $1",
  "feedback-case": "select id from feedback_case where unit_id <> $1",
  event: "select id from event where lead_unit_id <> $1",
  "work-item": "select id from work_item where unit_id <> $1",
  figure:
    "select d.id from delivery d join content_item i on i.id = d.item_id where i.unit_id <> $1 and d.state = 'placed'",
};
/** Those that ask for another object than the rest of their noun. */
const elsewhereFor: Record<string, string> = { "delivery.plan": elsewhere.content! };
/** Those whose object is the unit itself, named in the input beside what else they need. */
const ofTheUnitNamed: Record<string, (planId: string) => Record<string, string>> = {
  "plan.acknowledge": (planId) => ({ id: planId, unitId: other }),
  "content.draft": () => ({ unitId: other }),
  "difficulty.raise": () => ({ unitId: other }),
  "guidance.acknowledge": () => ({ unitId: other }),
  "guidance.ask": () => ({ unitId: other }),
  "shortcoming.note": () => ({ unitId: other }),
  "story.propose": () => ({ unitId: other }),
  "event.save": () => ({ leadUnitId: other }),
  "commendation.note": () => ({ unitId: other }),
  "good-practice.register": () => ({ unitId: other }),
  "tip.send": () => ({ unitId: other }),
  "work-item.enter": () => ({ unitId: other }),
  "gap.explain": (planId) => ({ id: planId, by: "unit", rowId: other, period: "2026-Q1" }),
  "gap.withdraw": (planId) => ({ id: planId, by: "unit", rowId: other, period: "2026-Q1" }),
};

const limited = procedures.flatMap((procedure) => {
  const { may } = procedure;
  if (typeof may !== "object") return [];
  return may.inOwnUnit.map((role) => ({ procedure, may, role }));
});

beforeAll(async () => {
  db = await testDatabase("sample");
  // The sample corrects nothing where it stands: one that waits at each place.
  await db.pool.query(
    `insert into placement_change (id, agency_id, placement_id, delivery_id, account_id, item_id, act, state,
       revision_id, revision_hash, reason, asked_at)
     select gen_random_uuid(), agency_id, id, delivery_id, account_id, item_id, 'correct', 'waiting',
       revision_id, revision_hash, '', now() from placement`,
  );
  let current: Actor | null = null;
  const api = createApi({ database: db.database, config: readConfig({}), actorOf: async () => current });
  call = async (actor, procedure, id, named = {}) => {
    current = actor;
    const input = { ...validInput(procedure.input!, id), ...named };
    const answer = await api.request(...requestFor(procedure, input));
    return { status: answer.status, message: (await answer.json()).message };
  };
});

const actorWith = async (role: Role): Promise<Actor> => {
  const { rows } = await db.pool.query("select id, agency_id from person limit 1");
  return {
    personId: uuidv7(),
    name: "Người Mẫu",
    agencyId: rows[0].agency_id,
    appointments: [{ role, unitId: own }],
  };
};

describe("a role that counts in its unit alone", () => {
  test("is named by several procedures", () => expect(limited.length).toBeGreaterThan(20));

  for (const { procedure, may, role } of limited) {
    test(`${procedure.name}: the ${role} of one unit is refused in another's affairs`, async () => {
      const actor = await actorWith(role);
      const named = ofTheUnitNamed[`${may.noun}.${may.verb}`];
      const query = named
        ? "select id from plan where $1::text is not null"
        : (elsewhereFor[`${may.noun}.${may.verb}`] ?? elsewhere[may.noun]!);
      const ids = (await db.pool.query<{ id: string }>(query, [own])).rows.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) {
        const { status, message } = await call(actor, procedure, id, named?.(id));
        expect([status, message], id).toEqual([403, expect.stringMatching(/đơn vị/)]);
        expect(message).not.toBe(NO_ROLE);
      }
    });
  }
});
