import { Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import type { FiguresView } from "../api.ts";
import { SourceDialog, type UnitSource } from "./source-dialog.tsx";

const words = {
  dossiers: "Đếm từ hồ sơ",
  counts: "Số tổng hợp của hệ thống",
  both: "Đếm từ hồ sơ; có cả số tổng hợp, chỉ để đối chiếu",
  chosen: "Số tổng hợp của hệ thống, do cơ quan chọn; có cả hồ sơ, chỉ để đối chiếu",
} as const;

const number = (value: number) => value.toLocaleString("vi-VN");

/** Which source tells of each unit where a system's counts are known, so that nothing is added twice. */
export function SourcesPart({
  found: { sources, period, label, may },
}: {
  found: Pick<FiguresView, "sources" | "period" | "label" | "may">;
}) {
  const [asked, setAsked] = useState<UnitSource | null>(null);
  if (sources.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="nguon-so-lieu">
      <Title order={2} size="h4" id="nguon-so-lieu">
        Số của từng đơn vị lấy từ đâu
      </Title>
      <Text size="sm">
        Đơn vị có hồ sơ trong kỳ thì đếm từ hồ sơ; số tổng hợp chỉ dùng cho đơn vị không có hồ sơ nào, hoặc
        khi cơ quan chọn. Mỗi đơn vị một nguồn, không cộng hai lần.
      </Text>
      <DataTable
        caption="Nguồn số liệu của từng đơn vị"
        rows={sources}
        rowKey={(row) => row.key}
        columns={[
          { key: "don-vi", header: "Đơn vị", cell: (row) => row.unit },
          {
            key: "nguon",
            header: "Nguồn",
            cell: (row) => (
              <>
                {words[row.from]}
                {row.said && (
                  <Text size="xs" c="gray.7" style={{ overflowWrap: "anywhere" }}>
                    {row.said.byName} chọn {row.said.source === "counts" ? "số tổng hợp" : "hồ sơ"} lúc{" "}
                    <MomentText at={row.said.at} />: {row.said.reason}
                    {row.said.source === "counts" &&
                      row.from !== "chosen" &&
                      " (không còn cả hai nguồn nên chưa dùng)"}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: "doi-chieu",
            header: "Nguồn kia (tiếp nhận, đã giải quyết)",
            cell: (row) =>
              row.told
                ? `${row.from === "chosen" ? "Hồ sơ" : "Hệ thống"}: ${number(row.told.received)}, ${number(row.told.resolved)}`
                : "–",
          },
          {
            key: "con-thieu",
            header: "Tháng chưa có số tổng hợp",
            cell: (row) => row.missingMonths.join(", ") || "–",
          },
          ...(may.import?.allowed && sources.some(({ from }) => from === "both" || from === "chosen")
            ? [
                {
                  key: "chon",
                  header: "Chọn",
                  cell: (row: UnitSource) =>
                    row.from === "both" || row.from === "chosen" ? (
                      <Button
                        size="xs"
                        variant="default"
                        miw="max-content"
                        aria-label={`Chọn nguồn, ${row.unit}`}
                        onClick={() => setAsked(row)}
                      >
                        Chọn nguồn
                      </Button>
                    ) : (
                      "–"
                    ),
                },
              ]
            : []),
        ]}
      />
      <SourceDialog unit={asked} period={period} label={label} onClose={() => setAsked(null)} />
    </Stack>
  );
}
