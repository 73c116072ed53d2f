import { z } from "zod";
import { fileOutput, maySchema, procedure } from "#platform/auth/contract-base.ts";
import { importingContract } from "./importing/contract.ts";
import { unitNames, viewNames } from "./index-kind.ts";
import { indexPolicy } from "./policy.ts";
import { LONGEST_CRITERION } from "./self-scoring/points.ts";
import { selfScorePolicy } from "./self-scoring/policy.ts";
import { sheetStateNames } from "./self-scoring/sheet-state.ts";

const right = indexPolicy.right;
const badId = "Mã không đúng.";
const uuid = z.uuid(badId);
const id = z.object({ id: uuid });
const line = (longest: number, message: string) => z.string().trim().max(longest, message);
const some = (longest: number, what: string) =>
  line(longest, `${what} dài quá ${longest.toLocaleString("vi-VN")} ký tự.`).min(
    1,
    `Hãy ghi ${what.toLowerCase()}.`,
  );
const note = line(1000, "Ghi chú dài quá 1.000 ký tự.").default("");
const reason = line(500, "Lý do dài quá 500 ký tự.");
const edition = z
  .number("Hãy ghi năm đánh giá.")
  .int("Năm là số nguyên.")
  .min(1990, "Năm đánh giá từ 1990.")
  .max(2200, "Năm đánh giá chưa đúng.");
const day = z.iso.date("Ngày chưa đúng; hãy gõ ngày/tháng/năm.").nullable();
/** Digits as they were published, the decimals after a comma or a point. */
const score = z
  .string()
  .trim()
  .regex(/^\d{1,5}(?:[.,]\d{1,4})?$/, "Điểm là một số, ví dụ 91,16.");
const place = (what: string) =>
  z.number(`${what} là một số.`).int(`${what} là số nguyên.`).min(1, `${what} từ 1.`).max(10_000);

const component = z.object({
  id: uuid,
  number: place("Số thứ tự"),
  name: some(300, "Tên thành phần"),
  most: score.nullable(),
});
const kindFields = z.object({
  shortName: some(40, "Tên gọi tắt"),
  name: some(300, "Tên đầy đủ"),
  publisher: some(300, "Nơi công bố"),
  view: z.enum(viewNames, "Hãy chọn ai đánh giá."),
  unit: z.enum(unitNames, "Hãy chọn đơn vị đo."),
  most: score,
  breaks: z.array(edition).max(20, "Nhiều nhất 20 năm."),
  note,
});
const entity = z.object({ id: z.uuid(), name: z.string(), validFrom: day, validTo: day });
const result = z.object({
  id: z.uuid(),
  entityId: z.uuid(),
  componentId: z.uuid().nullable(),
  edition: z.number().int(),
  score: z.string().nullable(),
  rank: z.number().int().nullable(),
  ranked: z.number().int().nullable(),
  publishedOn: day,
  source: z.string(),
  url: z.string().nullable(),
  isCertain: z.boolean(),
  note: z.string(),
});
const target = z.object({
  id: z.uuid(),
  entityId: z.uuid(),
  edition: z.number().int(),
  score: z.string().nullable(),
  rank: z.number().int().nullable(),
  source: z.string(),
});
const one = kindFields.extend({
  id: z.uuid(),
  /** Null: the portal does not show it. */
  publicSince: z.date().nullable(),
  components: z.array(
    component.extend({
      number: z.number().int(),
      themes: z.array(z.string()),
      obligationIds: z.array(z.uuid()),
    }),
  ),
  entities: z.array(entity),
  results: z.array(result),
  targets: z.array(target),
  may: maySchema,
});

