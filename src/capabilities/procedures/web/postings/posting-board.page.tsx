import { Paper, SimpleGrid, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { percent } from "#platform/text/percent.ts";
import { type Column, DataTable, type TableFilter } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { postingStateLabels } from "../../postings/posting.ts";
import { api, type BoardRow, type BoardView } from "../api.ts";
import { SheetsDialog } from "../notice-sheets/sheets-dialog.tsx";
import { DropDialog, type Dropping } from "./drop-dialog.tsx";
import { PlacesDialog } from "./places-dialog.tsx";
import { lacks, PostingCell } from "./posting-cell.tsx";
import { type Asking, RecordDialog } from "./record-dialog.tsx";

/** Printed at once. */
const MOST_SHEETS = 200;

const filtersOf = ({ places, rows }: BoardView): TableFilter<BoardRow>[] => {
  const decisions = new Map(
    rows.flatMap(({ decision }) => (decision ? [[decision.id, decision.number]] : [])),
  );
  return [
    {
      key: "xem",
      label: "Xem",
      options: [
        { value: "con-thieu", label: "Còn thiếu" },
        { value: "qua-han", label: "Quá hạn" },
        { value: "du", label: "Đã đủ mọi nơi" },
      ],
      matches: ({ cells }, value) =>
        value === "du"
          ? !cells.some(lacks)
          : cells.some((cell) => lacks(cell) && (value === "con-thieu" || cell.isLate)),
    },
    {
      key: "noi",
      label: "Còn thiếu ở",
      options: places.map(({ id, name }) => ({ value: id, label: name })),
      matches: ({ cells }, value) => cells.some((cell) => cell.placeId === value && lacks(cell)),
    },
    {
      key: "trang-thai",
      label: "Có nơi",
      options: optionsOf(postingStateLabels).filter(({ value }) => value !== "none"),
      matches: ({ cells }, value) => cells.some(({ state }) => state === value),
    },
    {
      key: "quyet-dinh",
      label: "Quyết định",
      options: [...decisions].map(([value, label]) => ({ value: value!, label: label! })),
      matches: ({ decision }, value) => decision?.id === value,
    },
  ];
};

function Figures({ board: { figures, places } }: { board: BoardView }) {
  const share = ({ done, total }: { done: number; total: number }) =>
    total === 0 ? "không phát sinh" : `${done}/${total} (${percent(done, total)})`;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
      {[
        {
          label: "Thủ tục công khai đủ, đúng bản ở mọi nơi",
          value: share(figures.procedures),
          xem: "con-thieu",
        },
        { label: "Chỗ phải công khai đã xong", value: share(figures.cells), xem: "con-thieu" },
        { label: "Trong đó xong đúng hạn", value: share(figures.inTime), xem: null },
        { label: "Chỗ quá hạn chưa xong", value: String(figures.late), xem: "qua-han" },
      ].map(({ label, value, xem }) => (
        <Paper key={label} withBorder p="sm">
          <Text size="sm" c="gray.7">
            {label}
          </Text>
          <Text fw={600} fz="lg">
            {value}
          </Text>
          {xem && (
            <LinkText to="/cong-khai-thu-tuc" search={{ xem }} size="sm">
              Xem chỗ {xem === "qua-han" ? "quá hạn" : "còn thiếu"}
            </LinkText>
          )}
        </Paper>
      ))}
      {figures.places.map(({ placeId, done, total }) => (
        <Text key={placeId} size="sm">
          {places.find(({ id }) => id === placeId)?.name}: {share({ done, total })}
        </Text>
      ))}
    </SimpleGrid>
  );
}

/** The sheets at the counter that are missing or say what no longer holds, to be printed at once. */
function SheetsToReplace({ board: { places, rows, may } }: { board: BoardView }) {
  const [printing, print] = useDisclosure(false);
  const counters = places.filter(({ kind }) => kind === "counter").map(({ id }) => id);
  const ids = rows
    .filter(
      ({ isOver, cells }) => !isOver && cells.some((cell) => counters.includes(cell.placeId) && lacks(cell)),
    )
    .map(({ procedureId }) => procedureId)
    .slice(0, MOST_SHEETS);
  if (ids.length === 0) return null;
  return (
    <div>
      <MayButton may={may} verb="print" variant="default" hideReason onClick={print.open}>
        {`In ${ids.length} phiếu niêm yết cần dán, thay ở quầy`}
      </MayButton>
      <SheetsDialog ids={ids} opened={printing} onClose={print.close} />
    </div>
  );
}

