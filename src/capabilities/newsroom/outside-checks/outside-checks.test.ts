import { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "../approve-content.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { saveContent } from "../save-content.ts";
import { askOutside } from "./ask-outside.ts";
import { serveOutsideChecks } from "./check-page.ts";
import { presentChecks } from "./outside-check-queries.ts";
import { revokeCheck } from "./revoke-check.ts";

let db: TestDatabase;
let app: Hono;
beforeAll(async () => {
  db = await testDatabase("sample");
  app = new Hono();
  serveOutsideChecks(app, db.database, readConfig({}));
});
const { as, exact, item, draft, submitted } = newsroomOf(() => db.database);
const { writer, editor, auditor, head } = people;

const day = (days: number) => toVietnamDate(new Date()).add({ days }).toString();
const ask = async (
  id: string,
  part: Partial<Parameters<typeof askOutside>[1]> = {},
  who = writer,
  at = new Date(),
) => {
  const { revisionId } = await exact(id);
  const checkId = uuidv7();
  const { token } = await as(
    who,
    (w) =>
      askOutside(w, {
        id,
        checkId,
        revisionId,
        name: "Chuyên gia Mẫu",
        organization: "Viện Mẫu",
        email: "chuyen-gia@mau.gandan.vn",
        asks: "Số liệu ở đoạn hai",
        endsOn: day(7),
        ...part,
      }),
    at,
  );
  return { token, checkId };
};
const open = async (token: string) => {
  const answer = await app.request(`/tham-dinh/${token}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const reply = (token: string, form: Record<string, string>) =>
  app.request(`/tham-dinh/${token}`, {
    method: "POST",
    body: new URLSearchParams(form).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
const stateOf = async (id: string, checkId: string) =>
  (await presentChecks(db.database, id, new Date())).find((check) => check.id === checkId);

describe("a link for an expert outside", () => {
  test("is made by who may for two weeks at most, and its secret is kept nowhere", async () => {
    const id = await draft("Nhờ ngoài, ai được");
    await expect(ask(id, {}, auditor)).rejects.toThrow(Forbidden);
    await expect(ask(id, { endsOn: day(15) })).rejects.toThrow(Unacceptable);
    await expect(ask(id, { endsOn: day(-1) })).rejects.toThrow(Unacceptable);
    await expect(ask(id, { revisionId: uuidv7() })).rejects.toThrow(Conflict);
    const { token, checkId } = await ask(id);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    await expect(ask(id, { checkId })).rejects.toThrow(Conflict);
    const { rows } = await db.pool.query(
      "select (select string_agg(c::text || t::text, '') from outside_check c join outside_check_token t on t.check_id = c.id) || (select string_agg(coalesce(a.after::text, ''), '') from audit_entry a) as all",
    );
    expect(rows[0].all).not.toContain(token);
  });

  test("shows that text alone, takes one answer, and then nothing", async () => {
    const id = await submitted("Nhờ ngoài <script>alert(1)</script>");
    const { token, checkId } = await ask(id, {}, head);
    const shown = await open(token);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("Nhờ ngoài &lt;script&gt;");
    const { rows: named } = await db.pool.query(
      "select a.name from agency a join content_item i on i.agency_id = a.id where i.id = $1",
      [id],
    );
    expect(shown.text).toContain(`, ${named[0].name}, nhờ xem:`);
    expect(shown.headers.get("referrer-policy")).toBe("no-referrer");
    expect(shown.headers.get("x-robots-tag")).toContain("noindex");
    expect(shown.headers.get("cache-control")).toBe("no-store");
    const lacking = await reply(token, { verdict: "mend", words: " ", name: "Chuyên gia Mẫu" });
    expect(lacking.status).toBe(422);
    const both = await Promise.all(
      [1, 2].map(() => reply(token, { verdict: "mend", words: "Sai năm <b>", name: "Chuyên gia Mẫu" })),
    );
    // The later one is told that there is an answer, or sent to where that is said.
    for (const { status } of both) expect([200, 303]).toContain(status);
    expect((await open(token)).text).not.toContain("Nhờ ngoài");
    expect(await stateOf(id, checkId)).toMatchObject({
      verdict: "mend",
      words: "Sai năm <b>",
      end: "answered",
      openings: 1,
    });
    const acts = await db.pool.query(
      "select act, person_name from audit_entry where object_id = $1 and act like '%-outside' order by at",
      [id],
    );
    expect(acts.rows.map(({ act }) => act)).toEqual(["ask-outside", "open-outside", "answer-outside"]);
    expect(acts.rows[2].person_name).toBe("Chuyên gia ngoài: Chuyên gia Mẫu (Viện Mẫu)");
    // It stands beside the text and approves nothing.
    expect((await item(id)).state).toBe("submitted");
  });

  test("ends when it is revoked, at its day, at a new text and at the decision", async () => {
    const id = await draft("Nhờ ngoài, hết hạn");
    const ended = async ({ token, checkId }: { token: string; checkId: string }, end: string) => {
      expect((await stateOf(id, checkId))?.end).toBe(end);
      expect((await open(token)).text).not.toContain("Nhờ ngoài, hết hạn");
      expect((await reply(token, { verdict: "right", words: "", name: "Mẫu" })).status).toBe(200);
      expect((await stateOf(id, checkId))?.verdict).toBeNull();
    };
    const first = await ask(id);
    await as(editor, (w) => revokeCheck(w, { id, checkId: first.checkId }));
    await ended(first, "revoked");
    const second = await ask(id, { endsOn: day(-1) }, writer, new Date(Date.now() - 8 * 86_400_000));
    await ended(second, "expired");
    const third = await ask(id);
    await as(writer, async (w) =>
      saveContent(w, {
        id,
        saveId: uuidv7(),
        baseRevisionId: (await item(id)).currentRevisionId,
        fields: fields("Nhờ ngoài, bản mới"),
      }),
    );
    await ended(third, "changed");
    const waiting = await submitted("Nhờ ngoài, quyết định");
    const fourth = await ask(waiting);
    await as(editor, async (w) => approveContent(w, await exact(waiting)));
    expect((await open(fourth.token)).text).not.toContain("quyết định");
    expect((await open("A".repeat(43))).status).toBe(404);
  });
});
