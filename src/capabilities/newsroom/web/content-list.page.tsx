import { Button, SegmentedControl } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useDialogOfAddress } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { api } from "./api.ts";
import { NewContent } from "./new-content.tsx";
import { EntryFilters } from "./planning/entry-filters.tsx";
import { EntryTable } from "./planning/entry-table.tsx";
import { isNarrowed, noFilter, useEntryView } from "./planning/entry-view.ts";
import { EntryViews } from "./planning/entry-views.tsx";

const EntryCalendar = lazy(() => import("./planning/entry-calendar.tsx"));

const EntryBoard = lazy(() => import("./planning/entry-board.tsx"));

const ways = [
  { value: "bang", label: "Bảng" },
  { value: "lich", label: "Lịch" },
  { value: "cot", label: "Cột trạng thái" },
];

/** All texts of the agency; what is looked for stands in the address bar, so that the view can be sent. */
export default function ContentListPage() {
  const [view, narrow] = useEntryView();
  const [opened, { open, close }] = useDialogOfAddress();
  const planning = useQuery(api.newsroom.planning.queryOptions());
  const may = planning.data?.may;
  useShortcuts([{ keys: "c", label: "Viết tin, bài mới", run: open }]);
  return (
    <Page
      title="Tin, bài"
      actions={
        <>
          <EntryViews view={view} />
          <MayButton may={may} verb="draft" leftSection={<IconPlus size={18} />} onClick={open} hideReason>
            Viết mới
          </MayButton>
        </>
      }
    >
      <SegmentedControl
        aria-label="Cách xem"
        w="fit-content"
        value={view.xem || "bang"}
        onChange={(xem) => narrow({ xem: xem === "bang" ? "" : xem })}
        data={ways}
      />
      <EntryFilters view={view} narrow={narrow} />
      {view.xem === "lich" || view.xem === "cot" ? (
        <Suspense fallback={<Loading />}>
          {view.xem === "lich" ? (
            <EntryCalendar view={view} narrow={narrow} />
          ) : (
            <EntryBoard view={view} narrow={narrow} />
          )}
        </Suspense>
      ) : (
        <EntryTable
          view={view}
          narrow={narrow}
          empty={
            isNarrowed(view) ? (
              <EmptyState
                title="Không có tin, bài nào khớp"
                why="Không có tin, bài nào khớp với điều đang tìm, đang lọc."
                action={
                  <Button variant="default" onClick={() => narrow(noFilter)}>
                    Xem mọi tin, bài
                  </Button>
                }
              />
            ) : (
              <EmptyState
                title="Chưa có tin, bài nào"
                why="Tin, bài của các đơn vị hiện ở đây, từ bản nháp đến khi đăng lên cổng thông tin."
                action={
                  <MayButton may={may} verb="draft" onClick={open}>
                    Viết tin đầu tiên
                  </MayButton>
                }
              />
            )
          }
        />
      )}
      <NewContent opened={opened} onClose={close} />
    </Page>
  );
}
