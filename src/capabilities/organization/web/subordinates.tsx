import { Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { agencyKindLabels } from "../contract.ts";
import { AddSubordinate } from "./add-subordinate.tsx";
import { api, type SubordinateView } from "./api.ts";
import { HandOver, type OneTimeLink } from "./hand-over.tsx";
import { RowButton } from "./row-button.tsx";
import { SubordinateDialog } from "./subordinate-dialog.tsx";

/** The agencies directly under this one; what is inside them is theirs. */
export function Subordinates() {
  const agencies = useQuery(api.organization.listAgencies.queryOptions());
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const [given, setGiven] = useState<OneTimeLink | null>(null);
  const opened = agencies.data?.agencies.find(({ id }) => id === openId) ?? null;
  const columns: Column<SubordinateView>[] = [
    {
      key: "ten-co-quan",
      header: "Tên",
      cell: ({ id, name }) => <RowButton onClick={() => setOpenId(id)}>{name}</RowButton>,
    },
    { key: "loai-co-quan", header: "Loại", cell: ({ kind }) => agencyKindLabels[kind] },
    { key: "ky-hieu", header: "Ký hiệu", cell: ({ symbol }) => symbol },
    {
      key: "tinh-trang",
      header: "Tình trạng",
      cell: ({ active }) => (
        <StateBadge tone={active ? "done" : "withdrawn"} word={active ? "Đang hoạt động" : "Đã ngừng"} />
      ),
    },
  ];
  const add = (
    <MayButton may={agencies.data?.may} verb="add" variant="default" onClick={() => setAdding(true)}>
      Thêm cơ quan
    </MayButton>
  );
  return (
    <Stack component="section" aria-labelledby="truc-thuoc">
      <Group justify="space-between" align="flex-start">
        <Title order={2} size="h3" id="truc-thuoc">
          Cơ quan trực thuộc
        </Title>
        {(agencies.data?.agencies.length ?? 0) > 0 && add}
      </Group>
      <Text size="sm" c="gray.7">
        Mỗi cơ quan có người, kế hoạch, tin bài riêng và tự quản trị; từ đây chỉ thêm, đổi tên, ngừng hoặc mở
        lại.
      </Text>
      <Asked query={agencies}>
        {({ agencies: rows }) => (
          <DataTable
            caption="Các cơ quan trực thuộc"
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            empty={
              <EmptyState
                title="Chưa có cơ quan trực thuộc"
                why="Thêm sở, ban, ngành hoặc xã, phường dùng chung hệ thống này; người quản trị đầu tiên của họ nhận một đường dẫn dùng một lần."
                action={add}
              />
            }
          />
        )}
      </Asked>
      {agencies.data && (
        <AddSubordinate
          kinds={agencies.data.kinds}
          opened={adding}
          onClose={() => setAdding(false)}
          onLink={setGiven}
        />
      )}
      {opened && <SubordinateDialog agency={opened} onClose={() => setOpenId(null)} onLink={setGiven} />}
      {given && <HandOver given={given} onClose={() => setGiven(null)} />}
    </Stack>
  );
}
