import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { obligationStates } from "../obligation-state.ts";
import { leadershipPolicy } from "./policy.ts";

const period = z.object({ period: z.string().trim().min(1, "Hãy chọn kỳ.").max(10, "Mã kỳ không đúng.") });
const may = leadershipPolicy.right("read");
const counts = z.record(z.enum(obligationStates), z.number().int());
const clauses = z.array(
  z.object({
    ...{ clause: z.string(), mark: z.string(), name: z.string() },
    ...{ counts, total: z.number().int() },
  }),
);
const figure = z.object({
  key: z.string(),
  label: z.string(),
  words: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
});
const groups = z.array(
  z.object({
    key: z.string(),
    label: z.string(),
    rows: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        detail: z.string(),
        to: z.string(),
        isMine: z.boolean(),
      }),
    ),
  }),
);

export const leadershipContract = {
  overview: procedure({
    method: "GET",
    path: "/overview",
    summary: "Tổng quan lãnh đạo: kỳ này ra sao, việc gì trễ, việc gì chờ quyết định",
    may,
  })
    .input(period)
    .output(
      z.object({
        agency: z.object({ name: z.string(), isSample: z.boolean() }),
        plan: z.object({ id: z.string(), title: z.string() }),
        period: z.object({ code: z.string(), label: z.string(), from: z.string(), to: z.string() }),
        until: z.string(),
        takenAt: z.string(),
        figures: z.array(figure),
        clauses,
        parts: clauses,
        counts,
        total: z.number().int(),
        months: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
        late: groups,
        waiting: groups,
        may: maySchema,
      }),
    ),
  overviewRows: procedure({
    method: "GET",
    path: "/overview/figures",
    summary: "Các dòng đứng sau một số liệu của tổng quan",
    may,
  })
    .input(period.extend({ key: z.string().max(200) }))
    .output(
      z.object({
        figure,
        periodLabel: z.string(),
        rows: z.array(
          z.object({ id: z.string(), label: z.string(), detail: z.string(), url: z.string().nullable() }),
        ),
      }),
    ),
  overviewLines: procedure({
    method: "GET",
    path: "/overview/obligations",
    summary: "Mọi nội dung phải thực hiện với tình trạng trong kỳ",
    may,
  })
    .input(period)
    .output(
      z.object({
        periodLabel: z.string(),
        lines: z.array(
          z.object({
            code: z.string(),
            what: z.string(),
            clause: z.string().nullable(),
            units: z.array(z.string()),
            state: z.enum(obligationStates),
            why: z.string().nullable(),
            tasks: z.array(z.object({ id: z.string(), title: z.string() })),
            proofs: z.array(z.object({ id: z.string(), label: z.string(), url: z.string().nullable() })),
          }),
        ),
      }),
    ),
  brief: procedure({
    method: "GET",
    path: "/overview/brief",
    summary: "Tải bản tóm tắt hai trang gửi lãnh đạo (.pdf)",
    may,
  })
    .route({ outputStructure: "detailed" })
    .input(period)
    .output(fileOutput),
};