/** Points are hundredths, so that sums are exact. */
const points = z.number().int();
const criterionRead = z.object({
  number: z.string().trim().min(1).max(30),
  name: z.string().trim().min(1).max(LONGEST_CRITERION),
  most: points.min(0).max(10_000_00),
});
const typedPoints = line(8, "Điểm chưa đúng.");
const sheet = z.object({
  id: z.uuid(),
  name: z.string(),
  edition: z.number().int(),
  state: z.enum(sheetStateNames),
  submittedAt: z.date().nullable(),
  index: z.object({ id: z.uuid(), shortName: z.string() }),
  most: points,
  claimed: points,
  rounds: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      appraiser: z.string(),
      document: z.string(),
      heldOn: z.string(),
      points,
    }),
  ),
  criteria: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      name: z.string(),
      most: points,
      claimed: points.nullable(),
      words: z.string(),
      gap: z.string(),
      depth: z.number().int(),
      /** Scored by those under it. */
      isGroup: z.boolean(),
      proofs: z.array(
        z.object({
          id: z.uuid(),
          label: z.string(),
          url: z.string().nullable(),
          evidenceId: z.uuid().nullable(),
        }),
      ),
      /** By round. */
      marks: z.array(z.object({ points, words: z.string() }).nullable()),
    }),
  ),
  may: maySchema,
});
const scored = selfScorePolicy.right;
const long = (what: string) => line(3000, `${what} dài quá 3.000 ký tự.`);

const selfScoring = {
  selfScores: procedure({
    method: "GET",
    path: "/self-scores",
    summary: "Các phiếu tự chấm của cơ quan",
    may: scored("read"),
  }).output(
    z.object({
      sheets: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          edition: z.number().int(),
          state: z.enum(sheetStateNames),
          shortName: z.string(),
          most: points,
          claimed: points,
          /** Criteria that are not scored yet. */
          open: z.number().int(),
        }),
      ),
      may: maySchema,
    }),
  ),
  readCriteria: procedure({
    method: "POST",
    path: "/self-scores/read-criteria",
    summary: "Đọc thử danh sách tiêu chí từ bảng tính; chưa ghi gì",
    may: scored("make"),
  })
    .input(
      z.object({
        file: z
          .file("Hãy chọn một tệp .xlsx hoặc .csv.")
          .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
          .max(10 * 1024 * 1024, "Tệp lớn hơn 10 MB nên không được nhận."),
      }),
    )
    .output(
      z.object({
        criteria: z.array(criterionRead),
        errors: z.array(z.object({ line: z.number().int(), message: z.string() })),
        warnings: z.array(z.string()),
      }),
    ),
  makeSheet: procedure({
    method: "POST",
    path: "/self-scores",
    summary: "Lập phiếu tự chấm theo danh sách tiêu chí",
    may: scored("make"),
  })
    .input(
      z.object({
        id: uuid,
        indexId: z.uuid("Hãy chọn chỉ số."),
        name: some(200, "Tên phiếu"),
        edition,
        criteria: z.array(criterionRead).min(1, "Hãy chọn tệp có danh sách tiêu chí.").max(1000),
      }),
    )
    .output(sheet),
  selfScore: procedure({
    method: "GET",
    path: "/self-scores/{id}",
    summary: "Một phiếu tự chấm: tiêu chí, điểm, tài liệu kiểm chứng, các lần thẩm định",
    may: scored("read"),
  })
    .input(id)
    .output(sheet),
  claimPoints: procedure({
    method: "PUT",
    path: "/self-score-criteria/{id}/points",
    summary: "Tự chấm một tiêu chí",
    may: scored("claim"),
  })
    .input(id.extend({ points: typedPoints.nullable(), words: long("Giải trình") }))
    .output(sheet),
  findEvidence: procedure({
    method: "GET",
    path: "/self-scores/{id}/evidence",
    summary: "Tìm minh chứng của năm được chấm để gắn vào tiêu chí",
    may: scored("read"),
  })
    .input(id.extend({ q: line(200, "Từ tìm dài quá 200 ký tự.").default("") }))
    .output(
      z.object({
        evidence: z.array(
          z.object({ id: z.uuid(), label: z.string(), url: z.string().nullable(), at: z.date() }),
        ),
      }),
    ),
  addProof: procedure({
    method: "POST",
    path: "/self-score-criteria/{criterionId}/proofs",
    summary: "Gắn tài liệu kiểm chứng vào một tiêu chí",
    may: scored("claim"),
  })
    .input(
      z
        .object({
          id: uuid,
          criterionId: uuid,
          evidenceId: uuid.nullable(),
          label: line(500, "Tên tài liệu dài quá 500 ký tự."),
          url: z
            .url({ protocol: /^https?$/, error: "Đường dẫn chưa đúng; hãy chép cả https://." })
            .max(2000, "Đường dẫn dài quá 2.000 ký tự.")
            .nullable(),
        })
        .refine(({ evidenceId, label }) => evidenceId !== null || label !== "", {
          path: ["label"],
          message: "Hãy chọn minh chứng hoặc ghi tên tài liệu.",
        }),
    )
    .output(sheet),
  removeProof: procedure({
    method: "POST",
    path: "/self-score-proofs/{id}/remove",
    summary: "Bỏ một tài liệu kiểm chứng khỏi tiêu chí",
    may: scored("claim"),
  })
    .input(id)
    .output(sheet),
  submitSheet: procedure({
    method: "POST",
    path: "/self-scores/{id}/submit",
    summary: "Nộp phiếu tự chấm: mọi tiêu chí đã chấm, điểm nào cũng có tài liệu kiểm chứng",
    may: scored("submit"),
  })
    .input(id)
    .output(sheet),
  recordRound: procedure({
    method: "POST",
    path: "/self-scores/{sheetId}/rounds",
    summary: "Ghi kết quả một lần thẩm định",
    may: scored("appraise"),
  })
    .input(
      z.object({
        id: uuid,
        sheetId: uuid,
        appraiser: some(300, "Cơ quan thẩm định"),
        document: line(300, "Văn bản dài quá 300 ký tự."),
        heldOn: z.iso.date("Ngày chưa đúng; hãy gõ ngày/tháng/năm."),
        marks: z.array(z.object({ criterionId: uuid, points: typedPoints, words: long("Ý kiến") })).max(1000),
      }),
    )
    .output(sheet),
  explainGap: procedure({
    method: "PUT",
    path: "/self-score-criteria/{id}/gap",
    summary: "Giải trình điểm còn thiếu và việc sẽ làm",
    may: scored("explain"),
  })
    .input(id.extend({ gap: long("Giải trình") }))
    .output(sheet),
  annex: procedure({
    method: "GET",
    path: "/self-scores/{id}/annex",
    summary: "Tải phiếu tự chấm và phụ lục tài liệu kiểm chứng (.xlsx)",
    may: scored("read"),
  })
    .route({ outputStructure: "detailed" })
    .input(id)
    .output(fileOutput),
};

