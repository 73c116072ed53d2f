import { Group, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { unitKindLabels } from "../contract.ts";
import { api, type UnitView } from "./api.ts";
import { RowButton } from "./row-button.tsx";
import { UnitDialog } from "./unit-dialog.tsx";

/** The units of the agency; administrators add, rename and close them. */
export function Units() {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const [editing, setEditing] = useState<UnitView | "new" | null>(null);
  const add = (
    <MayButton
      may={units.data?.may}
      verb="manage"
      hideReason
      variant="default"
      onClick={() => setEditing("new")}
    >
      Thêm đơn vị
    </MayButton>
  );
  return (
    <Stack component="section" aria-labelledby="don-vi">
      <Group justify="space-between">
        <Title order={2} size="h3" id="don-vi">
          Các đơn vị
        </Title>
        {add}
      </Group>
      <Asked query={units}>
        {({ units: rows }) => (
          <DataTable
            caption="Các đơn vị của cơ quan"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "ten",
                header: "Tên",
                cell: (unit) =>
                  unit.may.manage?.allowed ? (
                    <RowButton onClick={() => setEditing(unit)}>{unit.name}</RowButton>
                  ) : (
                    unit.name
                  ),
                sortBy: ({ name }) => name,
              },
              { key: "viet-tat", header: "Viết tắt", cell: ({ shortName }) => shortName },
              { key: "loai", header: "Loại", cell: ({ kind }) => unitKindLabels[kind] },
            ]}
            empty={
              <EmptyState
                title="Chưa có đơn vị"
                why="Đơn vị là nơi nhận nhiệm vụ và viết tin, bài."
                action={add}
              />
            }
          />
        )}
      </Asked>
      {editing && <UnitDialog unit={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Stack>
  );
}
