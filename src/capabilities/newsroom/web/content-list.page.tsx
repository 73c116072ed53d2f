import { Button, Group, Pagination, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { contentThemes, themeLabel } from "#plan/contract";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { type ContentState, contentKinds, contentStates, stateLabels } from "../contract.ts";
import { api, type ItemSummary } from "./api.ts";
import { ContentStateBadge } from "./content-state.tsx";
import { NewContent } from "./new-content.tsx";

const columns: Column<ItemSummary>[] = [
  {
    key: "ten",
    header: "Tiêu đề",
    cell: (item) => (
      <>
        <LinkText to="/noi-dung/$id" params={{ id: item.id }} fw={600}>
          {item.title || "(chưa có tiêu đề)"}
        </LinkText>
        {item.writerName && (
          <Text size="xs" c="gray.7">
            {item.writerName} đang sửa
          </Text>
        )}
      </>
    ),
  },
  { key: "trang-thai", header: "Trạng thái", cell: (item) => <ContentStateBadge item={item} /> },
  { key: "loai", header: "Loại", cell: (item) => item.kindLabel },
  { key: "don-vi", header: "Đơn vị", cell: (item) => item.unitName },
  {
    key: "chu-de",
    header: "Chủ đề",
    cell: (item) => (item.primaryTheme ? themeLabel(item.primaryTheme) : "Chưa chọn"),
  },
  { key: "sua", header: "Sửa lần cuối", cell: (item) => <MomentText at={item.updatedAt} /> },
];

/** All items of the agency; what is looked for stands in the address bar, so that the view can be sent. */
export default function ContentListPage() {
  const [filters, setFilters] = useFilters({
    "trang-thai": "",
    "don-vi": "",
    "chu-de": "",
    loai: "",
    tim: "",
    cua: "",
    trang: "",
  });
  const [typed, setTyped] = useState(filters.tim);
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [opened, { open, close }] = useDisclosure(false);
  const units = useQuery(api.organization.listUnits.queryOptions({ input: { closed: true } }));
  const list = useQuery(
    api.newsroom.list.queryOptions({
      input: {
        state: (filters["trang-thai"] || undefined) as ContentState | undefined,
        unitId: filters["don-vi"] || undefined,
        theme: filters["chu-de"] || undefined,
        kind: filters.loai || undefined,
        q: filters.tim || undefined,
        mine: filters.cua === "toi" || undefined,
        page: Number(filters.trang) || 1,
      },
      placeholderData: (before) => before,
    }),
  );
  useShortcuts([{ keys: "c", label: "Viết tin, bài mới", run: open }]);
  const isNarrow = Object.values(filters).some((value) => value !== "");
  const showAll = () => {
    setTyped("");
    narrow({ "trang-thai": "", "don-vi": "", "chu-de": "", loai: "", tim: "", cua: "" });
  };
  const narrow = (change: Partial<typeof filters>) => setFilters({ ...change, trang: "" });
  return (
    <Page
      title="Tin, bài"
      actions={
        <MayButton
          may={list.data?.may}
          verb="draft"
          leftSection={<IconPlus size={18} />}
          onClick={open}
          hideReason
        >
          Viết mới
        </MayButton>
      }
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label="Tìm trong tiêu đề"
          type="search"
          leftSection={<IconSearch size={16} />}
          value={typed}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            clearTimeout(settle.current);
            settle.current = setTimeout(() => narrow({ tim: text.trim() }), 300);
          }}
          flex="1 1 14rem"
        />
        <Select
          label="Trạng thái"
          placeholder="Tất cả"
          data={contentStates.map((state) => ({ value: state, label: stateLabels[state] }))}
          value={filters["trang-thai"] || null}
          onChange={(value) => narrow({ "trang-thai": value ?? "" })}
          clearable
          clearButtonProps={{ "aria-label": "Bỏ lọc trạng thái" }}
          flex="1 1 9rem"
          maw="14rem"
        />
        <Select
          label="Loại"
          placeholder="Tất cả"
          data={contentKinds.map(({ slug, label }) => ({ value: slug, label }))}
          value={filters.loai || null}
          onChange={(value) => narrow({ loai: value ?? "" })}
          clearable
          clearButtonProps={{ "aria-label": "Bỏ lọc loại" }}
          flex="1 1 9rem"
          maw="14rem"
        />
        <Select
          label="Đơn vị"
          placeholder="Tất cả"
          data={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={filters["don-vi"] || null}
          onChange={(value) => narrow({ "don-vi": value ?? "" })}
          clearable
          clearButtonProps={{ "aria-label": "Bỏ lọc đơn vị" }}
          flex="1 1 12rem"
          maw="18rem"
        />
        <Select
          label="Chủ đề"
          placeholder="Tất cả"
          searchable
          nothingFoundMessage="Không có chủ đề này"
          data={contentThemes.map(({ slug, label }) => ({ value: slug, label }))}
          value={filters["chu-de"] || null}
          onChange={(value) => narrow({ "chu-de": value ?? "" })}
          clearable
          clearButtonProps={{ "aria-label": "Bỏ lọc chủ đề" }}
          flex="1 1 12rem"
          maw="20rem"
        />
        <Button
          variant={filters.cua === "toi" ? "light" : "default"}
          aria-pressed={filters.cua === "toi"}
          onClick={() => narrow({ cua: filters.cua === "toi" ? "" : "toi" })}
        >
          Của tôi
        </Button>
      </Group>
      <Asked query={list}>
        {({ items, total, pageSize, may }) => (
          <Stack>
            <DataTable
              caption="Tin, bài của cơ quan"
              rows={items}
              rowKey={(item) => item.id}
              columns={columns}
              empty={
                isNarrow ? (
                  <EmptyState
                    title="Không có tin, bài nào khớp"
                    why="Không có tin, bài nào khớp với điều đang tìm, đang lọc."
                    action={
                      <Button variant="default" onClick={showAll}>
                        Xem mọi tin, bài
                      </Button>
                    }
                  />
                ) : (
                  <EmptyState
                    title="Chưa có tin, bài nào"
                    why="Tin, bài của các đơn vị hiện ở đây, từ bản nháp đến khi đăng lên cổng thông tin."
                    action={
                      <MayButton may={may} verb="draft" onClick={open}>
                        Viết tin đầu tiên
                      </MayButton>
                    }
                  />
                )
              }
            />
            {total > pageSize && (
              <Group>
                <Pagination
                  total={Math.ceil(total / pageSize)}
                  value={Number(filters.trang) || 1}
                  onChange={(page) => setFilters({ trang: String(page) })}
                  getItemProps={(page) => ({ "aria-label": `Trang ${page}` })}
                  getControlProps={(control) => ({
                    "aria-label": control === "next" ? "Trang sau" : "Trang trước",
                  })}
                />
                <Text size="sm" c="gray.7">
                  {total} nội dung
                </Text>
              </Group>
            )}
          </Stack>
        )}
      </Asked>
      <NewContent opened={opened} onClose={close} />
    </Page>
  );
}
