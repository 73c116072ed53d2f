import { Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useDialogOfAddress } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { sourceKindLabels } from "../sources/source.ts";
import { api, type Source } from "./api.ts";
import { SourceForm } from "./source-form.tsx";
import { useKeepSources } from "./use-keep-sources.ts";

/** The feeds that are followed, whether they can be read, and what they brought. */
export function SourcesTab() {
  const list = useQuery(api.listening.sources.queryOptions());
  const keep = useKeepSources();
  const [adding, add] = useDialogOfAddress();
  const [id, renew] = useState(newId);
  const may = list.data?.may;
  const columns: Column<Source>[] = [
    { key: "ten", header: "Nguồn tin", cell: (one) => <Named one={one} />, sortBy: ({ name }) => name },
    {
      key: "loai",
      header: "Loại",
      cell: ({ kind }) => sourceKindLabels[kind],
      sortBy: ({ kind }) => sourceKindLabels[kind],
    },
    { key: "trang-thai", header: "Trạng thái", cell: (one) => <Standing one={one} /> },
    { key: "tin", header: "Số tin", numeric: true, cell: ({ items }) => items, sortBy: ({ items }) => items },
    { key: "thao-tac", header: "Thao tác", cell: (one) => <Acts one={one} /> },
  ];
  const begin = (
    <MayButton may={may} verb="add" hideReason leftSection={<IconPlus size={18} />} onClick={add.open}>
      Theo dõi nguồn tin
    </MayButton>
  );
  return (
    <Stack>
      <Asked query={list}>
        {({ sources }) => (
          <>
            {sources.length > 0 && <Group>{begin}</Group>}
            <DataTable
              caption="Nguồn tin cơ quan theo dõi"
              rows={sources}
              rowKey={(one) => one.id}
              columns={columns}
              searchText={({ name, url }) => `${name} ${url}`}
              empty={
                <EmptyState
                  title="Chưa theo dõi nguồn tin nào"
                  why="Ghi nguồn tin (RSS) của báo, đài tỉnh và cổng của cơ quan khác để biết nơi ấy viết gì về cải cách hành chính."
                  action={begin}
                />
              }
            />
          </>
        )}
      </Asked>
      <SourceForm
        opened={adding}
        onClose={add.close}
        title="Theo dõi nguồn tin"
        initial={{ url: "", name: "", kind: "press" }}
        verb="Theo dõi"
        submit={(values) => api.listening.addSource.call({ id, ...values })}
        onDone={(answer) => {
          renew(newId());
          keep(answer);
          sayDone("Đã theo dõi; tin đang có của nguồn ở mục Tin mới.");
        }}
      />
    </Stack>
  );
}

function Named({ one: { id, name, url } }: { one: Source }) {
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <LinkText to="/theo-doi-bao-chi" search={{ nguon: id } as never} fw={600}>
        {name}
        <span className="only-read-aloud">, xem tin</span>
      </LinkText>
      <Text size="xs" c="gray.7">
        {url}
      </Text>
    </div>
  );
}

function Standing({ one }: { one: Source }) {
  const { isOn, offReason, offAt, failingSince, failureWords, fetchedAt, nextAt } = one;
  const state = !isOn
    ? ({ tone: "withdrawn", word: "Đã ngừng" } as const)
    : failingSince
      ? ({ tone: "waiting", word: "Chưa đọc được" } as const)
      : ({ tone: "published", word: "Đang theo dõi" } as const);
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <StateBadge {...state} />
      <Text size="xs" c="gray.7" mt={4}>
        {!isOn && (
          <>
            {offReason} (<MomentText at={offAt} />
            ).{" "}
          </>
        )}
        {isOn && failingSince && (
          <>
            Từ <MomentText at={failingSince} />: {failureWords} Lần thử tới: <MomentText at={nextAt} />.{" "}
          </>
        )}
        {fetchedAt && (
          <>
            Đọc gần nhất: <MomentText at={fetchedAt} />
          </>
        )}
      </Text>
    </div>
  );
}

function Acts({ one }: { one: Source }) {
  const { id, name, url, kind, may } = one;
  const keep = useKeepSources();
  const [asked, ask] = useState<"change" | "stop" | null>(null);
  const close = () => ask(null);
  const start = useMutation({
    mutationFn: () => api.listening.startSource.call({ id }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone(`Theo dõi lại ${name}; nguồn được đọc trong ít phút.`);
    },
    onError: sayFailed,
  });
  const stop = useMutation({
    mutationFn: (reason: string) => api.listening.stopSource.call({ id, reason }),
    onSuccess: (answer) => {
      close();
      keep(answer);
      sayDone(`Đã ngừng theo dõi ${name}; tin đã có vẫn giữ.`);
    },
  });
  const act = (verb: string, label: string, onClick: () => void, loading = false) =>
    may[verb]?.allowed && (
      <Button
        size="xs"
        variant="default"
        loading={loading}
        onClick={onClick}
        aria-label={`${label}: ${name}`}
      >
        {label}
      </Button>
    );
  return (
    <Group gap={6}>
      {act("change", "Sửa", () => ask("change"))}
      {act("stop", "Ngừng", () => ask("stop"))}
      {act("start", "Theo dõi lại", () => start.mutate(), start.isPending)}
      <SourceForm
        opened={asked === "change"}
        onClose={close}
        title={`Sửa: ${name}`}
        initial={{ url, name, kind }}
        verb="Ghi bản sửa"
        submit={(values) => api.listening.changeSource.call({ id, ...values })}
        onDone={(answer) => {
          keep(answer);
          sayDone("Đã sửa nguồn tin.");
        }}
      />
      <Confirm
        opened={asked === "stop"}
        onClose={close}
        title={`Ngừng theo dõi: ${name}`}
        verb="Ngừng theo dõi"
        reasonLabel="Lý do"
        onConfirm={(reason) => stop.mutate(reason)}
        pending={stop.isPending}
        error={stop.error}
      >
        Nguồn này không được đọc nữa; tin đã có vẫn giữ. Theo dõi lại lúc nào cũng được.
      </Confirm>
    </Group>
  );
}
