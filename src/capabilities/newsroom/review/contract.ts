import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
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

export const reviewContract = {
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
