import { Anchor, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useDialogOfAddress } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api, type Webhook } from "../api.ts";
import { FeedFollowers } from "./feed-followers.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { SystemActs } from "./system-acts.tsx";
import { SystemForm } from "./system-form.tsx";
import { useKeepWebhooks } from "./use-keep-webhooks.ts";

/** Systems outside that are told of what happens, by signed calls. */
export default function SystemsPage() {
  const list = useQuery(api.channels.webhooks.queryOptions());
  const keep = useKeepWebhooks();
  const [adding, add] = useDialogOfAddress();
  const [made, show] = useState<{ name: string; secret: string } | null>(null);
  const kinds = list.data?.kinds ?? [];
  const may = list.data?.may;
  const columns: Column<Webhook>[] = [
    {
      key: "ten",
      header: "Hệ thống",
      cell: (system) => <Named system={system} />,
      sortBy: ({ name }) => name,
    },
    {
      key: "viec",
      header: "Được báo khi",
      cell: ({ kinds: chosen }) => (
        <Text size="sm">
          {kinds
            .filter(({ slug }) => chosen.includes(slug))
            .map(({ label }) => label)
            .join("; ")}
        </Text>
      ),
    },
    { key: "trang-thai", header: "Trạng thái", cell: (system) => <Standing system={system} /> },
    {
      key: "thao-tac",
      header: "Thao tác",
      cell: (system) => <SystemActs system={system} kinds={kinds} />,
    },
  ];
  return (
    <Page
      title="Báo tin cho hệ thống khác"
      lead="Khi bài lên cổng, được đính chính, thu hồi, hay đã lên một kênh, phần mềm khác mà cơ quan chọn (cổng của tỉnh, kho dữ liệu, bảng theo dõi) được gọi ngay, có chữ ký."
      actions={
        <Group gap="xs">
          <MayButton may={may} verb="add" hideReason leftSection={<IconPlus size={18} />} onClick={add.open}>
            Thêm hệ thống
          </MayButton>
        </Group>
      }
    >
      <Text size="sm">
        Người viết phần mềm nhận tin xem{" "}
        <Anchor href="/api#bao-tin" underline="always">
          Giao diện lập trình, mục Báo tin
        </Anchor>
        .
      </Text>
      <Asked query={list}>
        {({ webhooks }) => (
          <DataTable
            caption="Hệ thống được báo tin"
            rows={webhooks}
            rowKey={(system) => system.id}
            columns={columns}
            empty={
              <EmptyState
                title="Chưa báo cho hệ thống nào"
                why="Không có hệ thống nào ở đây thì không có gì được gửi đi."
                action={
                  <MayButton may={may} verb="add" onClick={add.open}>
                    Thêm hệ thống đầu tiên
                  </MayButton>
                }
              />
            }
          />
        )}
      </Asked>
      <FeedFollowers />
      <SystemForm
        opened={adding}
        onClose={add.close}
        title="Thêm hệ thống được báo tin"
        initial={{
          name: "",
          url: "",
          kinds: ["content.published", "content.corrected", "content.withdrawn"],
        }}
        verb="Thêm và lấy khóa"
        kinds={kinds}
        submit={(values) => api.channels.addWebhook.call(values)}
        onDone={(answer, { name }) => {
          keep(answer);
          show({ name, secret: answer.secret });
        }}
      />
      <SecretDialog name={made?.name ?? ""} secret={made?.secret ?? null} onClose={() => show(null)} />
    </Page>
  );
}

function Named({ system: { id, name, url } }: { system: Webhook }) {
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      <LinkText to="/bao-he-thong-khac/$id" params={{ id } as never} fw={600}>
        {name}
        <span className="only-read-aloud">, nhật ký báo tin</span>
      </LinkText>
      <Text size="sm">{url}</Text>
    </div>
  );
}

/** Whether it is told, and whether that comes through. */
export function Standing({ system }: { system: Webhook }) {
  const { isOn, offReason, offAt, failingSince, waiting, lastSentAt } = system;
  const state = isOn
    ? failingSince
      ? ({ tone: "waiting", word: "Chưa gọi được" } as const)
      : ({ tone: "published", word: "Đang báo" } as const)
    : ({ tone: "withdrawn", word: "Đã ngừng báo" } as const);
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
            Từ <MomentText at={failingSince} /> chưa gửi được tin nào; hệ thống vẫn thử lại.{" "}
          </>
        )}
        {waiting > 0 && `${waiting} tin đang chờ. `}
        {lastSentAt ? (
          <>
            Lần nhận gần nhất: <MomentText at={lastSentAt} />
          </>
        ) : (
          "Chưa nhận tin nào"
        )}
      </Text>
    </div>
  );
}
