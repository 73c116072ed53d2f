import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { api } from "../api.ts";
import { PickupCard } from "../press-room/pickup-card.tsx";
import { PickupDialog } from "../press-room/pickup-dialog.tsx";
import { pickupsInWords } from "../press-room/pickup-words.ts";

/** Where the press took up one text, counted beside its figures and never added to them; nothing for who may not see it. */
export function ContentPickups({ itemId, title = "" }: { itemId: string; title?: string }) {
  const [writing, write] = useDisclosure(false);
  const { data } = useQuery(
    api.channels.pressPickups.queryOptions({ input: { itemId, page: 1 }, retry: false }),
  );
  if (!data) return null;
  const { pickups, counts, may } = data;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="bao-chi-dung-lai">
      <Stack gap="sm">
        <Title order={2} size="h4" id="bao-chi-dung-lai">
          Báo chí dùng lại
        </Title>
        <Text size="sm" c="gray.7">
          {counts.total === 0
            ? "Chưa ghi tin nào của báo chí dùng lại bài này."
            : `${pickupsInWords(counts, { ofOne: true })}. Đếm riêng, không cộng vào lượt xem.`}
        </Text>
        {pickups.map((pickup) => (
          <PickupCard key={pickup.id} pickup={pickup} showsItem={false} />
        ))}
        <Group>
          {may.note?.allowed && (
            <MayButton may={may} verb="note" variant="default" onClick={write.open}>
              Ghi tin dùng lại
            </MayButton>
          )}
          {counts.total > pickups.length && (
            <LinkText to={`/bao-chi?the=dung-lai&bai=${itemId}`} size="sm" underline="always">
              Xem cả {counts.total} tin
            </LinkText>
          )}
        </Group>
      </Stack>
      <PickupDialog item={{ id: itemId, title }} opened={writing} onClose={write.close} />
    </Paper>
  );
}
