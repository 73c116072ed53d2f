import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import { draftText } from "../draft-text.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import type { ChainDossiers, ChainDossierUnit } from "./dossiers-in-period.ts";

const unit = (id: string, more: Partial<ChainDossierUnit>): ChainDossierUnit => ({
  ...{ id, label: `Phòng ${id}`, received: 0, filed: 0, resolved: 0, early: 0, onTime: 0, late: 0 },
  ...{ inProgressOnTime: 0, inProgressOverdue: 0, online: 0, owing: 0, paid: 0, electronic: 0 },
  ...{ digitised: 0, passedOn: 0, circulated: 0, ...more },
});
const dossiers: ChainDossiers = {
  ...{ period: "2026-Q4", from: "2026-09-15", until: "2026-12-14", late: { total: 3, apologised: 1 } },
  units: [
    unit("a", {
      received: 8,
      filed: 6,
      resolved: 5,
      early: 2,
      onTime: 1,
      late: 2,
      online: 3,
      inProgressOnTime: 2,
      inProgressOverdue: 1,
    }),
    unit("b", { received: 2, filed: 2, resolved: 1, early: 1, inProgressOnTime: 1 }),
  ],
};
const chain = sampleChain({ dossiers });
const figures = countFigures(chain);
const text = (of = chain) =>
  draftText(of, countFigures(of), "2026-12-15T08:00:00+07:00").sections.find(({ heading }) =>
    heading.startsWith("Tiến độ giải quyết hồ sơ"),
  )?.text;

test("figures are sums over the units, and the units that give them stand behind", () => {
  const find = (key: string) => figures.find((one) => one.key === `dossiers.${key}`)!;
  expect(find("in-time")).toMatchObject({ numerator: 4, denominator: 6, rows: { ids: ["a", "b"] } });
  expect(find("late")).toMatchObject({ numerator: 2, denominator: 6, rows: { ids: ["a"] } });
  expect(find("overdue")).toMatchObject({ numerator: 1, denominator: 4 });
  expect(find("online")).toMatchObject({ numerator: 3, denominator: 8 });
  expect(figureRows(chain, find("late"))).toMatchObject([
    { label: "Phòng a", amount: 2, url: "/workspace/tien-do-ho-so?ky=2026-Q4" },
  ]);
});

test("the report tells them with what was apologised for; what did not arise is said so", () => {
  expect(text()).toContain("Trong kỳ tiếp nhận 10 hồ sơ");
  expect(text()).toContain("- Hồ sơ đã giải quyết trước hạn và đúng hạn: 4/6");
  expect(text()).toContain("- Hồ sơ thanh toán trực tuyến, trong số có nghĩa vụ tài chính: không phát sinh.");
  expect(text()).toContain("Trong 3 hồ sơ quá hạn, đã gửi thư xin lỗi cho 1 hồ sơ");
  expect(text(sampleChain({ dossiers: { ...dossiers, units: [] } }))).toContain("không có hồ sơ nào");
  expect(text(sampleChain())).toBeUndefined();
});
