import { Group, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { api } from "../api.ts";
import { DraftDialog } from "./draft-dialog.tsx";

const spans = {
  "0": "Hôm nay",
  "1": "1 ngày tới",
  "3": "3 ngày tới",
  "7": "7 ngày tới",
  "14": "14 ngày tới",
};

/** Dossiers that are promised for the next days: an apology still goes out before the promised day. */
export function DueSoonTab() {
  const [{ trong }, setView] = useFilters({ trong: "3" });
  const days = trong in spans ? Number(trong) : 3;
  const found = useQuery(api.timeliness.dueSoon.queryOptions({ input: { days } }));
  const [apologised, setApologised] = useState<{ code: string } | null>(null);
  return (
    <Stack>
      <Group>
        <Select
          label="Hẹn trả trong"
          data={Object.entries(spans).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={String(days)}
          onChange={(value) => value && setView({ trong: value })}
        />
      </Group>
      <Asked query={found}>
        {({ total, lastSheetAt, dossiers, rule, mayApologise }) => (
          <>
            <Text size="sm" c="gray.7">
              {lastSheetAt ? (
                <>
                  Theo bảng nhập lần cuối <MomentText at={lastSheetAt} />; hồ sơ có kết quả sau đó vẫn còn ở
                  đây đến khi nhập bảng mới.
                </>
              ) : (
                "Chưa nhập bảng hồ sơ nào."
              )}{" "}
              Quy tắc của cơ quan: xin lỗi trước ngày hẹn trả ít nhất {rule.daysBefore} ngày.
            </Text>
            {total === 0 ? (
              <EmptyState
                title="Không có hồ sơ nào sắp đến hạn"
                why="Không hồ sơ đang giải quyết nào có ngày hẹn trả trong khoảng này."
              />
            ) : (
              <DataTable
                caption={`${total.toLocaleString("vi-VN")} hồ sơ sắp đến ngày hẹn trả${total > dossiers.length ? `, bảng có ${dossiers.length.toLocaleString("vi-VN")} hồ sơ gần hạn nhất` : ""}`}
                rows={dossiers}
                rowKey={({ code }) => code}
                searchText={({ code, unit, procedureName }) => `${code} ${unit} ${procedureName}`}
                columns={[
                  { key: "ma", header: "Mã hồ sơ", cell: ({ code }) => code },
                  {
                    key: "thu-tuc",
                    header: "Thủ tục",
                    cell: ({ procedureName }) => procedureName || "(trống)",
                  },
                  { key: "don-vi", header: "Đơn vị", cell: ({ unit }) => unit || "(trống)" },
                  {
                    key: "hen",
                    header: "Hẹn trả",
                    sortBy: ({ dueOn }) => dueOn,
                    cell: ({ dueOn }) => <DayText day={dueOn} />,
                  },
                  {
                    key: "con",
                    header: "Còn (ngày làm việc)",
                    numeric: true,
                    sortBy: ({ daysLeft }) => daysLeft,
                    cell: ({ daysLeft }) => daysLeft,
                  },
                  {
                    key: "xin-loi-truoc",
                    header: "Xin lỗi chậm nhất",
                    cell: ({ apologyBy }) => <DayText day={apologyBy} />,
                  },
                  {
                    key: "thu",
                    header: "Thư xin lỗi",
                    cell: (row) =>
                      row.apologies.length > 0 ? (
                        <LinkText size="sm" to="/tien-do-ho-so" search={{ the: "xin-loi" }}>
                          Đã có thư
                        </LinkText>
                      ) : (
                        <MayButton
                          may={mayApologise}
                          verb="draft"
                          hideReason
                          variant="subtle"
                          size="compact-sm"
                          onClick={() => setApologised(row)}
                        >
                          Soạn thư
                          <span className="only-read-aloud"> xin lỗi, hồ sơ {row.code}</span>
                        </MayButton>
                      ),
                  },
                ]}
              />
            )}
            {apologised && <DraftDialog row={apologised} rule={rule} onClose={() => setApologised(null)} />}
          </>
        )}
      </Asked>
    </Stack>
  );
}
