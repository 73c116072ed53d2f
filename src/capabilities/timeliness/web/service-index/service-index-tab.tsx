import { Anchor, Select, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { sayDone } from "#ui/undo.tsx";
import { pointsText, type ScoreKey, scoreKeys, scoreLabels } from "../../service-index/score.ts";
import { api, type ScoreView, type ServiceIndexView } from "../api.ts";
import { BringScores } from "./bring-scores.tsx";
import { ScoreChart } from "./score-chart.tsx";

/** The scores of Decision 766/QĐ-TTg as they were published, by group over time. */
export function ServiceIndexTab() {
  const queries = useQueryClient();
  const found = useQuery(api.timeliness.serviceIndex.queryOptions());
  const [asked, setAsked] = useState<ServiceIndexView["imports"][number] | null>(null);
  const renew = () => void queries.invalidateQueries({ queryKey: api.timeliness.serviceIndex.key() });
  return (
    <Stack gap="lg">
      <Text size="sm">
        Điểm của Bộ chỉ số theo Quyết định 766/QĐ-TTg, chép như đã công bố, kèm ngày và đường dẫn; hệ thống
        không tính lại.
      </Text>
      <Asked query={found}>
        {({ scores, may }) => (
          <>
            {scores.length === 0 ? (
              <EmptyState
                title="Chưa có điểm nào"
                why="Nhập bảng điểm lấy từ Cổng Dịch vụ công quốc gia hoặc ghi tay từng ngày."
              />
            ) : (
              <Scores scores={scores} />
            )}
            <BringScores may={may} onBrought={renew} />
          </>
        )}
      </Asked>
      <ImportList
        query={found}
        verb="import"
        left={({ left }) => `${left.toLocaleString("vi-VN")} dòng điểm`}
        onUndo={setAsked}
      />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập điểm"
        lead="Điểm của lần nhập này không còn hiện; điểm trước đó của cùng ngày, nếu có, hiện lại."
        initial={{}}
        verb="Lấy lại"
        submit={() => api.timeliness.undoScores.call({ id: asked!.id })}
        onDone={() => {
          renew();
          sayDone("Đã lấy lại lần nhập.");
        }}
      >
        {() => null}
      </FormDialog>
    </Stack>
  );
}

function Scores({ scores }: { scores: ScoreView[] }) {
  const entities = [...new Set(scores.map(({ entity }) => entity))].toSorted((a, b) =>
    a.localeCompare(b, "vi"),
  );
  const [view, setView] = useFilters({ don: "", nhom: "total" });
  const entity = entities.find((one) => one === view.don) ?? entities[0]!;
  const group = scoreKeys.find((key) => key === view.nhom) ?? "total";
  const rows = scores.filter((one) => one.entity === entity);
  const points = rows.flatMap((row) => {
    const value = row[group];
    return value === null ? [] : [{ day: row.scoredOn, value }];
  });
  return (
    <Stack>
      <Select
        label="Đơn vị"
        data={entities}
        allowDeselect={false}
        value={entity}
        onChange={(don) => don && setView({ don })}
        maw="24rem"
      />
      <Select
        label="Vẽ nhóm"
        data={optionsOf(scoreLabels)}
        allowDeselect={false}
        value={group}
        onChange={(nhom) => nhom && setView({ nhom })}
        maw="24rem"
      />
      {points.length > 1 && (
        <ScoreChart
          points={points}
          words={`${scoreLabels[group]} của ${entity}: ${pointsText(points[0]!.value)} (${formatDate(points[0]!.day)}) đến ${pointsText(points.at(-1)!.value)} (${formatDate(points.at(-1)!.day)}), ${points.length} lần công bố. Bảng dưới có đủ các điểm.`}
        />
      )}
      <DataTable
        caption={`Điểm của ${entity} theo ngày`}
        rows={rows.toReversed()}
        rowKey={({ scoredOn }) => scoredOn}
        columns={[
          {
            key: "ngay",
            header: "Ngày",
            sortBy: ({ scoredOn }) => scoredOn,
            cell: ({ scoredOn }) => <DayText day={scoredOn} />,
          },
          ...scoreKeys.map(
            (key: ScoreKey): Column<ScoreView> => ({
              key,
              header: scoreLabels[key],
              numeric: true,
              sortBy: (row) => row[key] ?? -1,
              cell: (row) => pointsText(row[key]),
            }),
          ),
          {
            key: "nguon",
            header: "Nguồn",
            cell: ({ url, scoredOn }) => (
              <Anchor inherit href={url} rel="noreferrer" target="_blank">
                Nơi công bố
                <span className="only-read-aloud"> điểm ngày {formatDate(scoredOn)} (mở trang khác)</span>
              </Anchor>
            ),
          },
        ]}
      />
    </Stack>
  );
}
