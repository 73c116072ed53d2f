import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { sayDone, sayDoneWithUndo } from "#ui/undo.tsx";
import { sortOf } from "../../contract.ts";
import { api, type WholeMedia } from "../api.ts";
import { SimilarMedia, Uses } from "./similar-media.tsx";

/** Where it is used, what is nearly the same, and its way into the bin and out again. */
export function MediaUse({ media }: { media: WholeMedia }) {
  const { id, bin, sort, may } = media;
  const queries = useQueryClient();
  const uses = useQuery(api.newsroom.whereUsed.queryOptions({ input: { id } }));
  const after = (changed: WholeMedia) => {
    queries.setQueryData(api.newsroom.getMedia.queryKey({ input: { id } }), changed);
    void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
  };
  const restore = useMutation({
    mutationFn: () => api.newsroom.restoreMedia.call({ id }),
    onSuccess: (changed) => {
      after(changed);
      sayDone("Đã lấy lại vào kho.");
    },
  });
  const drop = useMutation({
    mutationFn: () => api.newsroom.binMedia.call({ id }),
    onSuccess: (changed) => {
      after(changed);
      sayDoneWithUndo("Đã bỏ vào thùng rác; giữ 30 ngày.", () => restore.mutateAsync());
    },
    onError: () => void uses.refetch(),
  });
  const why = whyNot(may, "bin");
  const used = uses.data?.uses ?? [];
  const isHeld = used.some(({ holds }) => holds);
  const { noun } = sortOf(sort);
  return (
    <Stack component="section" gap="sm" aria-labelledby="dung-o-dau">
      <Title order={2} size="h4" id="dung-o-dau">
        Dùng ở đâu
      </Title>
      {bin && (
        <Alert color="orange" title="Đang ở thùng rác">
          <Stack gap="sm">
            <Text size="sm">
              {bin.byName} bỏ <MomentText at={bin.since} />; mất hẳn sau <MomentText at={bin.until} />.
            </Text>
            <ErrorNotice error={restore.error} />
            {why === null && (
              <Button
                size="xs"
                variant="default"
                w="fit-content"
                loading={restore.isPending}
                onClick={() => restore.mutate()}
              >
                Lấy lại vào kho
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      {used.length > 0 ? (
        <Uses uses={used} />
      ) : (
        <Text size="sm">
          Chưa có tin, bài, đồ họa, sự kiện, trường hợp trước và sau hay tin gửi về nào dùng {noun} này.
        </Text>
      )}
      {!bin && sort === "picture" && <SimilarMedia media={media} isNew={false} />}
      {!bin && why === null && (
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            loading={drop.isPending}
            disabled={!uses.data || isHeld}
            onClick={() => drop.mutate()}
          >
            Bỏ vào thùng rác
          </Button>
          <ErrorNotice error={drop.error} />
          {isHeld && (
            <Text size="sm" c="gray.7">
              Đang dùng nên chưa bỏ được; hãy thay ở những chỗ trên trước.
            </Text>
          )}
        </Group>
      )}
    </Stack>
  );
}
