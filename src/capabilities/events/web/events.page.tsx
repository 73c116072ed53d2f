import { Group, Pagination, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useDialogOfAddress, useFilters, useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type EventKind, type EventState, eventKinds, eventStates, timeInWords } from "../contract.ts";
import { api, type EventRow } from "./api.ts";
import { EventForm } from "./event-form.tsx";
import { EventRulePart } from "./event-rule-part.tsx";
import { Month } from "./month.tsx";
import { Standing } from "./standing.tsx";

function Row({ one }: { one: EventRow }) {
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4" flex="1 1 14rem">
            <LinkText to={"/su-kien/$id" as never} params={{ id: one.id } as never}>
              {one.title}
            </LinkText>
          </Title>
          <Standing state={one.state} />
        </Group>
        <Text>
          {timeInWords(one)}
          {one.place && ` · ${one.place}`}
        </Text>
        <Text size="sm" c="gray.7">
          {[
            eventKinds[one.kind],
            one.unitName,
            one.expected !== null && `dự kiến ${one.expected.toLocaleString("vi-VN")} người`,
            one.attended !== null && `đã dự ${one.attended.toLocaleString("vi-VN")} người`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        <Text size="sm" lineClamp={2}>
          {one.reformPart || "Chưa ghi nội dung cải cách hành chính lồng ghép."}
        </Text>
      </Stack>
    </Paper>
  );
}

/** Events of the agency: a list of what is to come or is over, or a month. */
export default function EventsPage() {
  const [view, setView] = useFilters({
    xem: "coming",
    tim: "",
    loai: "",
    tt: "",
    dv: "",
    thang: "",
    trang: "1",
  });
  const [adding, add] = useDialogOfAddress();
  const go = useGo();
  const page = Math.max(1, Math.floor(Number(view.trang)) || 1);
  const filter = {
    ...(view.tim && { q: view.tim }),
    ...(view.loai && { kind: view.loai as EventKind }),
    ...(view.tt && { state: view.tt as EventState }),
    ...(view.dv && { unitId: view.dv }),
  };
  const list = useQuery(
    api.events.list.queryOptions({
      input: { ...filter, page, when: view.xem === "past" ? "past" : "coming" },
      placeholderData: (before) => before,
    }),
  );
  const narrow = (part: Partial<typeof view>) => setView({ ...part, trang: "1" });
  const begin = (
    <MayButton
      may={list.data?.may}
      verb="save"
      hideReason
      leftSection={<IconPlus size={18} />}
      onClick={add.open}
    >
      Ghi sự kiện
    </MayButton>
  );
  return (
    <Page
      title="Sự kiện, đối thoại"
      lead="Hội nghị, lễ hội, giải đấu, tập huấn, đối thoại có lồng ghép cải cách hành chính."
      actions={begin}
    >
      <SegmentedControl
        aria-label="Cách xem"
        value={view.xem}
        onChange={(xem) => narrow({ xem })}
        data={[
          { value: "coming", label: "Sắp tới" },
          { value: "past", label: "Đã qua" },
          { value: "month", label: "Lịch tháng" },
        ]}
        maw="24rem"
      />
      <Group align="flex-end" gap="sm">
        <SearchField
          label="Tìm sự kiện"
          placeholder="Tên, địa điểm, nội dung"
          value={view.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <FilterSelect
          label="Loại"
          data={optionsOf(eventKinds)}
          value={view.loai}
          onChange={(loai) => narrow({ loai })}
        />
        <FilterSelect
          label="Trạng thái"
          data={optionsOf(eventStates)}
          value={view.tt}
          onChange={(tt) => narrow({ tt })}
        />
        <FilterSelect
          label="Đơn vị chủ trì"
          data={(list.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={view.dv}
          onChange={(dv) => narrow({ dv })}
        />
      </Group>
      {view.xem === "month" ? (
        <Month month={view.thang} onMonth={(thang) => setView({ thang })} filter={filter} />
      ) : (
        <Asked query={list}>
          {({ events, total, pageSize }) => (
            <Stack>
              {events.length === 0 && (
                <EmptyState
                  title={Object.keys(filter).length > 0 ? "Không có sự kiện nào khớp" : "Chưa có sự kiện nào"}
                  why="Ghi sự kiện của ngành có lồng ghép cải cách hành chính: người khác công bố, trang cổng và lịch tự có, diễn ra xong là minh chứng của kế hoạch."
                  action={begin}
                />
              )}
              {events.map((one) => (
                <Row key={one.id} one={one} />
              ))}
              {total > pageSize && (
                <Pagination
                  total={Math.ceil(total / pageSize)}
                  value={page}
                  onChange={(next) => setView({ trang: String(next) })}
                  getControlProps={(control) => ({
                    "aria-label": control === "next" ? "Trang sau" : "Trang trước",
                  })}
                />
              )}
            </Stack>
          )}
        </Asked>
      )}
      {list.data && <EventRulePart rule={list.data.rule} may={list.data.may} />}
      <EventForm
        units={list.data?.units ?? []}
        opened={adding}
        onClose={add.close}
        onDone={({ id }) => {
          sayDone("Đã ghi bản thảo; người khác đọc rồi công bố.");
          go(`/su-kien/${id}`);
        }}
      />
    </Page>
  );
}
