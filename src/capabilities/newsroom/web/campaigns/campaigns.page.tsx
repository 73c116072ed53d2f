import { Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone, sayDoneWithUndo } from "#ui/undo.tsx";
import { type CampaignState, campaignKindLabels, campaignStateLabels } from "../../contract.ts";
import { api } from "../api.ts";
import { type Campaign, CampaignDialog } from "./campaign-dialog.tsx";

const tones: Record<CampaignState, StateTone> = {
  ahead: "ahead",
  on: "waiting",
  over: "done",
  ended: "withdrawn",
};

/** Campaigns and events of the agency: from when to when, and what is being made for each. */
export default function CampaignsPage() {
  const queries = useQueryClient();
  const list = useQuery(api.newsroom.campaigns.queryOptions());
  const [edited, setEdited] = useState<Campaign | "new" | null>(null);
  const [ending, setEnding] = useState<Campaign | null>(null);
  const keep = (answer: typeof list.data) => {
    queries.setQueryData(api.newsroom.campaigns.queryKey(), answer);
    void queries.invalidateQueries({ queryKey: api.newsroom.calendarEntries.key() });
  };
  const resume = useMutation(api.newsroom.resumeCampaign.mutationOptions({ onSuccess: keep }));
  const end = useMutation(
    api.newsroom.endCampaign.mutationOptions({
      onSuccess: (answer, { id }) => {
        keep(answer);
        setEnding(null);
        sayDoneWithUndo("Đã kết thúc.", () => resume.mutateAsync({ id }));
      },
    }),
  );
  const columns: Column<Campaign>[] = [
    {
      key: "ten",
      header: "Tên",
      sortBy: ({ name }) => name,
      cell: ({ id, name, note }) => (
        <>
          <LinkText to="/noi-dung" search={{ xem: "lich", dot: id }} fw={600}>
            {name}
          </LinkText>
          {note && (
            <Text size="xs" c="gray.7" lineClamp={2}>
              {note}
            </Text>
          )}
        </>
      ),
    },
    { key: "loai", header: "Loại", cell: ({ kind }) => campaignKindLabels[kind] },
    {
      key: "trang-thai",
      header: "Trạng thái",
      cell: ({ state, endedByName, endReason }) => (
        <>
          <StateBadge tone={tones[state]} word={campaignStateLabels[state]} />
          {state === "ended" && (
            <Text size="xs" c="gray.7">
              {endedByName}: {endReason}
            </Text>
          )}
        </>
      ),
    },
    {
      key: "ngay",
      header: "Ngày",
      sortBy: ({ fromDay }) => fromDay,
      cell: ({ fromDay, toDay }) => (
        <>
          <DayText day={fromDay} />
          {toDay !== fromDay && (
            <>
              {" "}
              đến <DayText day={toDay} />
            </>
          )}
        </>
      ),
    },
    { key: "de-tai", header: "Đề tài", numeric: true, cell: ({ stories }) => stories },
    {
      key: "viec",
      header: "Việc",
      cell: (row) => (
        <Group gap="xs">
          {row.may.change?.allowed && (
            <MayButton may={row.may} verb="change" size="xs" variant="default" onClick={() => setEdited(row)}>
              Sửa…
            </MayButton>
          )}
          {row.may.end?.allowed && (
            <MayButton
              may={row.may}
              verb="end"
              size="xs"
              variant="subtle"
              color="red"
              onClick={() => {
                end.reset();
                setEnding(row);
              }}
            >
              Kết thúc sớm…
            </MayButton>
          )}
          {row.may.resume?.allowed && (
            <MayButton
              may={row.may}
              verb="resume"
              size="xs"
              variant="default"
              loading={resume.isPending && resume.variables.id === row.id}
              onClick={() => resume.mutate({ id: row.id })}
            >
              Mở lại
            </MayButton>
          )}
        </Group>
      ),
    },
  ];
  return (
    <Page
      title="Đợt cao điểm, sự kiện"
      lead="Mỗi đợt, mỗi sự kiện là một dải trên lịch tin, bài; đề tài nào phục vụ thì xếp vào ở trang đề tài."
      actions={
        <MayButton
          may={list.data?.may}
          verb="make"
          hideReason
          leftSection={<IconPlus size={18} />}
          onClick={() => setEdited("new")}
        >
          Thêm đợt, sự kiện
        </MayButton>
      }
    >
      <Asked query={list}>
        {({ campaigns }) => (
          <DataTable
            caption="Đợt cao điểm, sự kiện của cơ quan"
            rows={campaigns}
            rowKey={({ id }) => id}
            columns={columns}
            filters={[
              {
                key: "trang-thai",
                label: "Trạng thái",
                options: optionsOf(campaignStateLabels),
                matches: ({ state }, value) => state === value,
              },
            ]}
            searchText={({ name, note }) => `${name} ${note}`}
            empty={
              <EmptyState
                title="Chưa có đợt cao điểm, sự kiện nào"
                why="Ghi những ngày cơ quan dồn sức tuyên truyền một việc, để các đơn vị thấy trên lịch và xếp đề tài vào."
              />
            }
          />
        )}
      </Asked>
      <CampaignDialog
        campaign={edited === "new" ? null : edited}
        opened={edited !== null}
        onClose={() => setEdited(null)}
        onDone={(answer) => {
          keep(answer);
          sayDone("Đã ghi.");
        }}
      />
      <Confirm
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title="Kết thúc sớm"
        verb="Kết thúc"
        reasonLabel="Lý do"
        quickReasons={["Đã đạt mục tiêu", "Hoãn sang đợt khác"]}
        pending={end.isPending}
        error={end.error}
        onConfirm={(reason) => ending && end.mutate({ id: ending.id, reason })}
      >
        “{ending?.name}” ({ending && formatDate(ending.fromDay)}) không nhận thêm đề tài; đề tài, tin, bài đã
        có giữ nguyên. Mở lại được.
      </Confirm>
    </Page>
  );
}
