import { Anchor, Box, Group, List, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type RecipientStanding, recipientStandingLabels } from "../../contract.ts";
import { api, type DeliveryView, type Release } from "../api.ts";
import { newRelease, ReleaseFields, type ReleaseValues } from "./release-fields.tsx";

const tones: Record<RecipientStanding, StateTone> = {
  waiting: "waiting",
  sending: "scheduled",
  later: "scheduled",
  accepted: "done",
  refused: "failed",
  doubt: "failed",
  left: "withdrawn",
  returned: "failed",
};

/** "Máy chủ đã nhận 12/15; 3 nơi không nhận." */
function summaryOf(recipients: Release["recipients"]): string {
  if (recipients.length === 0) return "Chưa chọn nơi nhận.";
  const count = (one: RecipientStanding) => recipients.filter(({ standing }) => standing === one).length;
  const rest = (["waiting", "sending", "later", "refused", "doubt", "left", "returned"] as const).flatMap(
    (one) => (count(one) > 0 ? [`${count(one)} ${recipientStandingLabels[one].toLowerCase()}`] : []),
  );
  return `Gửi được ${count("accepted")}/${recipients.length} nơi${rest.length > 0 ? `; ${rest.join("; ")}` : ""}.`;
}

/** To whom a delivery to the press goes, how far it is with each, what goes with it; nothing for other channels. */
export function ReleasePart({ delivery }: { delivery: DeliveryView }) {
  const { id, state } = delivery;
  const moves = ["pending", "submitting", "submitted", "failed"].includes(state);
  const found = useQuery(
    api.channels.release.queryOptions({ input: { id }, refetchInterval: moves ? 5000 : false }),
  );
  return found.data ? <Shown delivery={delivery} release={found.data} /> : null;
}

function Shown({ delivery, release }: { delivery: DeliveryView; release: Release }) {
  const { id, state } = delivery;
  const { recipients, attachments, lists, embargoUntil, isAhead, may } = release;
  const queries = useQueryClient();
  const [asked, ask] = useState<"change" | "send-on" | null>(null);
  const close = () => ask(null);
  const done = (words: string) => (answer: Release | null) => {
    queries.setQueryData(api.channels.release.queryKey({ input: { id } }), answer);
    void queries.invalidateQueries({ queryKey: api.channels.delivery.key() });
    void queries.invalidateQueries({ queryKey: api.channels.deliveries.key() });
    sayDone(words);
  };
  const notSentYet = ["pending", "failed", "refused"].includes(state);
  const stands = state === "placed" && !delivery.isRehearsal && delivery.takenDownAt === null;
  return (
    <Section id="noi-nhan" title="Nơi nhận">
      <Text size="sm" role="status">
        {summaryOf(recipients)}
      </Text>
      {isAhead && embargoUntil && (
        <Text size="sm" fw={600}>
          Gửi trước, cấm đăng trước {formatDateTime(embargoUntil)}.
        </Text>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
        {recipients.map((one) => (
          <Box key={one.id} component="li">
            <Group justify="space-between" gap={6}>
              <Text size="sm" flex="1 1 12rem" style={{ overflowWrap: "anywhere" }}>
                <Text span fw={600}>
                  {one.outletName}
                </Text>{" "}
                {one.isErased
                  ? "(thông tin đã xóa theo yêu cầu)"
                  : [one.name, one.address].filter(Boolean).join(" · ")}
                {one.said && one.standing !== "accepted" && ` (mã ${one.said})`}
              </Text>
              <StateBadge tone={tones[one.standing]} word={recipientStandingLabels[one.standing]} />
            </Group>
          </Box>
        ))}
      </Stack>
      {attachments.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            Tài liệu đính kèm
          </Text>
          <List size="sm">
            {attachments.map(({ id: mediaId, fileName, alt, issues, sentAs }) => (
              <List.Item key={mediaId}>
                {sentAs === null ? (
                  alt || fileName
                ) : (
                  <Anchor href={sentAs} download size="sm">
                    {alt || fileName} (như đã gửi)
                  </Anchor>
                )}
                {issues.length > 0 && ` (không gửi: ${issues.join(", ")})`}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {notSentYet && (
        <MayButton may={may} verb="write" variant="default" w="fit-content" onClick={() => ask("change")}>
          Chọn nơi nhận, tệp
        </MayButton>
      )}
      {stands && (
        <MayButton
          may={may}
          verb="sendOn"
          variant="default"
          w="fit-content"
          hideReason
          onClick={() => ask("send-on")}
        >
          Gửi tới nơi chưa nhận
        </MayButton>
      )}
      <FormDialog<ReleaseValues, Release | null>
        opened={asked === "change"}
        onClose={close}
        title="Nơi nhận, tệp đính kèm"
        lead="Danh sách nhận được lấy theo nhóm vào lúc ghi."
        initial={{ ...newRelease, mediaIds: attachments.map((one) => one.id), isAhead }}
        verb="Ghi"
        submit={(values) => api.channels.changeRelease.call({ id, ...values })}
        onDone={done("Đã ghi nơi nhận.")}
      >
        {(form) => (
          <ReleaseFields form={form} lists={lists} embargoUntil={embargoUntil} attached={attachments} />
        )}
      </FormDialog>
      <FormDialog
        opened={asked === "send-on"}
        onClose={close}
        title="Gửi tới nơi chưa nhận"
        lead="Chỉ gửi tới những nơi chưa có thư này và đang nhận thư; có thể chọn thêm nhóm."
        initial={{ ...newRelease }}
        verb="Gửi"
        submit={({ listIds }) => api.channels.sendReleaseOn.call({ id, listIds })}
        onDone={done("Đã cho gửi tới nơi chưa nhận.")}
      >
        {(form) => (
          <ReleaseFields
            form={form as unknown as DialogForm<ReleaseValues>}
            lists={lists}
            embargoUntil={null}
            onlyLists
          />
        )}
      </FormDialog>
    </Section>
  );
}
