import { setTimeout as delay } from "node:timers/promises";
import type { Hono } from "hono";
import { afterAll, expect } from "vitest";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { listenForInvalidation } from "#platform/http/page-invalidation.ts";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { slugify } from "#platform/text/slugify.ts";
import { work } from "#platform/work/work.ts";
import { createPortalCache } from "../src/apps/portal/mount-portal.ts";
import { createSite } from "../src/apps/site.ts";
import { noAi } from "../src/capabilities/newsroom/ai-use/ai-use.ts";
import { approveContent } from "../src/capabilities/newsroom/approve-content.ts";
import type { ContentFields } from "../src/capabilities/newsroom/content-fields.ts";
import { revisionOf } from "../src/capabilities/newsroom/content-queries.ts";
import { correctContent, decideCorrection } from "../src/capabilities/newsroom/correct-content.ts";
import { draftContent } from "../src/capabilities/newsroom/draft-content.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";
import { saveContent } from "../src/capabilities/newsroom/save-content.ts";
import { scheduleContent } from "../src/capabilities/newsroom/schedule-content.ts";
import { submitForReview } from "../src/capabilities/newsroom/submit-for-review.ts";
import { removeContent, withdrawContent } from "../src/capabilities/newsroom/withdraw-content.ts";
import { actorWithin, addAgency } from "../src/capabilities/organization/add-agency.ts";
import { addPerson } from "../src/capabilities/organization/add-person.ts";
import { saveUnit } from "../src/capabilities/organization/save-unit.ts";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "../src/capabilities/organization/seed.ts";
import { confirmImport } from "../src/capabilities/plan/confirm-import.ts";
import { importPlan } from "../src/capabilities/plan/import-plan.ts";
import { planDocument } from "../src/capabilities/plan/plan.fixture.ts";

export const ORIGIN = "https://so-mau.example.vn";

