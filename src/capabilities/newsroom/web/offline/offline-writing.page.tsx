import { Alert, Badge, Box, Button, Container, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { IconCloudUpload, IconWifiOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isSignedOut } from "#ui/api-error.ts";
import { keepPlaceForWriting } from "#ui/background-worker.ts";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { forgetLocally, whoWrites } from "#ui/local-draft.ts";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { api } from "../api.ts";
import { NewContent } from "../new-content.tsx";
import {
  newTextOnThisMachine,
  type TextOnThisMachine,
  useTextsOnThisMachine,
} from "./text-on-this-machine.ts";
import { useSending } from "./unsent-texts.tsx";
import { WriteHere } from "./write-here.tsx";

/** The place for writing that opens without a network: what this machine keeps, and new texts. */
export default function OfflineWritingPage() {
  const { online } = useNetwork();
  const [who] = useState(whoWrites);
  const { texts, look } = useTextsOnThisMachine(who?.id ?? null);
  const { left, send } = useSending(who?.id ?? null);
  const [writing, setWriting] = useState<TextOnThisMachine | null>(null);
  // The item whose page was asked for without a network is written on at once.
  const [{ bai: wanted }] = useFilters({ bai: "" });
  const [opened, setOpened] = useState(false);
  if (texts !== undefined && !opened) {
    setOpened(true);
    setWriting((open) => open ?? texts.find(({ id }) => id === wanted) ?? null);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent by itself is here no more
  useEffect(() => void look(), [left]);
  useEffect(() => {
    document.title = "Viết khi mất mạng · Gần Dân";
    if (navigator.onLine) void keepPlaceForWriting();
  }, []);
  return (
    <Container component="main" size="md" py="lg" id="noi-dung-chinh">
      <Stack>
        <Title order={1}>Viết khi mất mạng</Title>
        {online ? (
          <Group>
            <LinkButton to="/" variant="default">
              Về nơi làm việc
            </LinkButton>
          </Group>
        ) : (
          <Alert color="orange" icon={<IconWifiOff />} role="status" title="Đang mất mạng">
            Cứ viết: máy này giữ từng chữ. Có mạng lại thì đưa bài lên Gần Dân từ trang này.
          </Alert>
        )}
        {who === null ? (
          <Alert color="blue" title="Chưa có ai đăng nhập trên máy này">
            Bài giữ trên máy chỉ mở cho người đang đăng nhập. Khi có mạng, hãy đăng nhập rồi quay lại đây.
          </Alert>
        ) : writing ? (
          <WriteHere
            key={writing.key}
            text={writing}
            onClose={() => {
              setWriting(null);
              void look();
              // Once the screen that looked after it is gone.
              setTimeout(() => void send());
            }}
          >
            {online && (
              <Alert color="blue" icon={<IconCloudUpload />} role="status" title="Đã có mạng lại">
                {writing.isNew
                  ? "Viết xong thì bấm “Về danh sách” rồi đưa bài lên."
                  : "Bấm “Về danh sách”: phần này tự lưu vào bài. Nếu bài đã có bản mới hơn thì mở bài để ghép."}
              </Alert>
            )}
          </WriteHere>
        ) : (
          <>
            <Text size="sm">Bài của {who.name}, chỉ có trên máy này.</Text>
            <Button w="fit-content" onClick={() => setWriting(newTextOnThisMachine())}>
              Viết bài mới
            </Button>
            {texts === undefined ? (
              <Loading />
            ) : (
              <Kept texts={texts} online={online} onWrite={setWriting} onLeft={look} />
            )}
          </>
        )}
      </Stack>
    </Container>
  );
}

function Kept({
  texts,
  online,
  onWrite,
  onLeft,
}: {
  texts: TextOnThisMachine[];
  online: boolean;
  onWrite: (text: TextOnThisMachine) => void;
  onLeft: () => Promise<void>;
}) {
  const [sending, setSending] = useState<TextOnThisMachine | null>(null);
  const [leaving, setLeaving] = useState<TextOnThisMachine | null>(null);
  const me = useQuery(api.organization.me.queryOptions({ enabled: online && texts.length > 0 }));
  if (texts.length === 0)
    return (
      <EmptyState
        title="Máy này không giữ bài nào"
        why="Bài đang soạn mà chưa lên được máy chủ sẽ nằm ở đây."
      />
    );
  return (
    <Stack component="ul" p={0} m={0} style={{ listStyle: "none" }}>
      {texts.map((text) => {
        const { key, id, isNew, draft } = text;
        const title = draft.text.title.trim() || "Bài chưa có tiêu đề";
        return (
          <Paper component="li" key={key} withBorder p="md">
            <Stack gap="xs">
              <Box>
                <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                  {title}
                </Text>
                <Group gap="xs">
                  <Badge color={isNew ? "blue" : "orange"} variant="light" tt="none">
                    {isNew ? "Bài mới" : "Phần chưa lưu của bài đã có"}
                  </Badge>
                  <Text size="sm">
                    Viết lúc <MomentText at={draft.at} />
                  </Text>
                </Group>
              </Box>
              <Group gap="xs">
                {online && isSignedOut(me.error) && (
                  <LinkButton to="/dang-nhap?tiep=/viet-tam" size="sm">
                    Đăng nhập để đưa lên
                  </LinkButton>
                )}
                {online && me.data && isNew && (
                  <Button
                    size="sm"
                    leftSection={<IconCloudUpload size={16} />}
                    onClick={() => setSending(text)}
                  >
                    Đưa lên thành bản nháp
                  </Button>
                )}
                {online && me.data && !isNew && (
                  <LinkButton to={`/noi-dung/${id}`} size="sm">
                    Mở bài để ghép phần này
                  </LinkButton>
                )}
                <Button
                  size="sm"
                  variant="default"
                  aria-label={`Viết tiếp: ${title}`}
                  onClick={() => onWrite(text)}
                >
                  Viết tiếp
                </Button>
                <Button
                  size="sm"
                  variant="subtle"
                  color="gray"
                  c="dark"
                  aria-label={`Bỏ: ${title}`}
                  onClick={() => setLeaving(text)}
                >
                  Bỏ
                </Button>
              </Group>
            </Stack>
          </Paper>
        );
      })}
      {sending && (
        <NewContent
          opened
          onClose={() => setSending(null)}
          written={{ id: sending.id, fields: sending.draft.text, onSent: () => forgetLocally(sending.key) }}
        />
      )}
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title="Bỏ phần viết này"
        verb="Bỏ hẳn"
        onConfirm={() => {
          void forgetLocally(leaving!.key).then(onLeft);
          setLeaving(null);
        }}
      >
        Phần này chỉ có trên máy này; bỏ rồi không lấy lại được. Bài đã lưu trên máy chủ không thay đổi.
      </Confirm>
    </Stack>
  );
}
