import { Button, Group, Select, Text, UnstyledButton } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { type Calendar, type CalendarDayView, dayWithWeekday } from "./calendar-view.ts";
import { DayDialog } from "./day-dialog.tsx";
import { ListDialog } from "./list-dialog.tsx";
import { SharedCalendar } from "./shared-calendar.tsx";

/** The days that working days are counted by, year by year; the administrator keeps them. */
export default function CalendarPage() {
  const running = today().year;
  const [view, setView] = useFilters({ nam: String(running) });
  const year = Number(view.nam) || running;
  const calendar = useQuery(api.plan.getCalendar.queryOptions({ input: { year } }));
  const [editing, setEditing] = useState<CalendarDayView | "new" | null>(null);
  const [pasting, setPasting] = useState(false);
  const may = calendar.data?.may;
  const years = [...new Set([...(calendar.data?.years ?? []), running, running + 1, year])].toSorted();
  return (
    <Page
      title="Ngày nghỉ, ngày làm bù"
      lead="Thứ Bảy, Chủ nhật là ngày nghỉ. Danh sách này thêm ngày nghỉ lễ, Tết, nghỉ bù và thứ Bảy làm bù; số ngày làm việc còn lại hoặc quá hạn của nhiệm vụ được đếm theo đó."
      actions={
        <>
          <MayButton may={may} verb="keep" onClick={() => setPasting(true)} hideReason>
            Nhập danh sách năm
          </MayButton>
          <MayButton may={may} verb="keep" variant="default" onClick={() => setEditing("new")} hideReason>
            Thêm một ngày
          </MayButton>
        </>
      }
    >
      <Select
        label="Năm"
        allowDeselect={false}
        data={years.map(String)}
        value={String(year)}
        onChange={(nam) => setView({ nam: nam ?? "" })}
        maw="10rem"
      />
      <Asked query={calendar}>
        {(found) => (
          <>
            <SharedCalendar calendar={found} />
            <Days calendar={found} onEdit={setEditing} onPaste={() => setPasting(true)} key={found.year} />
          </>
        )}
      </Asked>
      <DayDialog day={editing} year={year} onClose={() => setEditing(null)} />
      <ListDialog year={year} opened={pasting} onClose={() => setPasting(false)} />
    </Page>
  );
}

function Days({
  calendar: { days, year, may },
  onEdit,
  onPaste,
}: {
  calendar: Calendar;
  onEdit: (day: CalendarDayView) => void;
  onPaste: () => void;
}) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: api.plan.key() });
  const remove = async (row: CalendarDayView) => {
    try {
      await api.plan.removeCalendarDay.call({ id: row.id });
      await refresh();
      sayDoneWithUndo(`Đã bỏ ngày ${formatDate(row.day)} khỏi danh sách.`, async () => {
        await api.plan.saveCalendarDay.call(row);
        await refresh();
      });
    } catch (error) {
      sayFailed(error);
    }
  };
  const mayKeep = may.keep?.allowed ?? false;
  const columns: Column<CalendarDayView>[] = [
    {
      key: "ngay",
      header: "Ngày",
      cell: (row) =>
        mayKeep ? (
          <UnstyledButton onClick={() => onEdit(row)} fw={600} c="civicRed.8" fz="inherit" td="underline">
            {dayWithWeekday(row.day)}
          </UnstyledButton>
        ) : (
          dayWithWeekday(row.day)
        ),
      sortBy: ({ day }) => day,
    },
    {
      key: "loai",
      header: "Loại",
      cell: ({ kind }) =>
        kind === "off" ? (
          <StateBadge tone="withdrawn" word="Nghỉ" />
        ) : (
          <StateBadge tone="scheduled" word="Làm bù" />
        ),
      sortBy: ({ kind }) => kind,
    },
    { key: "ten", header: "Tên ngày", cell: ({ name }) => name },
    { key: "can-cu", header: "Căn cứ", cell: ({ source }) => source ?? "chưa ghi" },
    ...(mayKeep
      ? [
          {
            key: "viec",
            header: "Bỏ",
            cell: (row: CalendarDayView) => (
              <Button
                size="xs"
                variant="subtle"
                color="red"
                onClick={() => remove(row)}
                aria-label={`Bỏ ngày ${formatDate(row.day)}`}
              >
                Bỏ
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {days.length > 0 && (
        <Group gap="xs">
          <Text size="sm">
            Năm {year}: {days.filter(({ kind }) => kind === "off").length} ngày nghỉ,{" "}
            {days.filter(({ kind }) => kind === "worked").length} ngày làm bù.
          </Text>
        </Group>
      )}
      <DataTable
        caption={`Ngày nghỉ và ngày làm bù năm ${year}`}
        rows={days}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          <EmptyState
            title={`Chưa có danh sách ngày nghỉ năm ${year}`}
            why="Khi chưa có danh sách, số ngày làm việc chỉ trừ thứ Bảy và Chủ nhật; màn hình có nói rõ điều này. Danh sách lấy từ thông báo nghỉ lễ, Tết hằng năm."
            action={
              <MayButton may={may} verb="keep" onClick={onPaste}>
                Nhập danh sách năm
              </MayButton>
            }
          />
        }
      />
    </>
  );
}
