import { useFilters } from "#ui/navigation.tsx";
import type { PlannedState } from "../../contract.ts";

/** What stands in the address of the list, the same for table, calendar and board. */
export const emptyView = {
  xem: "",
  kieu: "",
  ngay: "",
  chon: "",
  "trang-thai": "",
  "don-vi": "",
  loai: "",
  kenh: "",
  muc: "",
  dot: "",
  nguoi: "",
  "chu-de": "",
  tim: "",
  cua: "",
  "luot-dang": "",
};
export type EntryView = typeof emptyView;

/** What is asked of the server for the filters of the address. */
export const filterOf = (view: EntryView) => ({
  state: (view["trang-thai"] || undefined) as PlannedState | undefined,
  unitId: view["don-vi"] || undefined,
  kind: view.loai || undefined,
  channel: view.kenh || undefined,
  clauseId: view.muc || undefined,
  campaignId: view.dot || undefined,
  personId: view.nguoi || undefined,
  theme: view["chu-de"] || undefined,
  mine: view.cua === "toi" || undefined,
  q: view.tim || undefined,
});

/** The filters alone, without how and where one looks. */
const filterNames = [
  "trang-thai",
  "don-vi",
  "loai",
  "kenh",
  "muc",
  "dot",
  "nguoi",
  "chu-de",
  "tim",
  "cua",
] as const;
export const noFilter = Object.fromEntries(filterNames.map((name) => [name, ""])) as Pick<
  EntryView,
  (typeof filterNames)[number]
>;
export const isNarrowed = (view: EntryView): boolean => filterNames.some((name) => view[name] !== "");

export const useEntryView = () => useFilters(emptyView);
