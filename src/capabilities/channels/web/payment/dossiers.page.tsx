import { Group, List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { verdictLabels } from "../../contract.ts";
import { api, type DossierRow } from "../api.ts";

const stateOf = ({ missing }: DossierRow) => (missing.length === 0 ? "du" : "thieu");

/** The first day of the quarter that is running. */
function quarterBegan(): string {
  const day = today();
  return day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 }).toString();
}

const columns: Column<DossierRow>[] = [
  {
    key: "ten",
    header: "Sản phẩm",
    cell: ({ itemId, title, kindLabel }) => (
      <div style={{ overflowWrap: "anywhere" }}>
        <LinkText to="/noi-dung/$id" params={{ id: itemId } as never} fw={600}>
          {title}
        </LinkText>
        <Text size="sm">{kindLabel}</Text>
      </div>
    ),
    sortBy: ({ title }) => title,
  },
  { key: "don-vi", header: "Đơn vị", cell: ({ unitName }) => unitName, sortBy: ({ unitName }) => unitName },
  {
    key: "dang",
    header: "Lên cổng",
    cell: ({ publishedAt }) => <MomentText at={publishedAt} />,
    sortBy: ({ publishedAt }) => publishedAt,
  },
  {
    key: "noi",
    header: "Nơi đăng",
    cell: ({ placements }) => placements,
    sortBy: (row) => row.placements,
    numeric: true,
  },
  {
    key: "nghiem-thu",
    header: "Nghiệm thu",
    cell: ({ verdict }) => (verdict ? verdictLabels[verdict] : "Chưa"),
  },
  { key: "ho-so", header: "Hồ sơ", cell: (row) => <Parts missing={row.missing} /> },
];

/** Products of a period, by unit: which are ready to be paid as far as proofs go, and what the others lack. */
export default function DossiersPage() {
  const [{ tu, den }, set] = useFilters({ tu: quarterBegan(), den: today().toString() });
  const list = useQuery({
    ...api.channels.paymentDossiers.queryOptions({ input: { from: tu, to: den } }),
    enabled: tu !== "" && den !== "",
  });
  const units = [...new Set((list.data?.dossiers ?? []).map(({ unitName }) => unitName))].sort((one, other) =>
    one.localeCompare(other, "vi"),
  );
  return (
    <Page
      title="Hồ sơ thanh toán"
      lead="Sản phẩm đã đăng trong khoảng ngày: hồ sơ nào đủ phiếu duyệt, nơi đăng, minh chứng, nghiệm thu; hồ sơ nào còn thiếu gì. Mở sản phẩm để nghiệm thu và tải hồ sơ. Số tiền chưa tính ở đây."
    >
      <Group align="flex-end">
        <DateField label="Lên cổng từ ngày" value={tu} onChange={(day) => day && set({ tu: day })} />
        <DateField label="đến hết ngày" value={den} onChange={(day) => day && set({ den: day })} />
      </Group>
      <Asked query={list}>
        {({ dossiers }) => (
          <DataTable
            caption="Hồ sơ thanh toán"
            rows={dossiers}
            rowKey={(row) => row.itemId}
            columns={columns}
            filters={[
              {
                key: "don-vi",
                label: "Đơn vị",
                options: units.map((name) => ({ value: name, label: name })),
                matches: ({ unitName }, value) => unitName === value,
              },
              {
                key: "ho-so",
                label: "Hồ sơ",
                options: [
                  { value: "du", label: "Đủ phần minh chứng" },
                  { value: "thieu", label: "Còn thiếu" },
                ],
                matches: (row, value) => stateOf(row) === value,
              },
            ]}
            searchText={({ title, unitName, kindLabel }) => `${title} ${unitName} ${kindLabel}`}
            empty={
              <EmptyState
                title="Chưa có sản phẩm nào lên cổng trong khoảng ngày này"
                why="Đổi khoảng ngày; bài lên cổng là có hồ sơ."
              />
            }
          />
        )}
      </Asked>
    </Page>
  );
}

function Parts({ missing }: { missing: string[] }) {
  if (missing.length === 0) return <StateBadge tone="done" word="Đủ phần minh chứng" />;
  return (
    <List size="sm" style={{ overflowWrap: "anywhere" }}>
      {missing.map((words) => (
        <List.Item key={words}>{words}</List.Item>
      ))}
    </List>
  );
}
