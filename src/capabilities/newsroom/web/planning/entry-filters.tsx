import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { byPlan, contentThemes } from "#plan/contract";
import { FilterBar } from "#ui/filter-bar.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { optionsOf } from "#ui/options.ts";
import { SearchField } from "#ui/search-field.tsx";
import { channels, contentKinds, plannedStateLabels } from "../../contract.ts";
import { api } from "../api.ts";
import { namedClauses } from "../link-options.ts";
import type { EntryView } from "./entry-view.ts";
import { usePeopleOptions } from "./people-options.ts";

const more = ["kenh", "dot", "muc", "nguoi", "chu-de"] as const;
const options = (rows: readonly { slug: string; label: string }[]) =>
  rows.map(({ slug, label }) => ({ value: slug, label }));

/** What table, calendar and board are narrowed by. */
export function EntryFilters({
  view,
  narrow,
}: {
  view: EntryView;
  narrow: (change: Partial<EntryView>) => void;
}) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: { closed: true } }));
  return (
    <FilterBar
      inUse={more.filter((name) => view[name] !== "").length}
      folded={<MoreFilters view={view} narrow={narrow} />}
    >
      <SearchField label="Tìm trong tiêu đề" value={view.tim} onSearch={(tim) => narrow({ tim })} />
      <FilterSelect
        label="Trạng thái"
        data={optionsOf(plannedStateLabels)}
        value={view["trang-thai"]}
        onChange={(value) => narrow({ "trang-thai": value })}
      />
      <FilterSelect
        label="Đơn vị"
        data={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={view["don-vi"]}
        onChange={(value) => narrow({ "don-vi": value })}
      />
      <FilterSelect
        label="Loại"
        data={options(contentKinds)}
        value={view.loai}
        onChange={(loai) => narrow({ loai })}
      />
      <Button
        variant={view.cua === "toi" ? "light" : "default"}
        aria-pressed={view.cua === "toi"}
        onClick={() => narrow({ cua: view.cua === "toi" ? "" : "toi" })}
      >
        Của tôi
      </Button>
    </FilterBar>
  );
}

function MoreFilters({ view, narrow }: { view: EntryView; narrow: (change: Partial<EntryView>) => void }) {
  const { people } = usePeopleOptions();
  const campaigns = useQuery(api.newsroom.campaigns.queryOptions());
  const links = useQuery(api.plan.links.queryOptions({ input: {} }));
  return (
    <>
      <FilterSelect
        label="Kênh"
        data={options(channels)}
        value={view.kenh}
        onChange={(kenh) => narrow({ kenh })}
      />
      <FilterSelect
        label="Người viết, người làm"
        data={people}
        value={view.nguoi}
        onChange={(nguoi) => narrow({ nguoi })}
      />
      <FilterSelect
        label="Đợt cao điểm, sự kiện"
        data={(campaigns.data?.campaigns ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={view.dot}
        onChange={(dot) => narrow({ dot })}
      />
      <Select
        label="Mục của kế hoạch"
        placeholder="Tất cả"
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Bỏ lọc mục của kế hoạch" }}
        nothingFoundMessage="Không có mục này"
        data={links.data ? byPlan(links.data.plans, namedClauses(links.data), ({ name }) => name) : []}
        value={view.muc || null}
        onChange={(muc) => narrow({ muc: muc ?? "" })}
        flex="1 1 12rem"
        maw="20rem"
      />
      <Select
        label="Chủ đề"
        placeholder="Tất cả"
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Bỏ lọc chủ đề" }}
        nothingFoundMessage="Không có chủ đề này"
        data={options(contentThemes)}
        value={view["chu-de"] || null}
        onChange={(value) => narrow({ "chu-de": value ?? "" })}
        flex="1 1 12rem"
        maw="20rem"
      />
    </>
  );
}
