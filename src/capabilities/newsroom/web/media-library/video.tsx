import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type WholeMedia } from "../api.ts";

/** The picture that the player shows now, as JPEG. */
function stillOf(video: HTMLVideoElement): Promise<File> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) =>
        blob
          ? resolve(new File([blob], "poster.jpg", { type: "image/jpeg" }))
          : reject(new Error("no picture")),
      "image/jpeg",
      0.9,
    ),
  );
}

/** A video with its captions; the moment at which it stands can be taken as the picture that stands for it. */
export function Video({ media }: { media: WholeMedia }) {
  const { id, alt, fileName, hasPoster, captions } = media;
  const queries = useQueryClient();
  const player = useRef<HTMLVideoElement>(null);
  const set = useMutation({
    mutationFn: async () => api.newsroom.setPoster.call({ id, file: await stillOf(player.current!) }),
    onSuccess: (after) => {
      queries.setQueryData(api.newsroom.getMedia.queryKey({ input: { id } }), after);
      void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      sayDone("Đã đặt hình đại diện của video.");
    },
  });
  return (
    <Stack gap="sm">
      {/* biome-ignore lint/a11y/useMediaCaption: what lacks captions is told beside it, and cannot be published. */}
      <video
        ref={player}
        src={`/media/${id}`}
        controls
        preload="auto"
        style={{ width: "100%", maxHeight: 520 }}
        aria-label={alt || fileName}
      >
        {captions && (
          <track
            key={captions.length}
            kind="captions"
            src={`/media/${id}/captions.vtt`}
            srcLang="vi"
            label="Tiếng Việt"
            default
          />
        )}
      </video>
      {whyNot(media.may, "describe") === null && (
        <Group gap="sm">
          <Button size="xs" variant="default" loading={set.isPending} onClick={() => set.mutate()}>
            Lấy hình đang hiện làm hình đại diện
          </Button>
          <Text size="sm" c="gray.7">
            {hasPoster ? "Đã có hình đại diện." : "Chưa có hình đại diện."}
          </Text>
        </Group>
      )}
      <ErrorNotice error={set.error} />
    </Stack>
  );
}
