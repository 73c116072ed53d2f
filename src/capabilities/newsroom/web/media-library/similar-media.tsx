import { Alert, Box, Button, Group, List, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type MediaUse, type Picture } from "../api.ts";
import { MediaThumb } from "./media-thumb.tsx";

const pages: Record<MediaUse["kind"], string> = {
  content: "/noi-dung/$id",
  tip: "/tin-gui-ve/$id",
  drawing: "/do-hoa/$id",
  release: "/dang-kenh/$id",
  letter: "/bao-chi",
  event: "/su-kien/$id",
  case: "/phan-anh/truoc-sau/$id",
};

/** The texts, tips and tables that use something, each to be opened. */
export function Uses({ uses }: { uses: MediaUse[] }) {
  return (
    <List size="sm" spacing={2} listStyleType="disc">
      {uses.map(({ kind, id, title, place }) => (
        <List.Item key={`${kind} ${id}`}>
          <LinkText
            to={pages[kind]}
            params={{ id }}
            {...(kind === "letter" && { search: { the: "thu" } })}
            size="sm"
          >
            {title}
          </LinkText>{" "}
          ({place})
        </List.Item>
      ))}
    </List>
  );
}

/**
 * Nothing, or where a picture that just came in is nearly one that is there: that one, who brought it, when, where it is used; the
 * new one is kept beside it or goes to the bin.
 */
export function SimilarMedia({
  media,
  isNew = true,
  onUse,
  onKeep,
}: {
  media: Picture;
  /** False: it has been there before, and is only told of. */
  isNew?: boolean;
  /** The one that is there is taken, the new one lies in the bin. */
  onUse?: (there: Picture) => void;
  onKeep?: () => void;
}) {
  const queries = useQueryClient();
  const similar = useQuery(api.newsroom.similarMedia.queryOptions({ input: { id: media.id } }));
  const take = useMutation({
    mutationFn: async (there: Picture) => {
      await api.newsroom.binMedia.call({ id: media.id });
      return there;
    },
    onSuccess: (there) => {
      void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      void queries.invalidateQueries({ queryKey: api.newsroom.getMedia.key() });
      sayDone("Đã dùng ảnh có sẵn; ảnh vừa tải lên ở thùng rác 30 ngày.");
      onUse?.(there);
    },
  });
  const found = similar.data?.similar ?? [];
  if (found.length === 0) return null;
  const title = isNew ? `Đã có ảnh gần giống “${media.alt || media.fileName}”` : "Trong kho có ảnh gần giống";
  const mayBin = isNew && whyNot(media.may, "bin") === null;
  return (
    <Alert color={isNew ? "orange" : "blue"} title={title} role="group" aria-label={title}>
      <Stack gap="sm">
        {mayBin && (
          <Text size="sm">
            Dùng ảnh có sẵn thì ảnh vừa tải lên vào thùng rác; nếu là hai ảnh khác nhau thì giữ cả hai.
          </Text>
        )}
        {found.map(({ media: there, uses }) => (
          <Group key={there.id} align="flex-start" wrap="nowrap" gap="sm">
            <Box w={{ base: 72, xs: 112 }} flex="none">
              <MediaThumb media={there} />
            </Box>
            <Stack gap={4} miw={0}>
              <LinkText to="/kho-tu-lieu/$id" params={{ id: there.id }} fw={600}>
                {there.alt || there.fileName}
              </LinkText>
              <Text size="sm">
                {there.uploadedByName} tải lên <MomentText at={there.uploadedAt} /> · {there.width} ×{" "}
                {there.height}
              </Text>
              {uses.length > 0 ? <Uses uses={uses} /> : <Text size="sm">Chưa dùng ở đâu.</Text>}
              {mayBin && (
                <Button
                  size="xs"
                  variant="default"
                  w="fit-content"
                  loading={take.isPending && take.variables?.id === there.id}
                  onClick={() => take.mutate(there)}
                >
                  Dùng ảnh này
                </Button>
              )}
            </Stack>
          </Group>
        ))}
        <ErrorNotice error={take.error} />
        {onKeep && (
          <Button size="xs" variant="default" w="fit-content" onClick={onKeep}>
            Giữ cả hai
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
