import { Anchor, Button, FileButton, Group, Image, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type PickupKind, pickupKindLabels } from "../../contract.ts";
import { api, type PressPickup } from "../api.ts";
import { PickupDialog } from "./pickup-dialog.tsx";
import { usePickupsChanged } from "./use-pickups-changed.ts";

const tones: Record<PickupKind, StateTone> = { whole: "done", part: "note", mention: "none" };

/** One place where the press took up a text, with the pictures that show it. */
export function PickupCard({ pickup, showsItem }: { pickup: PressPickup; showsItem: boolean }) {
  const { id, title, url, kind, outletName, publishedOn, note, proofs, may } = pickup;
  const [dropping, drop] = useDisclosure(false);
  const [changing, change] = useDisclosure(false);
  const changed = usePickupsChanged();
  const prove = useMutation({
    mutationFn: (file: File) => api.channels.addPressPickupProof.call({ id, file }),
    onSuccess: () => changed("Đã thêm ảnh chụp."),
  });
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h5" flex="1 1 14rem" miw={0} style={{ overflowWrap: "anywhere" }}>
            {url ? (
              <Anchor href={url} target="_blank" rel="noopener noreferrer" underline="always" inherit>
                {title}
              </Anchor>
            ) : (
              title
            )}
          </Title>
          <StateBadge tone={tones[kind]} word={pickupKindLabels[kind]} />
        </Group>
        <Text size="sm" c="gray.7" style={{ overflowWrap: "anywhere" }}>
          {outletName} · đăng {formatDate(publishedOn)}
          {url === null && " · báo in, phát thanh, truyền hình"} · {pickup.notedByName} ghi
        </Text>
        {showsItem && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            Bài của cơ quan:{" "}
            <LinkText to="/noi-dung/$id" params={{ id: pickup.itemId }} underline="always" inherit>
              {pickup.itemTitle || "(chưa có tiêu đề)"}
            </LinkText>
          </Text>
        )}
        {note && (
          <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            {note}
          </Text>
        )}
        {proofs.length > 0 && (
          <Group gap="xs">
            {proofs.map((proof, index) => (
              <Anchor
                key={proof.id}
                href={`/press-pickup-proofs/${proof.id}`}
                target="_blank"
                aria-label={`Mở ảnh chụp ${index + 1}: ${title}`}
              >
                <Image
                  src={`/press-pickup-proofs/${proof.id}`}
                  alt=""
                  h={72}
                  w={110}
                  fit="cover"
                  radius="sm"
                  bd="1px solid gray.4"
                  loading="lazy"
                />
              </Anchor>
            ))}
          </Group>
        )}
        <ErrorNotice error={prove.error} />
        {may.prove?.allowed && (
          <Group gap="xs">
            <FileButton
              onChange={(file) => file && prove.mutate(file)}
              accept="image/jpeg,image/png,image/webp"
            >
              {(props) => (
                <Button
                  {...props}
                  size="xs"
                  variant="default"
                  loading={prove.isPending}
                  aria-label={`Thêm ảnh chụp: ${title}`}
                >
                  Thêm ảnh chụp
                </Button>
              )}
            </FileButton>
            {may.change?.allowed && (
              <Button size="xs" variant="default" aria-label={`Sửa: ${title}`} onClick={change.open}>
                Sửa
              </Button>
            )}
            {may.drop?.allowed && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Bỏ mục ghi nhầm: ${title}`}
                onClick={drop.open}
              >
                Bỏ mục ghi nhầm
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {changing && <PickupDialog pickup={pickup} opened onClose={change.close} />}
      <FormDialog
        opened={dropping}
        onClose={drop.close}
        title={`Bỏ mục ghi nhầm: ${title}`}
        lead="Tin không còn trong sổ, không còn được đếm và làm minh chứng; nhật ký vẫn giữ. Chỉ ghi sai một chỗ thì bấm Sửa."
        initial={{ reason: "" }}
        verb="Bỏ mục này"
        submit={({ reason }) => api.channels.dropPressPickup.call({ id, reason })}
        onDone={() => changed("Đã bỏ mục ghi nhầm.")}
      >
        {(form) => (
          <Textarea label="Lý do" required autosize data-autofocus {...form.getInputProps("reason")} />
        )}
      </FormDialog>
    </Paper>
  );
}
