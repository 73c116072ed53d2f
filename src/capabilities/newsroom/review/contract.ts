import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentStates } from "../content-item.ts";
import { contentPolicy } from "../policy.ts";
import { reviewRoutePolicy } from "./policy.ts";
import { stepRoles } from "./review.ts";

export { stepRoles } from "./review.ts";

const right = reviewRoutePolicy.right;

const stepFields = z.object({
  name: z.string().trim().min(1, "Hãy đặt tên cho bước.").max(100),
  roles: z.array(z.enum(stepRoles)).max(6),
  /** Whose people decide; null: the unit of the text. */
  unitId: z.uuid("Đơn vị không đúng.").nullable(),
  personIds: z.array(z.uuid()).max(20),
  workingDays: z.number().int().min(1, "Ít nhất 1 ngày làm việc.").max(60, "Nhiều nhất 60 ngày.").nullable(),
});

export const routeFields = z.object({
  name: z.string().trim().min(1, "Hãy đặt tên cho quy trình.").max(100),
  /** Null: every kind. */
  kind: z.string().max(50).nullable(),
  /** Null: every unit. */
  unitId: z.uuid("Đơn vị không đúng.").nullable(),
  samePerson: z.boolean(),
  steps: z.array(stepFields).min(1, "Quy trình cần ít nhất một bước.").max(9, "Nhiều nhất 9 bước."),
});

const routes = z.object({
  routes: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.string().nullable(),
      kindLabel: z.string().nullable(),
      unitId: z.uuid().nullable(),
      unitName: z.string().nullable(),
      samePerson: z.boolean(),
      changedAt: z.date(),
      changedByName: z.string().nullable(),
      steps: z.array(
        z.object({
          name: z.string(),
          roles: z.array(z.enum(stepRoles)),
          unitId: z.uuid().nullable(),
          personIds: z.array(z.uuid()),
          workingDays: z.number().int().nullable(),
          /** Who decides, in words. */
          who: z.string(),
        }),
      ),
    }),
  ),
  may: maySchema,
});

const id = z.object({ id: z.uuid("Mã không đúng.") });

export const signedAs = z.object({
  lines: z.array(z.string()),
  decisionNumber: z.string(),
  decidedOn: z.string(),
});

/** One submission step by step; an outcome of null is still open. */
export const submissionOutput = z.object({
  routeName: z.string(),
  outcome: z.enum(["approved", "returned", "refused", "recalled", "revoked", "urgent"]).nullable(),
  steps: z.array(
    z.object({
      position: z.number().int(),
      name: z.string(),
      who: z.string(),
      since: z.date().nullable(),
      dueAt: z.date().nullable(),
      open: z.boolean(),
      waitingFor: z.array(z.string()),
      decision: z
        .object({
          outcome: z.enum(["approved", "returned", "refused"]),
          reason: z.string().nullable(),
          personName: z.string(),
          inTheNameOf: signedAs.nullable(),
          /** As what, where in nobody's name; null: it was not kept yet. */
          capacity: z.string().nullable(),
          at: z.date(),
        })
        .nullable(),
    }),
  ),
});