/** Every procedure at every place where it must stand: in which version, since when, what is missing, what is late. */
export default function PostingBoardPage() {
  const board = useQuery(api.procedures.postings.queryOptions());
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [dropping, setDropping] = useState<Dropping | null>(null);
  const [placing, places] = useDisclosure(false);
  const done = async (words: string) => {
    await queries.invalidateQueries({ queryKey: api.procedures.key() });
    sayDone(words);
  };
  const may = board.data?.may;
  const columnsOf = ({ places: shown, may: mayOf }: BoardView): Column<BoardRow>[] => [
    {
      key: "thu-tuc",
      header: "Thủ tục",
      sortBy: ({ name }) => name,
      cell: ({ procedureId, code, name, version, decision, isOver }) => (
        <>
          <LinkText to="/thu-tuc/$id" params={{ id: procedureId }} fw={600} display="inline-block" py={2}>
            {name}
          </LinkText>
          <Text size="xs" c="gray.7">
            {code}, bản {version}
            {isOver && ", đã bãi bỏ"}
            {decision && (
              <>
                {" · "}
                <LinkText
                  to="/cong-khai-thu-tuc/quyet-dinh/$id"
                  params={{ id: decision.id }}
                  size="xs"
                  underline="always"
                  display="inline-block"
                  py={4}
                >
                  {decision.number}
                </LinkText>{" "}
                ngày {formatDate(decision.issuedOn)}
              </>
            )}
          </Text>
        </>
      ),
    },
    ...shown.map(
      (place): Column<BoardRow> => ({
        key: place.id,
        header: place.name,
        cell: (row) => {
          const cell = row.cells.find(({ placeId }) => placeId === place.id)!;
          return (
            <PostingCell
              row={row}
              cell={cell}
              onRecord={
                mayOf.save?.allowed
                  ? () => setAsking({ placeId: place.id, procedureIds: [row.procedureId] })
                  : null
              }
              onDrop={
                mayOf.save?.allowed
                  ? (proofId) => setDropping({ proofId, what: `${row.code} ở ${place.name}` })
                  : null
              }
            />
          );
        },
      }),
    ),
  ];
  return (
    <Page
      title="Công khai thủ tục"
      lead="Mỗi thủ tục phải có ở mọi nơi, đúng bản đang dùng; cổng của cơ quan tự chứng minh, nơi khác ghi địa chỉ, ảnh hoặc tệp."
      actions={
        <>
          <MayButton
            may={may}
            verb="save"
            hideReason
            onClick={() => setAsking({ placeId: null, procedureIds: [] })}
          >
            Ghi công khai
          </MayButton>
          <LinkButton to="/cong-khai-thu-tuc/quyet-dinh" variant="default">
            Quyết định công bố
          </LinkButton>
          <LinkButton to="/cong-khai-thu-tuc/quay" variant="default">
            Thay phiếu ở quầy
          </LinkButton>
          <LinkButton to="/cong-khai-thu-tuc/man-hinh" variant="default">
            Màn hình ở quầy
          </LinkButton>
          <LinkButton to="/cong-khai-thu-tuc/doi-chieu" variant="default">
            Đối chiếu danh mục
          </LinkButton>
          <MayButton may={may} verb="save" variant="default" hideReason onClick={places.open}>
            Nơi công khai
          </MayButton>
        </>
      }
    >
      <Asked query={board}>
        {(view) => (
          <>
            <Figures board={view} />
            <SheetsToReplace board={view} />
            <DataTable
              caption="Thủ tục ở từng nơi công khai"
              rows={view.rows}
              rowKey={({ procedureId }) => procedureId}
              searchText={({ code, name }) => `${code} ${name}`}
              filters={filtersOf(view)}
              columns={columnsOf(view)}
              empty={
                <EmptyState
                  title="Sổ chưa có thủ tục nào"
                  why="Ghi thủ tục hoặc nhập danh mục trước; bảng này cho thấy từng thủ tục đã công khai ở những nơi nào."
                  action={<LinkButton to="/thu-tuc">Mở sổ thủ tục</LinkButton>}
                />
              }
            />
            <RecordDialog
              board={view}
              asking={asking}
              onClose={() => setAsking(null)}
              onDone={() => void done("Đã ghi minh chứng.")}
            />
            <DropDialog
              dropping={dropping}
              onClose={() => setDropping(null)}
              onDone={() => void done("Đã bỏ minh chứng.")}
            />
            <PlacesDialog
              places={view.allPlaces}
              opened={placing}
              onClose={places.close}
              onDone={() => void done("Đã đặt nơi công khai.")}
            />
          </>
        )}
      </Asked>
    </Page>
  );
}
