import { ActionIcon, Box, Button, FileButton, Group, Progress, Stack, Text } from "@mantine/core";
import { IconCamera, IconMicrophone, IconPhoto, IconVolume, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import type { Sending } from "../media-library/send-file.ts";
import type { TipFile } from "./tip-draft.ts";

const PICTURES = "image/jpeg,image/png,image/webp,image/gif";

/** The camera, the pictures of the phone, a recording. */
export function TipFileButtons({ onFiles }: { onFiles: (files: File[]) => void }) {
  const one = (file: File | null) => file && onFiles([file]);
  return (
    <Group gap={6} grow preventGrowOverflow={false} maw="28rem">
      <FileButton accept="image/jpeg" capture="environment" onChange={one}>
        {(props) => (
          <Button {...props} variant="default" px={8} leftSection={<IconCamera size={16} />}>
            Chụp ảnh
          </Button>
        )}
      </FileButton>
      <FileButton accept={PICTURES} multiple onChange={onFiles}>
        {(props) => (
          <Button {...props} variant="default" px={8} leftSection={<IconPhoto size={16} />}>
            Chọn ảnh
          </Button>
        )}
      </FileButton>
      <FileButton accept="audio/*" capture="user" onChange={one}>
        {(props) => (
          <Button {...props} variant="default" px={8} leftSection={<IconMicrophone size={16} />}>
            Ghi âm
          </Button>
        )}
      </FileButton>
    </Group>
  );
}

function FileLine({
  picture,
  name,
  words,
  color,
  onDrop,
  children,
}: {
  picture: ReactNode;
  name: string;
  words: string;
  color?: string;
  onDrop?: () => void;
  children?: ReactNode;
}) {
  return (
    <Group component="li" wrap="nowrap" gap="sm" align="flex-start">
      <Box w={56} h={42} bg="gray.1" c="gray.7" flex="none" style={{ display: "grid", placeItems: "center" }}>
        {picture}
      </Box>
      <Stack gap={2} flex={1} miw={0}>
        <Text size="sm" style={{ overflowWrap: "anywhere" }} lineClamp={2}>
          {name}
        </Text>
        <Text size="sm" c={color ?? "gray.7"} role={color ? "alert" : undefined}>
          {words}
        </Text>
        {children}
      </Stack>
      {onDrop && (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Bỏ ${name}`} onClick={onDrop}>
          <IconX size={18} />
        </ActionIcon>
      )}
    </Group>
  );
}

const sendingWords = ({ state, received, bytes, why }: Sending): string => {
  if (why) return why;
  if (state === "waiting") return "Chờ đến lượt";
  return state === "finishing"
    ? "Đang xem và cất tệp"
    : `Đang tải lên ${sizeInWords(received)} / ${sizeInWords(bytes)}`;
};

/** What comes with the tip: files that are in, and those on their way. */
export function TipFileList({
  files,
  sendings,
  onRemove,
  onDrop,
}: {
  files: TipFile[];
  sendings: Sending[];
  onRemove: (mediaId: string) => void;
  onDrop: (id: string) => void;
}) {
  if (files.length + sendings.length === 0) return null;
  return (
    <Stack
      component="ul"
      gap="xs"
      m={0}
      p={0}
      style={{ listStyle: "none" }}
      aria-label="Ảnh, bản thu gửi kèm"
    >
      {files.map(({ mediaId, fileName, sort }) => (
        <FileLine
          key={mediaId}
          picture={
            sort === "picture" ? (
              <img
                src={`/media/${mediaId}/640`}
                alt=""
                width={56}
                height={42}
                style={{ objectFit: "cover" }}
              />
            ) : (
              <IconVolume size={24} aria-hidden />
            )
          }
          name={fileName}
          words="Đã lên"
          onDrop={() => onRemove(mediaId)}
        />
      ))}
      {sendings.map((one) => (
        <FileLine
          key={one.id}
          picture={<IconPhoto size={24} aria-hidden />}
          name={one.fileName}
          words={sendingWords(one)}
          {...(one.state === "refused" && { color: "red.8" })}
          {...(one.state === "broken" && { color: "red.9" })}
          {...(one.state !== "finishing" && { onDrop: () => onDrop(one.id) })}
        >
          {one.state !== "refused" && (
            <Progress
              value={(one.received / one.bytes) * 100}
              color={one.state === "broken" ? "orange" : undefined}
              aria-label={`Đã tải lên của ${one.fileName}`}
            />
          )}
        </FileLine>
      ))}
    </Stack>
  );
}