const person = (email: string, role: Role, unit: string): Actor => ({
  personId: samplePersonId(email),
  name: email,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
/** Who writes and who decides, for which unit. */
export interface Newsroom {
  writer: Actor;
  editor: Actor;
  unitId: string;
  /** The task that what is written serves. */
  taskId: string;
}
const department: Omit<Newsroom, "taskId"> = {
  writer: person("contributor", "contributor", "phong-mau-a"),
  editor: person("editor", "editor", "ttbcxb"),
  unitId: sampleUnitId("phong-mau-a"),
};
const { writer, editor } = department;
const administrator = person("administrator", "administrator", "van-phong");

/** An agency under the department with its own unit and people. */
export async function addCommune(
  { database, pool }: TestDatabase,
  name: string,
  place: string,
): Promise<Newsroom> {
  const contact = { superiorName: null, symbol: "UBND", address: null, phone: null, email: null };
  const { id: agencyId } = await work(database, administrator, (w) =>
    addAgency(w, {
      ...contact,
      kind: "commune",
      name,
      place,
      openingHours: null,
      hotline: null,
      administrator: { name: "Người Thí Dụ", email: `${slugify(place)}@mau.gandan.vn` },
    }),
  );
  const chief = actorWithin(administrator, agencyId);
  const { id: unitId } = await work(database, chief, (w) =>
    saveUnit(w, { name: "Văn phòng", shortName: "VP", kind: "office" }),
  );
  const join = async (role: Role): Promise<Actor> => {
    const fields = { name: `Người ${role}`, email: `${role}-${slugify(place)}@mau.gandan.vn` };
    const { id } = await work(database, chief, (w) =>
      addPerson(w, { ...fields, phone: null, jobTitle: null, role, unitId }),
    );
    return { personId: id, name: fields.name, agencyId, appointments: [{ role, unitId }] };
  };
  const [writer, editor] = [await join("contributor"), await join("editor")];
  const { planId } = await work(database, editor, async (w) => {
    const { id, version } = await importPlan(w, {
      bytes: planDocument(`Kế hoạch ${place}`),
      fileName: "kh.txt",
    });
    return confirmImport(w, { id, year: 2027, version });
  });
  const { rows } = await pool.query("select id from task where plan_id = $1 limit 1", [planId]);
  return { writer, editor, unitId, taskId: rows[0].id };
}

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
/** A body long enough to be published, with these paragraphs first. */
export const bodyOf = (...texts: string[]): RichText => ({
  type: "doc",
  content: [...texts, "Từ ngữ thêm vào cho đủ độ dài mà một tin cần có trước khi gửi duyệt. ".repeat(4)].map(
    paragraph,
  ),
});
const fieldsOf = (title: string, changes: Partial<ContentFields> = {}): ContentFields => ({
  title,
  summary: "Tóm tắt đủ dài để người đọc biết bài nói về việc gì.",
  body: bodyOf("Nội dung của bài."),
  primaryTheme: "pillar.procedures",
  themes: [],
  imageId: null,
  imageAlt: "",
  own: {},
  media: [],
  aiUse: noAi,
  ...changes,
});

/** Asks until the answer is as wanted; a change is heard a moment after its commit. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (await condition()) return;
    await delay(20);
  }
  throw new Error("the change was not seen in ten seconds");
}

export interface PublicSite {
  db: TestDatabase;
  site: Hono;
  /** A second web process on the same database. */
  secondSite: Hono;
  text: (path: string, on?: Hono) => Promise<string>;
  /** Writes, approves by a second person and publishes; `at` sets back the moment of publication. */
  publish: (
    title: string,
    changes?: Partial<ContentFields>,
    more?: { at?: Date; kind?: "news" | "article"; by?: Newsroom },
  ) => Promise<{ id: string; path: string }>;
  /** Proposes and accepts a correction. */
  correct: (id: string, title: string, changes: Partial<ContentFields>, note: string) => Promise<void>;
  withdraw: (id: string, reason: string) => Promise<void>;
  remove: (id: string, reason: string) => Promise<void>;
}

/** Two web processes with their page caches over the sample department; a fault that no answer told fails the file. */
export async function startPublicSite(): Promise<PublicSite> {
  const db = await testDatabase("sample");
  const faults: unknown[] = [];
  const listeners: { stop: () => Promise<void> }[] = [];
  const startSite = async (): Promise<Hono> => {
    const config = readConfig({ GANDAN_BASE_URL: ORIGIN });
    const pages = createPortalCache(config);
    listeners.push(await listenForInvalidation(db.url, pages));
    return createSite({ database: db.database, config, pages }, (error) => faults.push(error));
  };
  afterAll(async () => {
    for (const listener of listeners) await listener.stop();
    expect(faults).toEqual([]);
  });
  const site = await startSite();
  const secondSite = await startSite();
  const { rows } = await db.pool.query("select id from task where agency_id = $1 limit 1", [
    SAMPLE_AGENCY_ID,
  ]);
  const taskId: string = rows[0].id;

  const publish: PublicSite["publish"] = async (
    title,
    changes = {},
    { at, kind = "news", by = { ...department, taskId } } = {},
  ) => {
    const id = await work(db.database, by.writer, (w) =>
      draftContent(w, {
        kind,
        unitId: by.unitId,
        fields: fieldsOf(title, changes),
        taskIds: [by.taskId],
      }),
    );
    const found = await db.pool.query(
      "select r.id, r.hash from content_item i join content_revision r on r.id = i.current_revision_id where i.id = $1",
      [id],
    );
    await work(db.database, by.writer, (w) => submitForReview(w, { id, revisionId: found.rows[0].id }));
    await work(db.database, by.editor, (w) =>
      approveContent(w, { id, revisionId: found.rows[0].id, hash: found.rows[0].hash }),
    );
    await work(db.database, by.editor, (w) => scheduleContent(w, { id, at: null }));
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    // Published ahead of time above, so that the tests need not wait the 30 seconds.
    await db.pool.query("update content_item set published_at = $2, live_since = $2 where id = $1", [
      id,
      at ?? new Date(),
    ]);
    const published = await db.pool.query("select slug from content_item where id = $1", [id]);
    return { id, path: `/tin-tuc/${published.rows[0].slug}` };
  };

  return {
    db,
    site,
    secondSite,
    text: async (path, on = site) => (await on.request(path)).text(),
    publish,
    correct: async (id, title, changes, note) => {
      const live = await db.pool.query("select current_revision_id as id from content_item where id = $1", [
        id,
      ]);
      const saveId = uuidv7();
      await work(db.database, writer, (w) =>
        saveContent(w, {
          id,
          saveId,
          baseRevisionId: live.rows[0].id,
          fields: fieldsOf(title, changes),
        }),
      );
      await work(db.database, writer, (w) => correctContent(w, { id, note }));
      const { hash } = await revisionOf(db.database, saveId);
      await work(db.database, editor, (w) =>
        decideCorrection(w, { id, revisionId: saveId, hash, accepted: true, reason: "" }),
      );
    },
    withdraw: (id, reason) => work(db.database, editor, (w) => withdrawContent(w, { id, reason })),
    remove: (id, reason) => work(db.database, editor, (w) => removeContent(w, { id, reason })),
  };
}