/** What happened to an item, the oldest first. */
export const eventsOutput = z.array(
  z.object({
    event: z.string(),
    toState: z.enum(contentStates),
    personName: z.string(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    at: z.date(),
  }),
);

/** An act upon one exact text, outside the steps. */
const exactAct = z.object({
  at: z.date(),
  personName: z.string(),
  reason: z.string().nullable(),
  /** The text in short, and in whose name it was done. */
  note: z.string().nullable(),
  number: z.number().int(),
  hash: z.string(),
});

const sheetOutput = z.object({
  id: z.uuid(),
  title: z.string(),
  kindLabel: z.string(),
  agencyName: z.string(),
  superiorName: z.string().nullable(),
  unitName: z.string(),
  state: z.enum(contentStates),
  /** Everybody who wrote a text of it, the first first. */
  writers: z.array(z.string()),
  /** The newest text. */
  number: z.number().int(),
  hash: z.string(),
  approved: z.object({ number: z.number().int(), hash: z.string() }).nullable(),
  /** Who answers for the approved text; null: nobody does. */
  approverName: z.string().nullable(),
  /** The agency's text that it was taken from. */
  source: z.object({ agencyName: z.string(), title: z.string(), address: z.string() }).nullable(),
  /** Every submission, the oldest first, each with the exact text that it was about. */
  submissions: z.array(
    submissionOutput.extend({
      number: z.number().int(),
      hash: z.string(),
      begunByName: z.string(),
      begunAt: z.date(),
      /** What was sent with it for one decision, each by its exact text. */
      together: z.array(
        z.object({ id: z.uuid(), title: z.string(), number: z.number().int(), hash: z.string() }),
      ),
    }),
  ),
  /** What went out before a second person had looked, and who looked afterwards; null: nobody yet. */
  urgent: z.array(exactAct.extend({ check: exactAct.nullable() })),
  /** What was to be corrected in public, and what became of that; null: nothing yet. */
  corrections: z.array(exactAct.extend({ end: exactAct.extend({ event: z.string() }).nullable() })),
  history: eventsOutput,
});

export const reviewContract = {
  approvalSheet: procedure({
    method: "GET",
    path: "/content/{id}/approval-sheet",
    summary: "Phiếu duyệt: mọi lần gửi, ai quyết định bản nào, trong danh nghĩa ai",
    may: contentPolicy.right("read"),
  })
    .input(id)
    .output(sheetOutput),
  seeContent: procedure({
    method: "POST",
    path: "/content/{id}/seen",
    summary: "Ghi đã mở xem bản này để duyệt",
    may: contentPolicy.right("approve"),
  })
    .input(id.extend({ revisionId: z.uuid("Mã của bản không đúng.") }))
    .output(z.object({})),
  severalToApprove: procedure({
    method: "GET",
    path: "/content-approvals",
    summary: "Bài chờ tôi, thuộc loại được duyệt nhiều bài một lượt",
    may: contentPolicy.right("read"),
  }).output(
    z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          kindLabel: z.string(),
          unitName: z.string(),
          createdByName: z.string(),
          submittedAt: z.date().nullable(),
          revisionId: z.uuid(),
          number: z.number().int(),
          hash: z.string(),
          limited: z.boolean(),
          /** The caller has had this very text open. */
          seen: z.boolean(),
          /** What is missing before it can be published. */
          missing: z.array(z.string()),
          authorityId: z.uuid().nullable(),
          inTheNameOf: z.string().nullable(),
        }),
      ),
      /** Names of the kinds that may be approved so. */
      kinds: z.array(z.string()),
    }),
  ),
  approveSeveral: procedure({
    method: "POST",
    path: "/content-approvals",
    summary: "Duyệt nhiều bài một lượt; mỗi bài là một lượt duyệt riêng",
    may: contentPolicy.right("approve"),
  })
    .input(
      z.object({
        approvals: z
          .array(
            id.extend({
              revisionId: z.uuid("Mã của bản không đúng."),
              hash: z.string().max(100),
              /** Made by the sender; the same one sent again decides nothing more. */
              decisionId: z.uuid("Mã không đúng."),
              authorityId: z.uuid("Mã không đúng.").nullable(),
            }),
          )
          .min(1, "Hãy chọn ít nhất một bài.")
          .max(50, "Mỗi lượt nhiều nhất 50 bài."),
      }),
    )
    .output(
      z.object({
        results: z.array(
          z.object({
            id: z.uuid(),
            title: z.string(),
            approved: z.boolean(),
            seen: z.boolean(),
            /** Why it was not approved. */
            why: z.string().nullable(),
          }),
        ),
      }),
    ),
  reviewRoutes: procedure({
    method: "GET",
    path: "/review-routes",
    summary: "Quy trình duyệt theo loại và đơn vị",
    may: right("read"),
  }).output(routes),
  saveReviewRoute: procedure({
    method: "PUT",
    path: "/review-routes/{id}",
    summary: "Ghi một quy trình duyệt; bài đã gửi duyệt giữ quy trình của nó",
    may: right("save"),
  })
    .input(id.extend(routeFields.shape))
    .output(routes),
  removeReviewRoute: procedure({
    method: "DELETE",
    path: "/review-routes/{id}",
    summary: "Bỏ một quy trình duyệt; bài đã gửi duyệt giữ quy trình của nó",
    may: right("remove"),
  })
    .input(id)
    .output(routes),
};
