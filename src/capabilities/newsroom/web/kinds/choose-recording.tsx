import { Group, Modal, Stack, Text, UnstyledButton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { Asked } from "#ui/loading.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { type MediaRule, sortOf } from "../../contract.ts";
import { faultsInPlace } from "../../media-in-place.ts";
import { lengthOf } from "../../media-library/media-words.ts";
import { api, type Picture } from "../api.ts";
import { MediaThumb } from "../media-library/media-thumb.tsx";

/** Length, picture size and bytes of a recording in one line. */
export const recordingFacts = ({ durationMs, width, height, bytes }: Picture): string =>
  [durationMs !== null && lengthOf(durationMs), width > 0 && `${width} × ${height}`, sizeInWords(bytes)]
    .filter(Boolean)
    .join(" · ");

/** Takes a video or a recording of sound that the library keeps; each says whether it fits the place. */
export function ChooseRecording({
  rule,
  opened,
  onClose,
  onChosen,
}: {
  rule: MediaRule;
  opened: boolean;
  onClose: () => void;
  onChosen: (recording: Picture) => void;
}) {
  const { noun } = sortOf(rule.sort);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Chọn ${noun}`}
      size="lg"
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <Stack>
        <Text size="sm">
          Chưa có trong kho?{" "}
          <LinkText to="/kho-tu-lieu" target="_blank" size="sm">
            Tải {noun} lên ở Kho tư liệu (mở trang mới)
          </LinkText>
          , rồi quay lại đây.
        </Text>
        <Library rule={rule} onChosen={onChosen} />
      </Stack>
    </Modal>
  );
}

function Library({ rule, onChosen }: { rule: MediaRule; onChosen: (recording: Picture) => void }) {
  const { noun } = sortOf(rule.sort);
  const [words, setWords] = useState("");
  const media = useInfiniteQuery(
    api.newsroom.listMedia.infiniteOptions({
      input: (before: string | undefined) => ({ q: words, sort: rule.sort, before }),
      initialPageParam: undefined,
      getNextPageParam: ({ media: page, hasMore }) => (hasMore ? page.at(-1)?.id : undefined),
      placeholderData: (shown) => shown,
      // What was uploaded in another window is there when one comes back.
      refetchOnWindowFocus: "always",
    }),
  );
  return (
    <>
      <SearchField
        label={`Tìm ${noun}`}
        description="Theo mô tả, tác giả, nguồn, tên tệp; gõ có dấu hoặc không dấu."
        value={words}
        onSearch={setWords}
        data-autofocus
        flex="none"
      />
      <Asked query={media}>
        {({ pages }) => {
          const found = pages.flatMap(({ media: page }) => page);
          if (found.length === 0)
            return (
              <Text role="status">
                {words
                  ? `Không có ${noun} nào khớp; hãy thử từ khác.`
                  : `Kho chưa có ${noun} nào. Hãy tải lên ở Kho tư liệu.`}
              </Text>
            );
          return (
            <Stack gap="xs">
              {found.map((recording) => (
                <Choice
                  key={recording.id}
                  recording={recording}
                  rule={rule}
                  onChosen={() => onChosen(recording)}
                />
              ))}
            </Stack>
          );
        }}
      </Asked>
      <MoreButton list={media}>Xem thêm {noun} cũ hơn</MoreButton>
    </>
  );
}

function Choice({
  recording,
  rule,
  onChosen,
}: {
  recording: Picture;
  rule: MediaRule;
  onChosen: () => void;
}) {
  const name = recording.alt || recording.fileName;
  const faults = faultsInPlace(rule, recording).map(({ message }) => message);
  return (
    <UnstyledButton onClick={onChosen}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <div style={{ width: 96, flex: "none" }}>
          <MediaThumb media={recording} />
        </div>
        <Stack gap={2} miw={0}>
          <Text size="sm" fw={600} lineClamp={2}>
            {name}
          </Text>
          <Text size="xs" c="gray.7">
            {recordingFacts(recording)}
          </Text>
          {faults.length > 0 && (
            <Text size="xs" c="red.8">
              Chưa hợp chỗ này: {faults.join("; ")}
            </Text>
          )}
        </Stack>
      </Group>
    </UnstyledButton>
  );
}
