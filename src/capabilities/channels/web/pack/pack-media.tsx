import { Button, Group, Image, Paper, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { DeliveryView } from "../api.ts";
import { CopyText } from "./copy-text.tsx";

type Media = DeliveryView["media"][number];

const sorts: Record<Media["sort"], string> = { picture: "Ảnh", video: "Video", audio: "Bản ghi" };

const cutWords = { square: "Vuông", story: "Dọc", card: "Ngang" } as const;

const lengthOf = (seconds: number) =>
  `${Math.floor(seconds / 60)} phút ${String(Math.round(seconds % 60)).padStart(2, "0")} giây`;

const cutName = (fileName: string, cut: string) => fileName.replace(/(\.[a-z0-9]+)?$/u, `-${cut}.jpg`);

/** Pictures, videos and recordings of the post in its order: to download, with their descriptions to copy. */
export function PackMedia({ media }: { media: Media[] }) {
  return (
    <Stack gap="sm">
      {media.map((one, index) => (
        <PackFile key={one.id} media={one} name={`${sorts[one.sort]} ${index + 1}`} />
      ))}
    </Stack>
  );
}

function PackFile({ media, name }: { media: Media; name: string }) {
  const { sort, alt, width, height, seconds, path, cuts, fileName } = media;
  const download = (href: string, file: string, label: string) => (
    <Button
      key={label}
      component="a"
      href={href}
      download={file}
      size="xs"
      variant="default"
      leftSection={<IconDownload size={16} />}
      aria-label={`Tải ${name}: ${label}`}
    >
      {label}
    </Button>
  );
  return (
    <Paper withBorder p="sm" bg="gray.0">
      <Stack gap="xs">
        <Group gap="sm" align="flex-start" wrap="nowrap">
          {sort === "picture" && (
            <Image src={cuts?.card ?? path} alt="" w={96} h={72} fit="cover" radius="sm" />
          )}
          <div>
            <Text fw={600}>{name}</Text>
            <Text size="xs" c="gray.7">
              {width > 0 && `${width} × ${height} điểm ảnh`}
              {width > 0 && seconds > 0 && " · "}
              {seconds > 0 && lengthOf(seconds)}
            </Text>
          </div>
        </Group>
        <Group gap={6}>
          {download(path, fileName, sort === "picture" ? "Cả ảnh" : "Tải tệp")}
          {cuts !== null &&
            (["square", "story", "card"] as const).map((cut) =>
              download(cuts[cut], cutName(fileName, cut), cutWords[cut]),
            )}
        </Group>
        {alt !== "" && (
          <CopyText label={`Mô tả ${name.charAt(0).toLocaleLowerCase("vi")}${name.slice(1)}`} text={alt} />
        )}
      </Stack>
    </Paper>
  );
}
