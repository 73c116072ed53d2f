import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Asked, Loading } from "#ui/loading.tsx";
import { forgetLocally, type LocalDraft, useLocalDraft } from "#ui/local-draft.ts";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { type ContentFields, emptyFields } from "../content-fields.ts";
import { api, type Item } from "./api.ts";
import { PraisedHere } from "./commendations/praised-here.tsx";
import { ContentStateBadge } from "./content-state.tsx";
import { PracticesTold } from "./good-practices/practices-told.tsx";
import { TipsBehind } from "./intake/tips-behind.tsx";
import { KeptAside } from "./offline/kept-aside.tsx";
import { ItemTrace } from "./pool/item-trace.tsx";
import { nextLook } from "./publishing-time.ts";
import { fieldsOf } from "./stored-text.ts";
import { TextView } from "./text-view.tsx";
import { type Start, Writing } from "./writing.tsx";

/** One item: written here while it may be written, else read here; what can be done next stands above. */
export default function ContentEditorPage() {
  const id = useParam("id");
  const item = useQuery(
    api.newsroom.get.queryOptions({
      input: { id },
      staleTime: Number.POSITIVE_INFINITY,
      // What is to be published changes by itself.
      refetchInterval: ({ state: { data } }) => nextLook(data),
    }),
  );
  const kept = useLocalDraft<ContentFields>(id);
  // Opened with what is known to be an older text, the writing would begin on that; once open, it is not taken away.
  const [opened, setOpened] = useState<string | null>(null);
  const isOutdated = item.isStale && item.isFetching;
  if (!isOutdated && opened !== id) setOpened(id);
  if (kept === undefined || (isOutdated && opened !== id)) return <Loading />;
  return <Asked query={item}>{(found) => <Opened key={found.id} item={found} found={kept} />}</Asked>;
}

function Opened({ item, found }: { item: Item; found: LocalDraft<ContentFields> | null }) {
  // What an older page kept lacks the fields that have come since.
  const [kept, setKept] = useState(found && { ...found, text: { ...emptyFields, ...found.text } });
  const editable = item.may.save?.allowed ?? false;
  const differs = kept !== null && JSON.stringify(kept.text) !== JSON.stringify(fieldsOf(item.current));
  const unsent = differs && editable;
  // Nothing has to be asked where going on takes back no approval: it becomes a version, or is merged with a newer one.
  const free = item.state === "draft" || item.state === "returned";
  const [start, setStart] = useState<Start | null>(() => {
    if (!unsent) return { fields: fieldsOf(item.current), unsaved: false };
    return free ? { fields: kept.text, unsaved: true, base: kept.base, keptAt: kept.at } : null;
  });
  // What cannot go into the item now is asked about as soon as it can.
  const [aside, setAside] = useState(differs && !editable);
  if (aside && editable) {
    setAside(false);
    setStart(null);
  }
  const decided = item.state === "approved" || item.state === "scheduled";
  const published = item.state === "published";
  const urgent = item.state === "scheduled" && item.urgent;
  const [unlocked, setUnlocked] = useState(false);
  const locked = (decided || published) && !unlocked && !start?.unsaved;
  const crumbs = [{ label: "Tin, bài", to: "/noi-dung" }];
  const lead = (
    <Group gap="sm">
      <ContentStateBadge item={item} />
      <Text span size="sm">
        {item.kindLabel} · {item.unitName} · {item.createdByName}
      </Text>
    </Group>
  );
  if (start === null && kept !== null) {
    return (
      <Page title={item.title || "Bài chưa có tiêu đề"} crumbs={crumbs} lead={lead}>
        <Alert color="yellow" title="Có phần chưa kịp lưu trên máy này" role="alert">
          <Stack>
            <Text>
              Lần trước bạn viết đến lúc {formatDateTime(kept.at)} rồi trang đóng trước khi lưu xong. Đây là
              phần được giữ lại:
            </Text>
            <TextView kind={item.kind} {...kept.text} />
            <Group>
              <Button onClick={() => setStart({ fields: kept.text, unsaved: true, base: kept.base })}>
                Viết tiếp phần này
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  forgetLocally(item.id);
                  setKept(null);
                  setStart({ fields: fieldsOf(item.current), unsaved: false });
                }}
              >
                Bỏ, dùng bản đã lưu
              </Button>
            </Group>
          </Stack>
        </Alert>
      </Page>
    );
  }
  return (
    <Page title={item.title || "Bài chưa có tiêu đề"} crumbs={crumbs} lead={lead}>
      {item.madeFrom && (
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          Soạn từ:{" "}
          <LinkText inherit underline="always" to={item.madeFrom.href as never}>
            {item.madeFrom.label}
          </LinkText>
        </Text>
      )}
      <TipsBehind itemId={item.id} />
      <PracticesTold itemId={item.id} />
      <PraisedHere item={item} />
      <ItemTrace item={item} />
      {aside && kept && (
        <KeptAside
          kind={item.kind}
          fields={kept.text}
          onDrop={() => {
            void forgetLocally(item.id);
            setAside(false);
          }}
        />
      )}
      <Writing item={item} start={start!} editable={editable && !urgent && !locked}>
        {urgent && (
          <Alert color="orange" title="Đang đăng khẩn">
            <Text size="sm">
              Bài lên cổng ngay, chưa qua người thứ hai, và sẽ mang dấu “Chờ hậu kiểm”. Trang này tự cập nhật.
            </Text>
          </Alert>
        )}
        {editable && published && locked && (
          <Alert
            color="blue"
            title={item.hasNewerText ? "Bản dưới đây là bản sửa, chưa lên cổng" : "Bài đã đăng"}
          >
            <Stack align="flex-start" gap="xs">
              <Text size="sm">
                Bản trên cổng giữ nguyên trong lúc bạn sửa; bản sửa lên cổng sau khi người thứ hai duyệt.
              </Text>
              <Button variant="default" onClick={() => setUnlocked(true)}>
                {item.hasNewerText ? "Sửa tiếp bản sửa" : "Sửa bài đã đăng"}
              </Button>
            </Stack>
          </Alert>
        )}
        {editable && decided && !urgent && locked && (
          <Alert color="blue" title="Bài đã được duyệt">
            <Stack align="flex-start" gap="xs">
              <Text size="sm">Sửa một chữ là mất lượt duyệt và giờ hẹn; bài phải được duyệt lại.</Text>
              <Button variant="default" onClick={() => setUnlocked(true)}>
                Vẫn sửa bài
              </Button>
            </Stack>
          </Alert>
        )}
      </Writing>
    </Page>
  );
}
