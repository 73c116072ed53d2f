import { Anchor, Group, Select, SimpleGrid, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { type QualityGroup, qualityGroups, qualityKinds } from "../quality/quality-kind.ts";
import { api } from "./api.ts";

const groups = Object.keys(qualityGroups) as QualityGroup[];
const kindLabels = Object.fromEntries(Object.entries(qualityKinds).map(([kind, { label }]) => [kind, label]));
const monthOptions = ["3", "6", "12"].map((months) => ({ value: months, label: `${months} tháng` }));

/** Data of people and units as it should be: right, whole, clean, alive; each fault with what to do about it. */
export default function QualityPage() {
  const [view, setView] = useFilters({ thang: "6", nhom: "", "don-vi": "" });
  const quality = useQuery(
    api.organization.quality.queryOptions({ input: { months: Number(view.thang) || 6 } }),
  );
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const unitLabels = Object.fromEntries((units.data?.units ?? []).map(({ id, name }) => [id, name]));
  const table = new URLSearchParams({
    months: view.thang || "6",
    ...(view.nhom && { group: view.nhom }),
    ...(view["don-vi"] && { unitId: view["don-vi"] }),
  });
  return (
    <Page
      title="Chất lượng dữ liệu"
      lead="Dữ liệu người dùng, đơn vị cần đúng, đủ, sạch, sống. Mỗi dòng nêu vấn đề, cần làm gì và nơi sửa; sửa xong thì dòng tự hết."
      actions={
        <Anchor href={`/api/data-quality/table?${table}`} download py={4}>
          Tải danh sách (.xlsx)
        </Anchor>
      }
    >
      <Asked query={quality}>
        {({ findings }) => {
          const shown = findings.filter(
            ({ unitIds }) => view["don-vi"] === "" || unitIds.includes(view["don-vi"]),
          );
          return (
            <>
              <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} m={0}>
                {groups.map((group) => (
                  <div key={group}>
                    <Text component="dt" size="sm" c="gray.7">
                      {qualityGroups[group]}
                    </Text>
                    <Text component="dd" m={0} fw={600} size="xl">
                      {shown.filter((finding) => finding.group === group).length}
                    </Text>
                  </div>
                ))}
              </SimpleGrid>
              <Group>
                <Select
                  label="Lâu không đăng nhập là"
                  allowDeselect={false}
                  data={monthOptions}
                  value={view.thang}
                  onChange={(thang) => setView({ thang: thang ?? "6" })}
                  maw="12rem"
                />
              </Group>
              <DataTable
                caption="Vấn đề về dữ liệu người dùng, đơn vị"
                rows={findings}
                rowKey={({ kind, about, detail, href }) => `${kind} ${about} ${detail} ${href}`}
                searchText={({ about, detail, kind }) => `${about} ${detail} ${qualityKinds[kind].label}`}
                filters={[
                  {
                    key: "nhom",
                    label: "Nhóm",
                    options: optionsOf(qualityGroups),
                    matches: ({ group }, value) => group === value,
                  },
                  {
                    key: "van-de",
                    label: "Vấn đề",
                    options: optionsOf(kindLabels),
                    matches: ({ kind }, value) => kind === value,
                  },
                  {
                    key: "don-vi",
                    label: "Đơn vị",
                    options: optionsOf(unitLabels),
                    matches: ({ unitIds }, value) => unitIds.includes(value),
                  },
                ]}
                columns={[
                  {
                    key: "ai",
                    header: "Người, đơn vị",
                    cell: ({ about, href }) => <Anchor href={`/workspace${href}`}>{about}</Anchor>,
                    sortBy: ({ about }) => about,
                  },
                  {
                    key: "gi",
                    header: "Vấn đề",
                    cell: ({ kind, detail }) => (
                      <>
                        <Text size="sm" fw={600}>
                          {qualityKinds[kind].label}
                        </Text>
                        <Text size="sm">{detail}</Text>
                      </>
                    ),
                    sortBy: ({ kind }) => qualityKinds[kind].label,
                  },
                  { key: "lam", header: "Cần làm", cell: ({ kind }) => qualityKinds[kind].todo },
                ]}
                empty={
                  <EmptyState
                    title="Không có vấn đề nào"
                    why="Dữ liệu người dùng, đơn vị đang đúng, đủ, sạch, sống."
                  />
                }
              />
            </>
          );
        }}
      </Asked>
    </Page>
  );
}
