import { Group, List } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type ReviewRoute } from "../api.ts";
import { RouteDialog } from "./route-dialog.tsx";

/** By which steps the texts of each kind and unit are approved. */
export default function ReviewRoutesPage() {
  const queries = useQueryClient();
  const found = useQuery(api.newsroom.reviewRoutes.queryOptions());
  const [editing, setEditing] = useState<ReviewRoute | "new" | null>(null);
  const [removing, setRemoving] = useState<ReviewRoute | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: api.newsroom.reviewRoutes.key() });
  const remove = useMutation(
    api.newsroom.removeReviewRoute.mutationOptions({
      onSuccess: () => {
        void refresh();
        setRemoving(null);
        sayDone("Đã bỏ quy trình duyệt.");
      },
    }),
  );
  const add = (
    <MayButton may={found.data?.may} verb="save" hideReason onClick={() => setEditing("new")}>
      Thêm quy trình
    </MayButton>
  );
  return (
    <Page
      title="Quy trình duyệt"
      lead="Tin, bài đi qua những bước nào, ai quyết định, mấy ngày làm việc. Quy trình sát hơn được dùng trước: cùng loại và đơn vị, rồi đơn vị, rồi loại, rồi cả cơ quan; chưa ghi gì thì một người thứ hai duyệt. Bài đã gửi duyệt giữ quy trình lúc gửi."
      actions={add}
    >
      <Asked query={found}>
        {({ routes, may }) => (
          <DataTable
            caption="Quy trình duyệt của cơ quan"
            rows={routes}
            rowKey={({ id }) => id}
            columns={[
              { key: "ten", header: "Quy trình", cell: ({ name }) => name, sortBy: ({ name }) => name },
              {
                key: "cho",
                header: "Dùng cho",
                cell: ({ kindLabel, unitName }) => `${kindLabel ?? "Mọi loại"}, ${unitName ?? "mọi đơn vị"}`,
              },
              {
                key: "buoc",
                header: "Các bước",
                cell: ({ steps, samePerson }) => (
                  <>
                    <List type="ordered" size="sm">
                      {steps.map(({ name, who, workingDays }) => (
                        <List.Item key={`${name} ${who}`}>
                          {name}: {who}
                          {workingDays !== null && `, ${workingDays} ngày làm việc`}
                        </List.Item>
                      ))}
                    </List>
                    {samePerson && "Một người được quyết định nhiều bước."}
                  </>
                ),
              },
              {
                key: "ghi",
                header: "Ghi lúc",
                cell: ({ changedAt, changedByName }) => (
                  <>
                    <MomentText at={changedAt} />
                    {changedByName && `, ${changedByName}`}
                  </>
                ),
              },
              {
                key: "viec",
                header: "Việc",
                cell: (row) =>
                  may.save?.allowed && (
                    <Group gap="xs" wrap="nowrap">
                      <MayButton
                        may={may}
                        verb="save"
                        size="xs"
                        miw="max-content"
                        variant="default"
                        onClick={() => setEditing(row)}
                      >
                        Sửa<span className="only-read-aloud"> quy trình {row.name}</span>
                      </MayButton>
                      <MayButton
                        may={may}
                        verb="remove"
                        size="xs"
                        miw="max-content"
                        variant="default"
                        onClick={() => setRemoving(row)}
                      >
                        Bỏ<span className="only-read-aloud"> quy trình {row.name}</span>
                      </MayButton>
                    </Group>
                  ),
              },
            ]}
            empty={
              <EmptyState
                title="Chưa ghi quy trình nào"
                why="Hiện mọi tin, bài do một người thứ hai duyệt: trưởng đơn vị, biên tập hoặc lãnh đạo. Thêm quy trình khi bài cần qua nhiều bước, ví dụ thẩm định chuyên môn, biên tập, lãnh đạo."
                action={add}
              />
            }
          />
        )}
      </Asked>
      {editing && (
        <RouteDialog
          route={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onDone={() => {
            void refresh();
            sayDone("Đã ghi quy trình duyệt.");
          }}
        />
      )}
      {removing && (
        <Confirm
          opened
          onClose={() => setRemoving(null)}
          title={`Bỏ quy trình ${removing.name}`}
          verb="Bỏ quy trình"
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ id: removing.id })}
        >
          Từ nay bài thuộc quy trình này theo quy trình rộng hơn. Bài đã gửi duyệt vẫn đi hết các bước của nó.
        </Confirm>
      )}
    </Page>
  );
}
