import { Anchor, Button, Group, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { api, type FeedSubscription } from "../api.ts";

/** Programs that follow the agency's feeds; anybody may, and an administrator ends what is misused. */
export function FeedFollowers() {
  const [page, turn] = useState(1);
  const list = useQuery(api.channels.feedSubscriptions.queryOptions({ input: { page } }));
  const columns: Column<FeedSubscription>[] = [
    { key: "noi-nhan", header: "Nơi nhận", cell: (one) => <Named one={one} /> },
    { key: "tinh-trang", header: "Tình trạng", cell: (one) => <Standing one={one} /> },
    { key: "viec", header: "Thao tác", cell: (one) => <Acts one={one} /> },
  ];
  return (
    <Section id="nguon-tin" title="Nơi theo dõi nguồn tin">
      <Text size="sm">
        Nguồn tin (RSS, Atom, JSON Feed) của cổng là công khai. Phần mềm nào đăng ký theo chuẩn WebSub thì
        được gửi nguồn tin ngay khi có bài mới, bài đính chính hay thu hồi, không phải hỏi lại từng lúc; nơi
        nhận phải tự xác nhận và đăng ký lại mười ngày một lần.{" "}
        <Anchor href="/nguon-tin" underline="always">
          Các nguồn tin của cổng
        </Anchor>
      </Text>
      <Asked query={list}>
        {({ subscriptions, total, pageSize }) => (
          <>
            <DataTable
              caption="Nơi theo dõi nguồn tin"
              rows={subscriptions}
              rowKey={({ id }) => id}
              columns={columns}
              counted={`${total} nơi theo dõi, kể cả đã thôi trong 30 ngày`}
              empty={
                <EmptyState
                  title="Chưa nơi nào theo dõi"
                  why="Phần mềm đọc tin tự đăng ký ở địa chỉ /websub của cổng; cơ quan không phải làm gì."
                />
              }
            />
            {total > pageSize && (
              <Group>
                <Button variant="default" disabled={page <= 1} onClick={() => turn(page - 1)}>
                  Mới hơn
                </Button>
                <Text size="sm">
                  Trang {page}/{Math.ceil(total / pageSize)}
                </Text>
                <Button variant="default" disabled={page * pageSize >= total} onClick={() => turn(page + 1)}>
                  Cũ hơn
                </Button>
              </Group>
            )}
          </>
        )}
      </Asked>
    </Section>
  );
}

function Named({ one: { callbackHost, feed, topic } }: { one: FeedSubscription }) {
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <Text fw={600}>{callbackHost}</Text>
      <Anchor href={topic} size="sm" underline="always">
        {feed}
      </Anchor>
    </div>
  );
}

function Standing({ one }: { one: FeedSubscription }) {
  const { isOn, failingSince, lastSentAt, lastWords, nextTryAt, begunAt, leaseUntil } = one;
  const state = !isOn
    ? ({ tone: "withdrawn", word: "Đã thôi gửi" } as const)
    : failingSince
      ? ({ tone: "waiting", word: "Chưa gửi được" } as const)
      : ({ tone: "published", word: "Đang gửi" } as const);
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <StateBadge {...state} />
      <Text size="xs" c="gray.7" mt={4}>
        Từ <MomentText at={begunAt} />
        {isOn ? (
          <>
            , đến <MomentText at={leaseUntil} /> nếu không đăng ký lại.{" "}
          </>
        ) : (
          <>
            {" "}
            đến <MomentText at={one.endedAt} />: {one.endedReason}{" "}
          </>
        )}
        {isOn && failingSince && (
          <>
            Từ <MomentText at={failingSince} /> chưa gửi được: {lastWords}{" "}
          </>
        )}
        {nextTryAt && (
          <>
            Lần gửi tới: <MomentText at={nextTryAt} />.{" "}
          </>
        )}
        {lastSentAt ? (
          <>
            Lần nhận gần nhất: <MomentText at={lastSentAt} />
          </>
        ) : (
          "Chưa nhận lần nào"
        )}
      </Text>
    </div>
  );
}

function Acts({ one: { id, callbackHost, feed, may } }: { one: FeedSubscription }) {
  const queries = useQueryClient();
  const [ending, end] = useState(false);
  const look = () => queries.invalidateQueries({ queryKey: api.channels.feedSubscriptions.key() });
  const allow = useMutation({
    mutationFn: () => api.channels.allowFeedSubscription.call({ id }),
    onSuccess: () => {
      void look();
      sayDone(`${callbackHost} đăng ký lại được.`);
    },
    onError: sayFailed,
  });
  return (
    <Group gap={6}>
      {may.end?.allowed && (
        <Button
          size="xs"
          variant="default"
          aria-label={`Thôi gửi: ${callbackHost}, ${feed}`}
          onClick={() => end(true)}
        >
          Thôi gửi
        </Button>
      )}
      {may.allow?.allowed && (
        <Button
          size="xs"
          variant="default"
          loading={allow.isPending}
          aria-label={`Cho đăng ký lại: ${callbackHost}, ${feed}`}
          onClick={() => allow.mutate()}
        >
          Cho đăng ký lại
        </Button>
      )}
      <FormDialog
        opened={ending}
        onClose={() => end(false)}
        title={`Thôi gửi ${feed} tới ${callbackHost}`}
        lead="Nơi nhận được báo là thôi gửi và trong 30 ngày không tự đăng ký lại nguồn tin này được; nguồn tin trên cổng vẫn công khai."
        initial={{ reason: "" }}
        verb="Thôi gửi"
        submit={({ reason }) => api.channels.endFeedSubscription.call({ id, reason })}
        onDone={() => {
          void look();
          sayDone(`Đã thôi gửi tới ${callbackHost}.`);
        }}
      >
        {(form) => (
          <Textarea
            label="Lý do"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
    </Group>
  );
}
