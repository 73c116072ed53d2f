import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { bulletinContract } from "./bulletins/contract.ts";
import { bundleContent } from "./bundles/bundle-content.ts";
import { idsInBundle } from "./bundles/bundle-queries.ts";
import { commendationContract } from "./commendations/contract.ts";
import { commentContract } from "./comments/contract.ts";
import { revisionOf } from "./content-queries.ts";
import { newsroomContract } from "./contract.ts";
import { practiceContract } from "./good-practices/contract.ts";
import { graphicContract } from "./infographics/contract.ts";
import { intakeContract } from "./intake/contract.ts";
import { languageContract } from "./language/contract.ts";
import { folderContract } from "./media-library/folders/contract.ts";
import { videoOf, wavOf } from "./media-library/recordings.fixture.ts";
import { missedSearchContract } from "./missed-searches/contract.ts";
import { fields, newsroomOf, ownTitle, people } from "./newsroom.fixture.ts";
import { outsideCheckContract } from "./outside-checks/contract.ts";
import { planningContract } from "./planning/contract.ts";
import { plug } from "./plug.ts";
import { poolContract } from "./pool/contract.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { scheduleUrgently } from "./schedule-content.ts";
import { findSimilar } from "./similarity/find-similar.ts";
import { submitForReview } from "./submit-for-review.ts";

let db: TestDatabase;
let handler: OpenAPIHandler<ApiContext>;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-procedures-")));
  handler = new OpenAPIHandler<ApiContext>({ newsroom: plug.routes! });
});
const { as, exact, item, draft, submitted, approved, scheduled } = newsroomOf(() => db.database);
const { writer, editor, secondEditor, leader, clerk, auditor } = people;
const unitId = sampleUnitId("phong-mau-a");

type Verb = "GET" | "POST" | "PUT" | "DELETE";
async function call(who: Actor, method: Verb, path: string, body?: object): Promise<number> {
  const isForm = body instanceof FormData;
  const request = new Request(`http://localhost/api${path}`, {
    method,
    ...(method !== "GET" && { body: isForm ? body : JSON.stringify(body ?? {}) }),
    ...(method !== "GET" && !isForm && { headers: { "content-type": "application/json" } }),
  });
  const { response } = await handler.handle(request, {
    prefix: "/api",
    context: { database: db.database, actor: who, address: "127.0.0.1", headers: request.headers },
  });
  return response!.status;
}

const title = () => ownTitle("Thử quyền");
const published = async () => {
  const id = await scheduled(title());
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  return id;
};
const save = async (id: string, base?: string) => ({
  saveId: uuidv7(),
  baseRevisionId: base ?? (await item(id)).currentRevisionId,
  fields: fields(title()),
});
const corrected = async () => {
  const id = await published();
  await call(writer, "POST", `/content/${id}/revisions`, await save(id));
  await call(writer, "POST", `/content/${id}/correct`, { note: "Sửa tiêu đề" });
  return id;
};
const urgent = async () => {
  const id = await draft(title());
  await as(editor, async (w) => scheduleUrgently(w, { ...(await exact(id)), reason: "Mưa lũ" }));
  await publishDueContent(db.database, new Date(Date.now() + 1000));
  return id;
};
const reason = { reason: "Có lý do" };
const picture = async (alt: string) => {
  const form = new FormData();
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#9b1420" } })
    .png()
    .toBuffer();
  form.set("file", new File([new Uint8Array(bytes)], "a.png", { type: "image/png" }));
  form.set("alt", alt);
  return form;
};
const pictureId = async () => {
  await call(writer, "POST", "/media", await picture("Ảnh thử"));
  return (await db.pool.query("select id from media_asset order by uploaded_at desc, id desc limit 1"))
    .rows[0].id;
};
const stored = async (bytes: Uint8Array) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], "a"));
  form.set("alt", "Bản thử");
  await call(writer, "POST", "/media", form);
  return (await db.pool.query("select id from media_asset order by uploaded_at desc, id desc limit 1"))
    .rows[0].id;
};
const sound = wavOf(1);
const soundId = () => stored(sound);
const videoId = async () => stored(await videoOf("mp4"));
const begunUpload = async () => {
  const id = uuidv7();
  await call(writer, "POST", "/media-uploads", { id, fileName: "a.wav", bytes: sound.length });
  return id;
};
const part = () => {
  const form = new FormData();
  form.set("offset", "0");
  form.set("part", new File([new Uint8Array(sound)], "part"));
  return form;
};
const facts = { alt: "Ảnh thử", licence: "own", consent: "not-needed" };
const route = {
  name: "Hai người duyệt bài",
  kind: "article",
  unitId: null,
  samePerson: false,
  steps: [{ name: "Biên tập", roles: ["editor"], unitId: null, personIds: [], workingDays: null }],
};
const links = { taskIds: [], obligationIds: [sampleObligationId("III.3-b")], clauseIds: [] };

