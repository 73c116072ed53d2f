import { Box, Button, Checkbox, Group, NativeSelect, Paper, Stack, Text, Title } from "@mantine/core";
import { sayFailed } from "#ui/undo.tsx";
import { type MailWay, mailWayLabels, noticeGroups } from "../../contract.ts";
import type { NoticeSettings } from "../api.ts";
import { useKept, useSaveWays, type Whose } from "./whose.ts";

type Kind = NoticeSettings["kinds"][number];

const groups = Object.entries(noticeGroups) as [Kind["group"], string][];

/** Each kind of notices with the ways it comes; a choice is kept the moment it is made. */
export function NoticeKinds({
  settings: { sendsMail, kinds },
  whose,
}: {
  settings: NoticeSettings;
  whose: Whose;
}) {
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
                <KindRow key={kind.kind} kind={kind} whose={whose} />
              ))}
          </Stack>
        </Box>
      ))}
    </Stack>
  );
}

const byWords: Record<Whose, Record<Kind["by"], string>> = {
  me: { own: "Bạn tự chọn.", agency: "Theo mặc định của cơ quan.", usual: "Theo mặc định của hệ thống." },
  agency: { own: "", agency: "Cơ quan đã đặt.", usual: "Theo mặc định của hệ thống." },
};

function KindRow({
  kind: { kind, label, always, urgent, by, mail, push },
  whose,
}: {
  kind: Kind;
  whose: Whose;
}) {
  const ways = (Object.keys(mailWayLabels) as MailWay[]).filter(
    (way) => !(way === "off" && always) && !(way === "digest" && urgent),
  );
  const keep = useKept(whose);
  const save = useSaveWays(whose);
  const choose = (asked: { mail?: MailWay | null; push?: boolean | null }) =>
    save.mutate(
      { kind, ...asked },
      {
        onSuccess: (settings) =>
          keep(
            settings,
            asked.mail
              ? `Đã lưu: ${label.toLowerCase()} – thư: ${mailWayLabels[asked.mail].toLowerCase()}.`
              : asked.mail === null
                ? `Đã bỏ lựa chọn riêng: ${label.toLowerCase()}.`
                : `Đã lưu: ${label.toLowerCase()} – ${asked.push ? "có" : "không"} báo trên thiết bị.`,
          ),
        onError: sayFailed,
      },
    );
  const chosen = whose === "me" ? by === "own" : by === "agency";
  const behind = whose === "me" ? "Theo cơ quan" : "Theo hệ thống";
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
          <Text size="sm" c="gray.7">
            {byWords[whose][by]}
          </Text>
        </Box>
        <Stack gap={6} align="flex-start">
          {ways.length > 1 && (
            <NativeSelect
              aria-label={`Thư: ${label}`}
              w="11rem"
              data={ways.map((way) => ({ value: way, label: `Thư: ${mailWayLabels[way].toLowerCase()}` }))}
              value={(save.isPending && save.variables.mail) || mail}
              onChange={(event) => choose({ mail: event.currentTarget.value as MailWay })}
            />
          )}
          <Checkbox
            label="Báo trên thiết bị"
            aria-label={`Báo trên thiết bị: ${label}`}
            checked={save.isPending ? (save.variables.push ?? push) : push}
            onChange={(event) => choose({ push: event.currentTarget.checked })}
          />
          {chosen && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${behind}: ${label}`}
              onClick={() => choose({ mail: null, push: null })}
            >
              {behind}
            </Button>
          )}
        </Stack>
      </Group>
    </Paper>
  );
}
