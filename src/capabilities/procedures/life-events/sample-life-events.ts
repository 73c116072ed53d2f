import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { type GivenEvent, saveLifeEvent } from "./save-life-event.ts";

type Sample = Omit<GivenEvent, "id" | "procedures" | "position"> & {
  takes: [number: number, note: string][];
};

const summary = "Mẫu dùng thử: thủ tục và điều kiện là giả định; việc thật xem Cổng Dịch vụ công quốc gia.";

/** Invented, as the procedures that they name by their place in the sample's list. */
const samples: Sample[] = [
  {
    ...{ name: "Tổ chức biểu diễn nghệ thuật", side: "organisation", summary },
    takes: [
      [1, ""],
      [9, "khi treo băng-rôn, biển quảng cáo (giả định)"],
    ],
  },
  {
    ...{ name: "Mở cơ sở lưu trú du lịch", side: "organisation", summary },
    takes: [
      [7, "khi muốn được công nhận hạng (giả định)"],
      [9, "khi đặt biển quảng cáo (giả định)"],
    ],
  },
  {
    ...{ name: "Tổ chức lễ hội", side: "organisation", summary },
    takes: [
      [2, "lễ hội cấp tỉnh"],
      [3, "lễ hội cấp xã"],
    ],
  },
  { ...{ name: "Mở phòng tập, cơ sở thể thao", side: "organisation", summary }, takes: [[4, ""]] },
  {
    ...{ name: "Tổ chức triển lãm mỹ thuật", side: "organisation", summary },
    takes: [[8, ""]],
  },
  { ...{ name: "Trở thành hướng dẫn viên du lịch", side: "person", summary }, takes: [[6, ""]] },
  { ...{ name: "Mở tủ sách, thư viện cho cộng đồng", side: "person", summary }, takes: [[10, ""]] },
  { ...{ name: "Được xét tặng danh hiệu nghệ nhân", side: "person", summary }, takes: [[11, ""]] },
];

/** Loads the sample's events; `idOf` names a procedure of the sample by its place. */
export async function loadLifeEvents(work: Work, idOf: (place: number) => string): Promise<void> {
  for (const [position, { takes, ...given }] of samples.entries())
    await saveLifeEvent(work, {
      ...{ id: uuidv7(), position, ...given },
      procedures: takes.map(([place, note]) => ({ procedureId: idOf(place), note })),
    });
}
