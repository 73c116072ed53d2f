import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { assignEnquiry } from "./assign-enquiry.ts";
import { closeEnquiry } from "./close-enquiry.ts";
import { enquiryContract } from "./contract.ts";
import { listEnquiries } from "./enquiry-queries.ts";
import { exportEnquiries } from "./export-enquiries.ts";
import { noteEnquiry } from "./note-enquiry.ts";
import { setAnswerRule } from "./set-rule.ts";

const api = implement(enquiryContract).$context<ApiContext>().use(authorised);

export const enquiryRoutes = {
  pressEnquiries: api.pressEnquiries.handler(({ input, context: { database, actor } }) =>
    listEnquiries(database, actor, input, new Date()),
  ),
  pressEnquiriesTable: api.pressEnquiriesTable.handler(({ input, context }) =>
    download(
      context.work((work) => exportEnquiries(work, input)),
      "yeu-cau-cua-bao-chi.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  notePressEnquiry: api.notePressEnquiry.handler(async ({ input, context }) => {
    await context.work((work) => noteEnquiry(work, input));
    return { id: input.id };
  }),
  assignPressEnquiry: api.assignPressEnquiry.handler(async ({ input, context }) => {
    await context.work((work) => assignEnquiry(work, input));
    return { id: input.id };
  }),
  closePressEnquiry: api.closePressEnquiry.handler(async ({ input: { file, ...input }, context }) => {
    const given = file && { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
    const { spokespersonId = null } = input;
    await context.work((work) => closeEnquiry(work, { ...input, spokespersonId, file: given ?? null }));
    return { id: input.id };
  }),
  setPressAnswerRule: api.setPressAnswerRule.handler(async ({ input, context }) => {
    await context.work((work) => setAnswerRule(work, input));
    return input;
  }),
};