export const indicesContract = {
  ...selfScoring,
  ...importingContract,
  indices: procedure({
    method: "GET",
    path: "/indices",
    summary: "Các chỉ số, kết quả gần nhất của từng đơn vị được xếp hạng",
    may: right("read"),
  }).output(
    z.object({
      indices: z.array(
        kindFields.extend({
          id: z.uuid(),
          newest: z.array(
            z.object({
              entityName: z.string(),
              edition: z.number().int(),
              score: z.string().nullable(),
              rank: z.number().int().nullable(),
              ranked: z.number().int().nullable(),
              isCertain: z.boolean(),
            }),
          ),
          results: z.number().int(),
        }),
      ),
      entities: z.array(entity),
      may: maySchema,
    }),
  ),
  index: procedure({
    method: "GET",
    path: "/indices/{id}",
    summary: "Một chỉ số: thành phần, kết quả, chỉ tiêu",
    may: right("read"),
  })
    .input(id)
    .output(one),
  saveIndex: procedure({
    method: "PUT",
    path: "/indices",
    summary: "Ghi chỉ số và các thành phần của nó; mã đã có thì sửa",
    may: right("save"),
  })
    .input(
      kindFields.extend({
        id: uuid,
        components: z.array(component).max(200, "Nhiều nhất 200 thành phần."),
      }),
    )
    .output(one),
  serving: procedure({
    method: "GET",
    path: "/indices/{id}/serving",
    summary: "Nội dung đã đăng và minh chứng phục vụ từng thành phần trong một năm",
    may: right("read"),
  })
    .input(id.extend({ year: z.coerce.number().int().min(1990).max(2200) }))
    .output(
      z.object({
        components: z.array(
          z.object({
            componentId: z.uuid(),
            obligations: z.array(z.object({ id: z.uuid(), name: z.string(), proofs: z.number().int() })),
            texts: z.array(z.object({ id: z.uuid(), title: z.string(), url: z.string() })),
            textCount: z.number().int(),
          }),
        ),
      }),
    ),
  linkComponent: procedure({
    method: "PUT",
    path: "/index-components/{id}/serving",
    summary: "Ghi chủ đề và nghĩa vụ nào phục vụ một thành phần",
    may: right("save"),
  })
    .input(
      id.extend({
        themes: z.array(z.string().max(100)).max(60, "Nhiều nhất 60 chủ đề."),
        obligationIds: z.array(uuid).max(200, "Nhiều nhất 200 nội dung."),
      }),
    )
    .output(one),
  saveEntity: procedure({
    method: "PUT",
    path: "/index-entities",
    summary: "Ghi đơn vị được xếp hạng và thời gian nó tồn tại; mã đã có thì sửa",
    may: right("save"),
  })
    .input(z.object({ id: uuid, name: some(200, "Tên"), validFrom: day, validTo: day }))
    .output(z.object({ entities: z.array(entity) })),
  saveResult: procedure({
    method: "PUT",
    path: "/index-results/{id}",
    summary: "Ghi một kết quả như nơi công bố đã công bố; sửa thì kèm lý do",
    may: right("record"),
  })
    .input(
      z.object({
        id: uuid,
        indexId: uuid,
        entityId: z.uuid("Hãy chọn đơn vị được xếp hạng."),
        componentId: uuid.nullable(),
        edition,
        score: score.nullable(),
        rank: place("Hạng").nullable(),
        ranked: place("Tổng số đơn vị được xếp hạng").nullable(),
        publishedOn: day,
        source: some(500, "Nguồn"),
        url: z
          .url({ protocol: /^https?$/, error: "Đường dẫn chưa đúng; hãy chép cả https://." })
          .max(2000, "Đường dẫn dài quá 2.000 ký tự.")
          .nullable(),
        isCertain: z.boolean(),
        note,
        reason: reason.default(""),
      }),
    )
    .output(one),
  removeResult: procedure({
    method: "POST",
    path: "/index-results/{id}/remove",
    summary: "Bỏ một kết quả ghi nhầm, kèm lý do",
    may: right("remove"),
  })
    .input(id.extend({ reason: reason.min(1, "Hãy ghi lý do.") }))
    .output(one),
  publishIndex: procedure({
    method: "POST",
    path: "/indices/{id}/publish",
    summary: "Đưa một chỉ số lên cổng, hoặc gỡ khỏi cổng",
    may: right("publish"),
  })
    .input(id.extend({ isPublic: z.boolean() }))
    .output(one),
  setTarget: procedure({
    method: "PUT",
    path: "/index-targets/{id}",
    summary: "Ghi chỉ tiêu mà văn bản đặt ra cho một năm",
    may: right("record"),
  })
    .input(
      z.object({
        id: uuid,
        indexId: uuid,
        entityId: z.uuid("Hãy chọn đơn vị được xếp hạng."),
        edition,
        score: score.nullable(),
        rank: place("Hạng").nullable(),
        source: some(500, "Văn bản đặt chỉ tiêu"),
      }),
    )
    .output(one),
  removeTarget: procedure({
    method: "POST",
    path: "/index-targets/{id}/remove",
    summary: "Bỏ một chỉ tiêu",
    may: right("remove"),
  })
    .input(id)
    .output(one),
};
