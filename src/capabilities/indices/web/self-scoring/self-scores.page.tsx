import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useDialogOfAddress, useGo } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { pointsInWords } from "../../self-scoring/points.ts";
import { sheetStates } from "../../self-scoring/sheet-state.ts";
import { api } from "../api.ts";
import { NewSheet } from "./new-sheet.tsx";

type Row = Awaited<ReturnType<typeof api.indices.selfScores.call>>["sheets"][number];

const columns: Column<Row>[] = [
  {
    key: "ten",
    header: "Phiếu",
    cell: ({ id, name }) => <LinkText to={`/chi-so/tu-cham/${id}` as never}>{name}</LinkText>,
    sortBy: ({ name }) => name,
  },
  {
    key: "chi-so",
    header: "Chỉ số, năm",
    cell: ({ shortName, edition }) => `${shortName}, ${edition}`,
    sortBy: ({ edition }) => edition,
  },
  {
    key: "diem",
    header: "Điểm tự chấm",
    cell: ({ claimed, most, open }) =>
      `${pointsInWords(claimed)}/${pointsInWords(most)}${open > 0 ? `, còn ${open} tiêu chí chưa chấm` : ""}`,
  },
  {
    key: "trang-thai",
    header: "Trạng thái",
    cell: ({ state }) => (
      <StateBadge tone={state === "open" ? "waiting" : "published"} word={sheetStates[state]} />
    ),
    sortBy: ({ state }) => state,
  },
];

/** The sheets by which the agency scores itself. */
export default function SelfScoresPage() {
  const list = useQuery(api.indices.selfScores.queryOptions());
  const [adding, add] = useDialogOfAddress();
  const go = useGo();
  const begin = (
    <MayButton
      may={list.data?.may}
      verb="make"
      hideReason
      leftSection={<IconPlus size={18} />}
      onClick={add.open}
    >
      Lập phiếu tự chấm
    </MayButton>
  );
  return (
    <Page
      title="Tự chấm điểm"
      crumbs={[{ label: "Chỉ số", to: "/chi-so" }]}
      lead="Chấm theo bộ tiêu chí của cơ quan có thẩm quyền; điểm nào cũng có tài liệu kiểm chứng."
      actions={begin}
    >
      <Asked query={list}>
        {({ sheets }) => (
          <DataTable
            caption="Phiếu tự chấm"
            rows={sheets}
            rowKey={({ id }) => id}
            columns={columns}
            empty={
              <EmptyState
                title="Chưa có phiếu tự chấm nào"
                why="Lập phiếu từ bảng tính có bộ tiêu chí (số, lời, điểm tối đa); sau đó chấm từng tiêu chí và gắn minh chứng đang có trong hệ thống."
                action={begin}
              />
            }
          />
        )}
      </Asked>
      <NewSheet
        opened={adding}
        onClose={add.close}
        onDone={({ id }) => {
          sayDone("Đã lập phiếu tự chấm.");
          go(`/chi-so/tu-cham/${id}`);
        }}
      />
    </Page>
  );
}