/** How a procedure is called on an item, by whom it is granted, to whom refused, and in which state it is impossible. */
interface Trial {
  may: Actor;
  mayNot: Actor;
  /** Gives an item that is ready for it. */
  ready: () => Promise<string>;
  /** Gives one on which nobody can do it now, and the answer. */
  tooLate: () => Promise<string>;
  refused: 403 | 404 | 409 | 422;
  send: (who: Actor, id: string) => Promise<number>;
}
const on =
  (method: Verb, tail: string, body: (id: string) => object | Promise<object> = () => ({})) =>
  async (who: Actor, id: string) =>
    call(who, method, `/content/${id}${tail}`, await body(id));
const nowhere = async () => uuidv7();

/** Comments, planning, tips, the registers, the pool, remarks on language, bulletins, drawn pictures and folders have objects and tests of their own. */
const trials: Record<
  Exclude<
    keyof typeof newsroomContract,
    | keyof typeof commentContract
    | keyof typeof planningContract
    | keyof typeof poolContract
    | keyof typeof intakeContract
    | keyof typeof folderContract
    | keyof typeof graphicContract
    | keyof typeof bulletinContract
    | keyof typeof practiceContract
    | keyof typeof commendationContract
    | keyof typeof languageContract
    | keyof typeof missedSearchContract
    | keyof typeof outsideCheckContract
  >,
  Trial
