import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { saveArea } from "./save-area.ts";
import { saveSlot } from "./save-slot.ts";
import { saveStation } from "./save-station.ts";

const areas = [
  { name: "Phường Mẫu Trung Tâm", code: "MAU-01", isDifficult: false },
  { name: "Xã Mẫu Ven Sông", code: "MAU-02", isDifficult: false },
  { name: "Xã Mẫu Vùng Cao", code: "MAU-03", isDifficult: true },
].map((area) => ({
  ...{
    id: null,
    difficultBasis: area.isDifficult ? "Quyết định mẫu, không có thật" : "",
    isClosed: false,
  },
  ...area,
}));

const stations = [
  {
    area: 0,
    code: "DTT-01",
    name: "Đài truyền thanh phường Mẫu Trung Tâm",
    clusters: 6,
    way: "feed" as const,
  },
  { area: 1, code: "DTT-02", name: "Đài truyền thanh xã Mẫu Ven Sông", clusters: 4, way: "package" as const },
  { area: 2, code: "DTT-03", name: "Đài truyền thanh xã Mẫu Vùng Cao", clusters: 3, way: "package" as const },
];

/** Invented communes, stations and slots of the sample department. */
export async function loadSampleLoudspeakers(database: Database, editor: Actor): Promise<void> {
  await work(database, editor, async (current) => {
    const ids: string[] = [];
    for (const area of areas) ids.push(await saveArea(current, area));
    for (const { area, ...station } of stations)
      await saveStation(current, {
        ...{ id: null, areaId: ids[area]!, sort: "station", keeper: "Công chức văn hóa (mẫu)" },
        ...{ note: "Đài mẫu, không có thật.", isClosed: false, ...station },
      });
    for (const [name, fromTime, toTime] of [
      ["Buổi sáng", "06:00", "06:15"],
      ["Buổi chiều", "17:00", "17:15"],
    ] as const)
      await saveSlot(current, {
        ...{ id: null, name, weekdays: "12345", fromTime, toTime, isClosed: false },
      });
  });
}
