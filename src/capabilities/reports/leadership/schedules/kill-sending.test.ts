import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { root } from "#platform/config/root.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { queueDueBriefs } from "./queue-due-briefs.ts";
import { saveSchedule } from "./save-schedule.ts";
import { tellOfFailures } from "./tell-of-failures.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const person = (role: Role): Actor => ({
  personId: samplePersonId(role),
  name: "Nguyễn Văn Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
/** A Monday on which nobody has a day off, an hour after it is due. */
const due = "2026-11-16T08:00:00+07:00";

/** A process of its own that queues what is due, over and over, until it is killed. */
function queuer(url: string) {
  const from = (path: string) => JSON.stringify(join(root, path));
  const code = `
    const { openDatabase } = await import(${from("src/platform/database/database.ts")});
    const { queueDueBriefs } = await import(${from("src/capabilities/reports/leadership/schedules/queue-due-briefs.ts")});
    const { database } = openDatabase(process.argv[1], { max: 2 });
    console.log("ready");
    for (;;) { await queueDueBriefs(database, new Date(${JSON.stringify(due)})); await new Promise((next) => setTimeout(next, 2)); }
  `;
  const program = [join(root, "scripts/tsx-loader.mjs"), "--input-type=module", "-e", code, url];
  return spawn(process.execPath, ["--no-warnings", "--import", ...program], {
    ...{ cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  });
}

/**
 * A process of its own that sends what is due; it says of each mail when it was handed over, and is `slow` to come back
 * from there, so that a kill finds it between sending and noting.
 */
function sender(url: string, slow: boolean) {
  const from = (path: string) => JSON.stringify(join(root, path));
  const code = `
    const { openDatabase } = await import(${from("src/platform/database/database.ts")});
    const { sendDueMail } = await import(${from("src/capabilities/organization/send-mail.ts")});
    const { composeBriefMail } = await import(${from("src/capabilities/reports/leadership/schedules/compose-brief-mail.ts")});
    const { database } = openDatabase(process.argv[1], { max: 2 });
    const site = { baseUrl: "https://so.example", secret: "s", secretFile: "" };
    const send = async (mail) => {
      process.stdout.write(JSON.stringify([mail.to, mail.subject]) + "\\n");
      if (${slow}) await new Promise(() => setInterval(() => {}, 1000));
    };
    await sendDueMail(database, send, (q, mailId) => composeBriefMail(q, mailId, site));
    process.exit();
  `;
  const program = [join(root, "scripts/tsx-loader.mjs"), "--input-type=module", "-e", code, url];
  return spawn(process.execPath, ["--no-warnings", "--import", ...program], {
    ...{ cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  });
}

/** Which mails a sender handed over until it ended. */
async function handedBy(child: ChildProcess, untilFirst: boolean): Promise<string[]> {
  let said = "";
  child.stdout!.setEncoding("utf8").on("data", (part: string) => {
    said += part;
    if (untilFirst && said.includes("\n")) child.kill("SIGKILL");
  });
  await once(child, "close");
  return said.split("\n").filter((line) => line !== "");
}

test("a process killed at any moment while it queues the mails of schedules loses none and doubles none", async () => {
  await db.pool.query("update brief_schedule set state = 'ended'");
  const names = Array.from({ length: 12 }, (_, at) => `Bị ngắt ${at + 1}`);
  for (const name of names)
    await work(
      db.database,
      person("leadership"),
      (current) =>
        saveSchedule(current, {
          ...{ id: null, name, what: "brief", every: "week", day: 1, hour: 7 },
          personIds: [samplePersonId("leadership"), samplePersonId("office")],
        }),
      { at: new Date("2026-11-10T09:00:00+07:00") },
    );
  const queued = async () =>
    Number(
      (await db.pool.query("select count(*) as n from mail where subject = any($1)", [names])).rows[0].n,
    );
  for (let kill = 0; kill < 6 && (await queued()) < 2 * names.length; kill += 1) {
    // Two at once: what one leaves behind the other finds.
    const both = [queuer(db.url), queuer(db.url)];
    await Promise.all(both.map((child) => once(child.stdout!, "data")));
    await delay(Math.random() * 25);
    for (const child of both) child.kill("SIGKILL");
    await Promise.all(both.map((child) => once(child, "exit")));
  }
  await queueDueBriefs(db.database, new Date(due));
  const { rows } = await db.pool.query(
    `select s.name, b.person_id, count(*)::int as sendings, count(distinct m.id)::int as mails
     from brief_schedule s join brief_sending b on b.schedule_id = s.id left join mail m on m.id = b.mail_id
     where s.name = any($1) group by 1, 2`,
    [names],
  );
  expect(rows).toHaveLength(2 * names.length);
  for (const row of rows) expect(row).toMatchObject({ sendings: 1, mails: 1 });
  // No mail without the row that names its person and time.
  expect(await queued()).toBe(2 * names.length);
}, 180_000);

test("a process killed between handing a mail over and noting it sends it no second time; its owner hears of it once", async () => {
  await db.pool.query("update brief_schedule set state = 'ended'");
  await db.pool.query("update mail set state = 'unneeded' where state = 'pending'");
  const people = (["leadership", "office", "head"] as const).map((role) => samplePersonId(role));
  // What is meant for an invented address goes nowhere.
  await db.pool.query("update person set email = id || '@so.example' where id = any($1)", [people]);
  const name = "Ngắt giữa lúc gửi";
  await work(
    db.database,
    person("leadership"),
    (current) =>
      saveSchedule(current, {
        ...{ id: null, name, what: "report", every: "week", day: 1, hour: 7 },
        personIds: people,
      }),
    { at: new Date("2026-11-10T09:00:00+07:00") },
  );
  expect(await queueDueBriefs(db.database, new Date(due))).toBe(3);
  await db.pool.query("update mail set due_at = now() - interval '1 minute' where subject = $1", [name]);

  const killed = [
    ...(await handedBy(sender(db.url, true), true)),
    ...(await handedBy(sender(db.url, true), true)),
  ];
  // Nobody knows whether the server took them: after ten minutes they are of unknown outcome, the last one goes out.
  await db.pool.query("update mail set due_at = due_at - interval '11 minutes' where state = 'sending'");
  const others = await handedBy(sender(db.url, false), false);
  const all = [...killed, ...others];
  expect([killed.length, others.length, new Set(all).size]).toEqual([2, 1, 3]);
  expect(await handedBy(sender(db.url, false), false)).toEqual([]);
  const { rows } = await db.pool.query(
    "select m.state, count(*)::int as n from brief_sending b join brief_schedule s on s.id = b.schedule_id join mail m on m.id = b.mail_id where s.name = $1 group by 1 order by 1",
    [name],
  );
  expect(rows).toEqual([
    { state: "sent", n: 1 },
    { state: "unknown", n: 2 },
  ]);

  const soon = new Date(Date.parse(due) + 3_600_000);
  expect(await tellOfFailures(db.database, soon)).toBe(2);
  expect(await tellOfFailures(db.database, soon)).toBe(0);
  const told = await db.pool.query(
    "select person_id from notice where cause like 'brief-not-sent:%' and title like $1",
    [`%${name}%`],
  );
  // Both were of one time: one notice.
  expect(told.rows).toEqual([{ person_id: samplePersonId("leadership") }]);
}, 180_000);
