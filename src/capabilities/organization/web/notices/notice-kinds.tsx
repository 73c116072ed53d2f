import { Box, Checkbox, Group, NativeSelect, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { type MailWay, mailWayLabels, noticeGroups } from "../../contract.ts";
import { api, type NoticeSettings } from "../api.ts";

type Kind = NoticeSettings["kinds"][number];

const groups = Object.entries(noticeGroups) as [Kind["group"], string][];

/** Each kind of notices with the ways it comes; a choice is kept the moment it is made. */
export function NoticeKinds({ settings: { sendsMail, kinds } }: { settings: NoticeSettings }) {
  return (
    <Stack gap="lg">
      {!sendsMail && (
        <Text size="sm">
          Hệ thống của cơ quan chưa gửi được thư; lựa chọn dưới đây có hiệu lực khi người quản trị máy chủ nối
          hệ thống thư.
        </Text>
      )}
      {groups.map(([group, name]) => (
        <Box component="section" key={group} aria-labelledby={`nhom-${group}`}>
          <Title order={2} size="h3" id={`nhom-${group}`} mb="xs">
            {name}
          </Title>
          <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
            {kinds
              .filter((kind) => kind.group === group)
              .map((kind) => (
                <KindRow key={kind.kind} kind={kind} />
              ))}
          </Stack>
        </Box>
      ))}
    </Stack>
  );
}

function KindRow({ kind: { kind, label, always, urgent, mail, push } }: { kind: Kind }) {
  const ways = (Object.keys(mailWayLabels) as MailWay[]).filter(
    (way) => !(way === "off" && always) && !(way === "digest" && urgent),
  );
  const queries = useQueryClient();
  const save = useMutation(
    api.organization.setNoticePreference.mutationOptions({
      onSuccess: (settings, chosen) => {
        queries.setQueryData(api.organization.getNoticeSettings.queryKey(), settings);
        sayDone(
          chosen.mail
            ? `Đã lưu: ${label.toLowerCase()} – thư: ${mailWayLabels[chosen.mail].toLowerCase()}.`
            : `Đã lưu: ${label.toLowerCase()} – ${chosen.push ? "có" : "không"} báo trên thiết bị.`,
        );
      },
      onError: sayFailed,
    }),
  );
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs" align="flex-start">
        <Box flex="1 1 16rem" miw={0}>
          <Text fw={600} size="sm">
            {label}
          </Text>
          {always && (
            <Text size="sm" c="gray.7">
              Thư loại này luôn được gửi. {always}
            </Text>
          )}
        </Box>
        <Stack gap={6}>
          {ways.length > 1 && (
            <NativeSelect
              aria-label={`Thư: ${label}`}
              w="11rem"
              data={ways.map((way) => ({ value: way, label: `Thư: ${mailWayLabels[way].toLowerCase()}` }))}
              value={(save.isPending && save.variables.mail) || mail}
              onChange={(event) => save.mutate({ kind, mail: event.currentTarget.value as MailWay })}
            />
          )}
          <Checkbox
            label="Báo trên thiết bị"
            aria-label={`Báo trên thiết bị: ${label}`}
            checked={save.isPending ? (save.variables.push ?? push) : push}
            onChange={(event) => save.mutate({ kind, push: event.currentTarget.checked })}
          />
        </Stack>
      </Group>
    </Paper>
  );
}
