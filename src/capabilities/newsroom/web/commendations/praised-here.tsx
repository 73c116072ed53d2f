import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAward } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LinkText } from "#ui/navigation.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { consentStateLabels } from "../../contract.ts";
import { api, type Item } from "../api.ts";

/** Whom a text praises, and whether they agreed; nothing where it praises nobody. */
export function PraisedHere({ item: { id: itemId, current } }: { item: Item }) {
  const queries = useQueryClient();
  const praised = useQuery(api.newsroom.commendedIn.queryOptions({ input: { itemId } }));
  const say = useMutation(
    api.newsroom.sayUnnamed.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.newsroom.commendedIn.key() });
        void queries.invalidateQueries({ queryKey: api.newsroom.get.queryKey({ input: { id: itemId } }) });
        sayDone("Đã ghi.");
      },
      onError: sayFailed,
    }),
  );
  const found = praised.data?.commendations ?? [];
  if (found.length === 0) return null;
  const isWrong = found.some(({ isOutstanding, isBlocked }) => isOutstanding || isBlocked);
  return (
    <Alert color={isWrong ? "orange" : "gray"} icon={<IconAward />} p="sm" id="bieu-duong">
      <Stack gap="xs">
        {found.map((one) => (
          <Stack key={one.id} gap={4}>
            <Text size="sm">
              Bài biểu dương{" "}
              <LinkText to="/bieu-duong/$id" params={{ id: one.id }} underline="always">
                {one.name}
              </LinkText>
              {one.subject === "person" && `: ${consentStateLabels[one.consent].toLowerCase()}`}
              {one.isUnnamed && "; bản mới nhất không nêu tên, không có ảnh"}.
            </Text>
            {one.isOutstanding && (
              <Text size="sm" fw={600}>
                Bài trên cổng đang nêu tên hoặc ảnh mà không có sự đồng ý: hãy bỏ tên, ảnh rồi đính chính,
                hoặc gỡ bỏ bài.
              </Text>
            )}
            {one.isBlocked && (
              <Group gap="xs">
                <Text size="sm">Bản mới nhất chưa đăng được: thiếu sự đồng ý.</Text>
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={say.isPending}
                  onClick={() => say.mutate({ id: one.id, itemId, revisionId: current.id })}
                >
                  Bản này không nêu tên, không có ảnh
                </Button>
              </Group>
            )}
          </Stack>
        ))}
      </Stack>
    </Alert>
  );
}