> = {
  list: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: nowhere,
    tooLate: nowhere,
    refused: 404,
    send: (who) => call(who, "GET", "/content?page=1"),
  },
  get: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: on("GET", ""),
  },
  revisions: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: on("GET", "/revisions"),
  },
  presence: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: on("GET", "/presence"),
  },
  similar: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: on("GET", "/similar"),
  },
  similarTo: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "POST", "/content/similar", { id, title: title() }),
  },
  answerSimilar: {
    may: writer,
    mayNot: auditor,
    ready: async () => {
      const same = title();
      await submitted(same);
      return draft(same);
    },
    tooLate: async () => {
      const id = await published();
      await call(leader, "POST", `/content/${id}/withdraw`, reason);
      return id;
    },
    refused: 403,
    send: async (who, id) => {
      const text = await revisionOf(db.database, (await item(id)).currentRevisionId);
      const [other] = await findSimilar(db.database, writer, { ...text, itemId: id });
      return call(who, "POST", `/content/${id}/similar/${other?.itemId ?? uuidv7()}/answer`, {
        answer: "other-news",
      });
    },
  },
  myWork: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: nowhere,
    tooLate: nowhere,
    refused: 404,
    send: (who) => call(who, "GET", "/my-content"),
  },
  draft: {
    may: editor,
    mayNot: auditor,
    ready: async () => unitId,
    tooLate: nowhere,
    refused: 404,
    send: (who, unit) => call(who, "POST", "/content", { kind: "news", unitId: unit }),
  },
  save: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: () => submitted(title()),
    refused: 403,
    send: on("POST", "/revisions", (id) => save(id)),
  },
  link: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: async () => {
      const id = await published();
      await call(leader, "POST", `/content/${id}/withdraw`, reason);
      return id;
    },
    refused: 403,
    send: on("PUT", "/links", () => links),
  },
  explainedDocuments: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: on("GET", "/documents"),
  },
  explainDocuments: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: async () => {
      const id = await published();
      await call(leader, "POST", `/content/${id}/withdraw`, reason);
      return id;
    },
    refused: 403,
    send: on("PUT", "/documents", () => ({ documentIds: [] })),
  },
  discard: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: async () => {
      const id = await submitted(title());
      await call(writer, "POST", `/content/${id}/recall`);
      return id;
    },
    refused: 403,
    send: on("POST", "/discard"),
  },
  restore: {
    may: writer,
    mayNot: auditor,
    ready: async () => {
      const id = await draft(title());
      await call(writer, "POST", `/content/${id}/discard`);
      return id;
    },
    tooLate: () => draft(title()),
    refused: 403,
    send: on("POST", "/restore"),
  },
  submit: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: () => submitted(title()),
    refused: 403,
    send: on("POST", "/submit", exact),
  },
  recall: {
    may: writer,
    mayNot: auditor,
    ready: () => submitted(title()),
    tooLate: () => draft(title()),
    refused: 403,
    send: on("POST", "/recall"),
  },
  approve: {
    may: editor,
    mayNot: clerk,
    ready: () => submitted(title()),
    tooLate: () => approved(title()),
    refused: 403,
    send: on("POST", "/approve", exact),
  },
  return: {
    may: editor,
    mayNot: clerk,
    ready: () => submitted(title()),
    tooLate: () => approved(title()),
    refused: 403,
    send: on("POST", "/return", () => reason),
  },
  refuse: {
    may: editor,
    mayNot: clerk,
    ready: () => submitted(title()),
    tooLate: () => approved(title()),
    refused: 403,
    send: on("POST", "/refuse", () => reason),
  },
  beginAnew: {
    may: writer,
    mayNot: auditor,
    ready: async () => {
      const id = await submitted(title());
      await call(editor, "POST", `/content/${id}/refuse`, reason);
      return id;
    },
    tooLate: () => draft(title()),
    refused: 403,
    send: on("POST", "/begin-anew", () => ({ newId: uuidv7() })),
  },
  schedule: {
    may: clerk,
    mayNot: writer,
    ready: () => approved(title()),
    tooLate: () => submitted(title()),
    refused: 403,
    send: on("POST", "/schedule"),
  },
  scheduleUrgently: {
    may: editor,
    mayNot: writer,
    ready: () => draft(title()),
    tooLate: published,
    refused: 403,
    send: on("POST", "/schedule-urgently", async (id) => ({ ...(await exact(id)), ...reason })),
  },
  setEmbargo: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: published,
    refused: 403,
    send: on("PUT", "/embargo", () => ({ until: new Date(Date.now() + 86_400_000) })),
  },
  readers: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "GET", `/content/${id}/readers`),
  },
  limitReaders: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: published,
    refused: 403,
    send: on("PUT", "/readers", () => ({ limited: true })),
  },
  takeBack: {
    may: clerk,
    mayNot: writer,
    ready: () => scheduled(title()),
    tooLate: published,
    refused: 403,
    send: on("POST", "/take-back"),
  },
  correct: {
    may: writer,
    mayNot: auditor,
    ready: async () => {
      const id = await published();
      await call(writer, "POST", `/content/${id}/revisions`, await save(id));
      return id;
    },
    tooLate: corrected,
    refused: 403,
    send: on("POST", "/correct", () => ({ note: "Sửa tiêu đề" })),
  },
  decideCorrection: {
    may: editor,
    mayNot: clerk,
    ready: corrected,
    tooLate: published,
    refused: 403,
    send: on("POST", "/decide-correction", async (id) => ({ ...(await exact(id)), accepted: true })),
  },
  withdraw: {
    may: leader,
    mayNot: clerk,
    ready: published,
    tooLate: () => draft(title()),
    refused: 403,
    send: on("POST", "/withdraw", () => reason),
  },
  remove: {
    may: leader,
    mayNot: clerk,
    ready: published,
    tooLate: () => approved(title()),
    refused: 403,
    send: on("POST", "/remove", () => reason),
  },
  clearPostCheck: {
    may: leader,
    mayNot: clerk,
    ready: urgent,
    tooLate: published,
    refused: 403,
    send: on("POST", "/clear-post-check"),
  },
  hold: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: () => submitted(title()),
    refused: 403,
    send: on("POST", "/hold"),
  },
  release: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: on("POST", "/release"),
  },
  ask: {
    may: secondEditor,
    mayNot: auditor,
    ready: async () => {
      const id = await draft(title());
      await call(writer, "POST", `/content/${id}/hold`);
      return id;
    },
    tooLate: () => draft(title()),
    refused: 409,
    send: on("POST", "/ask"),
  },
  uploadMedia: {
    may: writer,
    mayNot: auditor,
    ready: async () => "Ảnh thử",
    tooLate: async () => "",
    refused: 422,
    send: async (who, alt) => call(who, "POST", "/media", await picture(alt)),
  },
  listMedia: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: nowhere,
    tooLate: nowhere,
    refused: 404,
    send: (who) => call(who, "GET", "/media?q=anh"),
  },
  getMedia: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: pictureId,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "GET", `/media/${id}`),
  },
  captionMedia: {
    may: writer,
    mayNot: auditor,
    ready: soundId,
    tooLate: pictureId,
    refused: 422,
    send: (who, id) =>
      call(who, "PUT", `/media/${id}/captions`, { captions: null, transcript: "Xin chào.", hasSpeech: true }),
  },
  setPoster: {
    may: writer,
    mayNot: auditor,
    ready: videoId,
    tooLate: soundId,
    refused: 422,
    send: async (who, id) => {
      const form = await picture("");
      form.delete("alt");
      return call(who, "PUT", `/media/${id}/poster`, form);
    },
  },
  uploads: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: nowhere,
    tooLate: nowhere,
    refused: 404,
    send: (who) => call(who, "GET", "/media-uploads"),
  },
  beginUpload: {
    may: writer,
    mayNot: auditor,
    ready: async () => "1000",
    tooLate: async () => "99000000000",
    refused: 422,
    send: async (who, bytes) =>
      call(who, "POST", "/media-uploads", { id: uuidv7(), fileName: "a.mp4", bytes: Number(bytes) }),
  },
  sendPart: {
    may: writer,
    mayNot: auditor,
    ready: begunUpload,
    tooLate: nowhere,
    refused: 404,
    send: async (who, id) => call(who, "PUT", `/media-uploads/${id}/part`, part()),
  },
  finishUpload: {
    may: writer,
    mayNot: auditor,
    ready: async () => {
      const id = await begunUpload();
      await call(writer, "PUT", `/media-uploads/${id}/part`, part());
      return id;
    },
    tooLate: begunUpload,
    refused: 409,
    send: (who, id) => call(who, "POST", `/media-uploads/${id}/finish`, {}),
  },
  dropUpload: {
    may: writer,
    mayNot: auditor,
    ready: begunUpload,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "DELETE", `/media-uploads/${id}`),
  },
  approvalSheet: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: () => draft("Phiếu duyệt"),
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "GET", `/content/${id}/approval-sheet`),
  },
  severalToApprove: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: nowhere,
    tooLate: nowhere,
    refused: 404,
    send: (who) => call(who, "GET", "/content-approvals"),
  },
  approveSeveral: {
    may: editor,
    mayNot: auditor,
    ready: () => submitted(title()),
    tooLate: () => submitted(title()),
    refused: 404,
    send: async (who, id) =>
      call(who, "POST", "/content-approvals", {
        approvals: [{ ...(await exact(id)), decisionId: uuidv7(), authorityId: null }],
      }),
  },
  bundleCandidates: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "GET", `/content/${id}/bundle-candidates`),
  },
  bundle: {
    may: writer,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: () => submitted(title()),
    refused: 403,
    send: async (who, id) => call(who, "PUT", `/content/${id}/bundle`, { itemIds: [await draft(title())] }),
  },
  decideTogether: {
    may: editor,
    mayNot: auditor,
    ready: async () => {
      const [id, other] = [await draft(title()), await draft(title())];
      await as(writer, (w) => bundleContent(w, { id, itemIds: [other] }));
      await as(writer, async (w) =>
        submitForReview(w, { ...(await exact(id)), others: [await exact(other)] }),
      );
      return id;
    },
    tooLate: () => submitted(title()),
    refused: 409,
    send: async (who, id) =>
      call(who, "POST", "/content-together/decisions", {
        outcome: "approved",
        texts: await Promise.all(
          [id, ...(await idsInBundle(db.database, id)).filter((one) => one !== id)].map(async (one) => ({
            ...(await exact(one)),
            decisionId: uuidv7(),
          })),
        ),
      }),
  },
  seeContent: {
    may: editor,
    mayNot: auditor,
    ready: () => draft(title()),
    tooLate: nowhere,
    refused: 404,
    send: async (who, id) =>
      call(who, "POST", `/content/${id}/seen`, {
        revisionId: await exact(id).then(
          ({ revisionId }) => revisionId,
          () => uuidv7(),
        ),
      }),
  },
  reviewRoutes: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: nowhere,
    tooLate: nowhere,
    refused: 404,
    send: (who) => call(who, "GET", "/review-routes"),
  },
  saveReviewRoute: {
    may: leader,
    mayNot: editor,
    ready: nowhere,
    // The place of the route just stated is taken.
    tooLate: nowhere,
    refused: 409,
    send: (who, id) => call(who, "PUT", `/review-routes/${id}`, route),
  },
  removeReviewRoute: {
    may: leader,
    mayNot: editor,
    ready: async () => (await db.pool.query("select id from review_route")).rows[0].id,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "DELETE", `/review-routes/${id}`),
  },
  whereUsed: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: pictureId,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "GET", `/media/${id}/uses`),
  },
  similarMedia: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: pictureId,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "GET", `/media/${id}/similar`),
  },
  statePictureAi: {
    may: writer,
    mayNot: auditor,
    ready: pictureId,
    tooLate: soundId,
    refused: 422,
    send: (who, id) =>
      call(who, "PUT", `/media/${id}/ai`, { part: "generated", tool: "X", label: "Ảnh do AI tạo" }),
  },
  originalFacts: {
    may: auditor,
    mayNot: { ...auditor, appointments: [] },
    ready: pictureId,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "GET", `/media/${id}/original/facts`),
  },
  takeOriginal: {
    may: editor,
    mayNot: auditor,
    ready: pictureId,
    tooLate: soundId,
    refused: 404,
    send: (who, id) => call(who, "POST", `/media/${id}/original`),
  },
  binMedia: {
    may: writer,
    mayNot: auditor,
    ready: pictureId,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "DELETE", `/media/${id}`),
  },
  restoreMedia: {
    may: writer,
    mayNot: auditor,
    ready: pictureId,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "POST", `/media/${id}/restore`),
  },
  setFocus: {
    may: writer,
    mayNot: auditor,
    ready: pictureId,
    tooLate: soundId,
    refused: 422,
    send: (who, id) => call(who, "PUT", `/media/${id}/focus`, { focus: { x: 20, y: 80 } }),
  },
  describeMedia: {
    may: writer,
    mayNot: auditor,
    ready: pictureId,
    tooLate: nowhere,
    refused: 404,
    send: (who, id) => call(who, "PUT", `/media/${id}`, facts),
  },
};

/** Lists have no state in which they are impossible. */
const stateless = new Set([
  "severalToApprove",
  "approveSeveral",
  "list",
  "myWork",
  "listMedia",
  "uploads",
  "reviewRoutes",
]);

describe("every procedure of the newsroom", () => {
  test("is tried here", () => {
    const elsewhere = [
      commentContract,
      planningContract,
      intakeContract,
      poolContract,
      bulletinContract,
      folderContract,
      graphicContract,
      practiceContract,
      commendationContract,
      languageContract,
      missedSearchContract,
      outsideCheckContract,
    ].flatMap((part) => Object.keys(part));
    expect([...Object.keys(trials), ...elsewhere].toSorted()).toEqual(
      Object.keys(newsroomContract).toSorted(),
    );
  });

  for (const [name, { may, mayNot, ready, tooLate, refused, send }] of Object.entries(trials)) {
    test(`${name}: done for who may, refused to who may not${stateless.has(name) ? "" : ", and where it cannot be"}`, async () => {
      const id = await ready();
      expect(await send(mayNot, id), "refused by policy").toBe(403);
      expect(await send(may, id), "done").toBe(200);
      if (stateless.has(name)) return;
      expect(await send(may, await tooLate()), "refused by state").toBe(refused);
    });
  }
});
