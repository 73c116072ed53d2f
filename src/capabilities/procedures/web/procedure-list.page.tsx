import { Group, Select, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { LinkButton, useFilters, useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { levelLabels, serviceLevelLabels } from "../procedure-record.ts";
import { requirementLabels } from "../procedure-requirements.ts";
import { stateLabels } from "../procedure-state.ts";
import type { RegisterOrder } from "../register-order.ts";
import { api, type RegisterInput } from "./api.ts";
import { BookletDialog } from "./notice-sheets/booklet-dialog.tsx";
import { registerColumns } from "./register-columns.tsx";

/** Columns by which the table is put in order, as the address names them. */
const orderOf: Record<string, RegisterOrder> = {
  ten: "name",
  "linh-vuc": "field",
  cap: "level",
  "truc-tuyen": "serviceLevel",
  "trang-thai": "state",
  ban: "updated",
};

const noFilters = {
  ...{ tim: "", xep: "", "linh-vuc": "", cap: "", "truc-tuyen": "", "trang-thai": "", thieu: "" },
  "bieu-mau": "",
};

/** What the address asks of the register; what it does not know asks nothing. */
function askedOf(view: typeof noFilters): RegisterInput {
  const known = <Value extends string>(written: string, values: Record<string, Value>): Value | undefined =>
    Object.hasOwn(values, written) ? values[written] : undefined;
  const same = <Key extends string>(labels: Record<Key, unknown>) =>
    Object.fromEntries(Object.keys(labels).map((key) => [key, key])) as Record<Key, Key>;
  const [column = "", direction] = view.xep.split(".");
  return {
    q: view.tim.slice(0, 200) || undefined,
    field: view["linh-vuc"] || undefined,
    level: known(view.cap, same(levelLabels)),
    serviceLevel: known(view["truc-tuyen"], { ...same(serviceLevelLabels), "chua-ro": "unknown" }),
    state: known(view["trang-thai"], same(stateLabels)),
    missing: known(view.thieu, { ...same(requirementLabels), co: "any" }),
    forms: known(view["bieu-mau"], { thieu: "missing", du: "whole" }),
    order: known(column, orderOf),
    isDown: direction === "giam",
  };
}

/** The register of procedures: what the agency carries out, in which version, and what a record lacks. */
export default function ProcedureListPage() {
  const [view, narrow] = useFilters(noFilters);
  const asked = askedOf(view);
  const list = useInfiniteQuery(
    api.procedures.list.infiniteOptions({
      input: (from: number) => ({ ...asked, from }),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  );
  const choices = useQuery(api.procedures.registerChoices.queryOptions());
  const may = list.data?.pages[0]?.may;
  const go = useGo();
  const [printing, book] = useDisclosure(false);
  const add = () => go("/thu-tuc/moi");
  const folded = ["cap", "truc-tuyen", "thieu", "bieu-mau"] as const;
  return (
    <Page
      title="Thủ tục hành chính"
      lead="Sổ thủ tục của cơ quan; mỗi lần thay đổi là một bản mới, bản cũ giữ nguyên cho hồ sơ đã nộp."
      actions={
        <>
          <MayButton may={may} verb="save" hideReason onClick={add}>
            Ghi thủ tục
          </MayButton>
          <LinkButton to="/thu-tuc/su-kien" variant="default">
            Sự kiện để tìm thủ tục
          </LinkButton>
          <LinkButton to="/thu-tuc/nhap" variant="default">
            Nhập danh mục
          </LinkButton>
          <MayButton may={may} verb="print" variant="default" hideReason onClick={book.open}>
            Sổ tay (.pdf)
          </MayButton>
        </>
      }
    >
      <BookletDialog opened={printing} onClose={book.close} />
      <FilterBar
        inUse={folded.filter((key) => view[key] !== "").length}
        folded={
          <>
            <FilterSelect
              label="Cấp thực hiện"
              data={optionsOf(levelLabels)}
              value={view.cap}
              onChange={(cap) => narrow({ cap })}
            />
            <FilterSelect
              label="Dịch vụ công trực tuyến"
              data={[...optionsOf(serviceLevelLabels), { value: "chua-ro", label: "Chưa ghi" }]}
              value={view["truc-tuyen"]}
              onChange={(value) => narrow({ "truc-tuyen": value })}
            />
            <FilterSelect
              label="Còn thiếu"
              data={[{ value: "co", label: "Có mục còn thiếu" }, ...optionsOf(requirementLabels)]}
              value={view.thieu}
              onChange={(thieu) => narrow({ thieu })}
            />
            <FilterSelect
              label="Tệp biểu mẫu"
              data={[
                { value: "thieu", label: "Có biểu mẫu chưa có tệp" },
                { value: "du", label: "Không thiếu tệp" },
              ]}
              value={view["bieu-mau"]}
              onChange={(value) => narrow({ "bieu-mau": value })}
            />
          </>
        }
      >
        <SearchField
          label="Tìm"
          placeholder="Gõ có dấu hoặc không dấu"
          maxLength={200}
          value={view.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <Select
          label="Lĩnh vực"
          placeholder="Tất cả"
          searchable
          clearable
          clearButtonProps={{ "aria-label": "Bỏ lọc lĩnh vực" }}
          nothingFoundMessage="Không có lĩnh vực nào khớp"
          limit={100}
          data={choices.data?.fields ?? [view["linh-vuc"]].filter(Boolean)}
          value={view["linh-vuc"] || null}
          onChange={(field) => narrow({ "linh-vuc": field ?? "" })}
          flex="1 1 12rem"
          maw="18rem"
        />
        <FilterSelect
          label="Trạng thái"
          data={optionsOf(stateLabels)}
          value={view["trang-thai"]}
          onChange={(value) => narrow({ "trang-thai": value })}
        />
      </FilterBar>
      <Asked query={list}>
        {({ pages }) => {
          const { total, all } = pages[0]!;
          const rows = pages.flatMap(({ procedures }) => procedures);
          const say = (value: number) => value.toLocaleString("vi-VN");
          if (all === 0)
            return (
              <EmptyState
                title="Sổ chưa có thủ tục nào"
                why="Ghi thủ tục để người dân tra được giấy tờ, nơi nộp, thời hạn và phí trên cổng, và để theo dõi nơi nào chưa công khai bản mới."
                action={
                  <MayButton may={may} verb="save" onClick={add}>
                    Ghi thủ tục đầu tiên
                  </MayButton>
                }
              />
            );
          return (
            <Stack>
              <DataTable
                caption="Sổ thủ tục hành chính"
                rows={rows}
                rowKey={({ id }) => id}
                columns={registerColumns}
                counted={`${total === all ? `${say(all)} mục` : `${say(total)} trong ${say(all)} mục`}${rows.length < total ? `; đang hiện ${say(rows.length)}` : ""}`}
              />
              <Group>
                <MoreButton list={list}>Xem thêm ({say(total - rows.length)} mục nữa)</MoreButton>
              </Group>
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}
