import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { addProcedure } from "./add-procedure.ts";
import { pauseProcedure } from "./pause-procedure.ts";
import { repealProcedure } from "./repeal-procedure.ts";
import { sampleProcedures } from "./sample-procedures.ts";
import { saveProcedure } from "./save-procedure.ts";

const sampleId = (index: number) => `01970000-0000-7000-8000-0008${index.toString(16).padStart(8, "0")}`;

const clerk: Actor = {
  personId: samplePersonId("office"),
  name: "Hoàng Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "office", unitId: sampleUnitId("van-phong") }],
};

const firstDay = new Date("2026-01-12T08:30:00+07:00");
const laterDay = new Date("2026-07-06T09:00:00+07:00");

/** Loads a dozen invented procedures: one was changed once, one is paused, one was replaced. */
export async function loadSampleProcedures(database: Database): Promise<void> {
  await work(
    database,
    clerk,
    async (current) => {
      for (const [index, { code, record }] of sampleProcedures.entries())
        await addProcedure(current, { id: sampleId(index + 1), code, record, validFrom: "2026-01-15" });
    },
    { at: firstDay },
  );
  await work(
    database,
    clerk,
    async (current) => {
      const festival = sampleProcedures[1]!.record;
      await saveProcedure(current, {
        ...{ id: sampleId(2), suffix: "", seen: 1, validFrom: "2026-07-15" },
        record: {
          ...festival,
          methods: festival.methods.map((method) => ({ ...method, limitAmount: 12 })),
        },
        reason: "Cắt giảm thời hạn theo Quyết định 20/QĐ-MAU (mẫu)",
      });
      await pauseProcedure(current, {
        id: sampleId(5),
        reason: "Chờ điều lệ giải mới (lý do mẫu).",
      });
      await repealProcedure(current, {
        ...{ id: sampleId(12), repealedOn: "2026-07-01", successorId: sampleId(1) },
        reason: "Thay bằng thủ tục chấp thuận tổ chức biểu diễn (lý do mẫu).",
      });
    },
    { at: laterDay },
  );
}
