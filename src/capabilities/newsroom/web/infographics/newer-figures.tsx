import { Alert, Group, Stack, Text } from "@mantine/core";
import { skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { api } from "../api.ts";

/** Says of which drawings in a text there are newer figures; `take` puts picture and table of one in their place. */
export function NewerFigures({
  mediaIds,
  take,
}: {
  mediaIds: string[];
  take: (graphicId: string) => Promise<void>;
}) {
  const drawn = useQuery(
    api.newsroom.drawnPictures.queryOptions({
      input: mediaIds.length > 0 ? { mediaIds: mediaIds.toSorted() } : skipToken,
      placeholderData: (before) => before,
      // They may have been drawn in another window.
      refetchOnWindowFocus: "always",
    }),
  );
  const taking = useMutation({ mutationFn: take });
  const newest = new Map(
    (drawn.data?.pictures ?? []).flatMap(({ mediaId, graphic, newest: one }) =>
      one && mediaIds.includes(mediaId) ? [[one.id, { graphic, newest: one }] as const] : [],
    ),
  );
  return [...newest.values()].map(({ graphic, newest: one }) => (
    <Alert key={one.id} color="blue" title="Đã có số liệu mới hơn" role="status">
      <Stack align="flex-start" gap="xs">
        <Text size="sm">
          Đồ họa “{graphic.title}” trong bài đã được {one.madeByName} vẽ lại lúc{" "}
          <MomentText at={one.madeAt} />.
        </Text>
        <Group gap="sm">
          <MayButton
            may={drawn.data?.may}
            verb="draw"
            variant="default"
            loading={taking.isPending}
            onClick={() => taking.mutate(one.id)}
          >
            Dùng hình và bảng mới
          </MayButton>
          <LinkText to="/do-hoa/$id" params={{ id: one.id }}>
            Xem bản mới
          </LinkText>
        </Group>
        <ErrorNotice error={taking.error} />
      </Stack>
    </Alert>
  ));
}
