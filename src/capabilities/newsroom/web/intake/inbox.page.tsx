import { Group, Select } from "@mantine/core";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { type TipKind, type TipState, tipKinds, tipStateLabels } from "../../contract.ts";
import { usePeopleOptions } from "../planning/people-options.ts";
import { TipTable } from "./tip-table.tsx";

const OPEN = "cho";
const ALL = "tat-ca";
const states = [
  { value: OPEN, label: "Chờ xử lý" },
  { value: ALL, label: "Tất cả" },
  ...optionsOf(tipStateLabels),
];

const stateOf = (chosen: string): TipState | "open" | undefined => {
  if (chosen === OPEN) return "open";
  return chosen === ALL ? undefined : (chosen as TipState);
};

/** What the units sent; at first what nothing is decided of. */
export default function InboxPage() {
  const [filters, narrow] = useFilters({ "trang-thai": OPEN, loai: "", "don-vi": "", tim: "" });
  const { units } = usePeopleOptions();
  const isNarrow = filters.loai !== "" || filters["don-vi"] !== "" || filters.tim !== "";
  return (
    <Page
      title="Tin gửi về"
      lead="Tin, kết quả, cách làm hay, sáng kiến, khó khăn và ảnh mà các đơn vị gửi."
      actions={
        <LinkButton to="/tin-theo-don-vi" variant="default">
          Đếm theo đơn vị
        </LinkButton>
      }
    >
      <Group align="flex-end" gap="sm">
        <SearchField
          label="Tìm trong tin"
          placeholder="Gõ có dấu hoặc không dấu"
          value={filters.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <Select
          label="Trạng thái"
          allowDeselect={false}
          data={states}
          value={filters["trang-thai"]}
          onChange={(value) => narrow({ "trang-thai": value ?? OPEN })}
          flex="1 1 12rem"
          maw="18rem"
        />
        <FilterSelect
          label="Loại"
          data={tipKinds.map(({ slug, label }) => ({ value: slug, label }))}
          value={filters.loai}
          onChange={(loai) => narrow({ loai })}
        />
        <FilterSelect
          label="Đơn vị"
          data={units}
          value={filters["don-vi"]}
          onChange={(value) => narrow({ "don-vi": value })}
        />
      </Group>
      <TipTable
        filter={{
          state: stateOf(filters["trang-thai"]),
          kind: (filters.loai || undefined) as TipKind | undefined,
          unitId: filters["don-vi"] || undefined,
          q: filters.tim || undefined,
        }}
        empty={
          isNarrow || filters["trang-thai"] !== OPEN ? (
            <EmptyState
              title="Không có tin nào khớp"
              why="Không có tin nào khớp với điều đang tìm, đang lọc."
            />
          ) : (
            <EmptyState
              title="Không còn tin nào chờ xử lý"
              why="Tin mới của các đơn vị hiện ở đây. Chọn trạng thái “Tất cả” để xem tin đã xử lý."
            />
          )
        }
      />
    </Page>
  );
}
