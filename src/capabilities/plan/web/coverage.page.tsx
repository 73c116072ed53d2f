import { Box, Button, Group, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api, type CoverageView } from "./api.ts";
import { CoverageBoard } from "./coverage-board.tsx";
import { CoverageCell } from "./coverage-cell.tsx";
import type { Cell, Question } from "./coverage-view.ts";
import { PlanPicker } from "./plan-picker.tsx";
import { CoverageViews } from "./views/coverage-views.tsx";

const hasGap = ({ cells }: CoverageView["rows"][number]) => cells.some(({ lacking }) => lacking > 0);

const tableAddress = ({ id, ...question }: Question, onlyLacking: boolean) =>
  `/api/plans/${id}/coverage-table?${new URLSearchParams({ ...question, show: onlyLacking ? "lacking" : "all" })}`;

/** Clause, or unit, by reporting period: products and other proofs, and where there is none yet; from each cell to its rows. */
export default function CoveragePage() {
  const [view, setView] = useFilters({
    "ke-hoach": "",
    xem: "muc",
    ky: "quarter",
    "cach-tinh": "decree",
    chi: "",
    o: "",
  });
  const plans = useQuery(api.plan.list.queryOptions());
  const planId = view["ke-hoach"] || plans.data?.plans[0]?.id;
  const question = {
    id: planId ?? "",
    kind: view.ky === "month" ? ("month" as const) : ("quarter" as const),
    basis: view["cach-tinh"] === "calendar" ? ("calendar" as const) : ("decree" as const),
    by: view.xem === "don-vi" ? ("unit" as const) : ("clause" as const),
  };
  const rowWord = question.by === "unit" ? "Đơn vị" : "Mục";
  const board = useQuery(api.plan.coverage.queryOptions({ input: question, enabled: planId !== undefined }));
  const [row, period] = view.o.split("_");
  const found = {
    row: board.data?.rows.find(({ rowId }) => rowId === row),
    period: board.data?.periods.find(({ code }) => code === period),
  };
  const cell = found.row && found.period ? { row: found.row, period: found.period } : null;
  const kept = {
    "ke-hoach": question.id,
    xem: view.xem,
    ky: view.ky,
    "cach-tinh": view["cach-tinh"],
    chi: view.chi,
  };
  const open = (opened: Cell) => setView({ o: `${opened.row.rowId}_${opened.period.code}` });
  if (plans.data && plans.data.plans.length === 0) {
    return (
      <Page title="Bảng bao phủ">
        <EmptyState
          title="Chưa có kế hoạch"
          why="Bảng bao phủ cho thấy mỗi mục của kế hoạch đã có gì trong từng kỳ báo cáo và chỗ nào chưa có."
          action={<LinkButton to="/ke-hoach">Nhập kế hoạch</LinkButton>}
        />
      </Page>
    );
  }
  return (
    <Page
      title="Bảng bao phủ"
      lead={
        <>
          {board.data && plans.data && plans.data.plans.length === 1 && `${plans.data.plans[0]!.title}. `}
          Mỗi ô cho biết một {rowWord.toLowerCase()} đã có gì trong một kỳ. Mở ô để xem từng tin, bài, minh
          chứng, nhiệm vụ, nghĩa vụ.
        </>
      }
    >
      <Group align="flex-end">
        {plans.data && plans.data.plans.length > 1 && (
          <Box flex="1 1 16rem" maw="32rem">
            <PlanPicker planId={planId ?? null} onPick={(id) => setView({ "ke-hoach": id, o: "" })} />
          </Box>
        )}
        <Box>
          <Text size="sm" fw={500} id="xem-theo">
            Xem theo
          </Text>
          <SegmentedControl
            aria-labelledby="xem-theo"
            value={view.xem === "don-vi" ? "don-vi" : "muc"}
            onChange={(xem) => setView({ xem })}
            data={[
              { value: "muc", label: "Mục" },
              { value: "don-vi", label: "Đơn vị" },
            ]}
          />
        </Box>
        <Box>
          <Text size="sm" fw={500} id="ky-bao-cao">
            Kỳ
          </Text>
          <SegmentedControl
            aria-labelledby="ky-bao-cao"
            value={question.kind}
            onChange={(ky) => setView({ ky })}
            data={[
              { value: "quarter", label: "Quý" },
              { value: "month", label: "Tháng" },
            ]}
          />
        </Box>
        <Select
          label="Cách tính kỳ"
          w="18rem"
          allowDeselect={false}
          data={[
            { value: "decree", label: "Chốt ngày 14 (NĐ 09/2019)" },
            { value: "calendar", label: "Theo lịch" },
          ]}
          value={question.basis}
          onChange={(basis) => setView({ "cach-tinh": basis ?? "decree" })}
        />
        <Select
          label="Hiện"
          placeholder="Tất cả"
          clearable
          clearButtonProps={{ "aria-label": "Hiện tất cả" }}
          data={[{ value: "trong", label: "Chỉ nơi có kỳ chưa có" }]}
          value={view.chi || null}
          onChange={(chi) => setView({ chi: chi ?? "" })}
        />
      </Group>
      <Asked query={board}>
        {(data) => {
          const rows = view.chi === "trong" ? data.rows.filter(hasGap) : data.rows;
          return (
            <Stack>
              <Group justify="space-between">
                <Text size="sm" role="status">
                  {rows.length} {rowWord.toLowerCase()}; {data.lacking} lượt {rowWord.toLowerCase()} chưa có
                  minh chứng trong các kỳ đã bắt đầu
                  {data.explained > 0 && `, ${data.explained} lượt khác chưa có nhưng đã có lý do`}.
                  {question.by === "clause" && " Mục lớn gộp cả các mục bên trong."}
                </Text>
                <Group gap="xs">
                  <CoverageViews filters={kept} />
                  <LinkButton to="/chu-de-kenh" search={{ "ke-hoach": question.id }} variant="default">
                    Xem chủ đề × kênh
                  </LinkButton>
                  <Button
                    component="a"
                    href={tableAddress(question, view.chi === "trong")}
                    download
                    variant="default"
                    leftSection={<IconDownload size={16} aria-hidden />}
                  >
                    Tải bảng Excel
                  </Button>
                </Group>
              </Group>
              <CoverageBoard data={data} rows={rows} rowWord={rowWord} onOpen={open} />
            </Stack>
          );
        }}
      </Asked>
      <CoverageCell question={question} cell={cell} onClose={() => setView({ o: "" })} />
    </Page>
  );
}
