import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { momentOf } from "#ui/moment-text.ts";
import { sayDone } from "#ui/undo.tsx";
import { api, type Item } from "../api.ts";

/** Before which moment the item must not be published; shown to all, set by who writes, lifted by who publishes. */
export function Embargo({ item }: { item: Item }) {
  const queries = useQueryClient();
  const [setting, set] = useDisclosure(false);
  const { id, embargoUntil } = item;
  const may = item.may.embargo?.allowed ?? false;
  const refresh = () => queries.invalidateQueries({ queryKey: api.newsroom.get.queryKey({ input: { id } }) });
  const lift = useMutation(
    api.newsroom.setEmbargo.mutationOptions({
      onSuccess: async () => {
        await refresh();
        sayDone("Đã bỏ giờ cấm đăng.");
      },
    }),
  );
  if (item.publishedAt !== null || (embargoUntil === null && !may)) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="cam-dang">
      <Stack gap="sm">
        <Title order={2} size="h4" id="cam-dang">
          Không đăng trước giờ
        </Title>
        <Text size="sm">
          {embargoUntil
            ? `Không đăng, không hẹn giờ trước ${formatDateTime(embargoUntil)}.`
            : "Bài đăng được bất cứ lúc nào sau khi duyệt."}
        </Text>
        {may && (
          <Group>
            <Button size="xs" variant="default" onClick={set.open}>
              {embargoUntil ? "Đổi giờ cấm đăng" : "Đặt giờ cấm đăng"}
            </Button>
            {embargoUntil && (
              <Button
                size="xs"
                variant="subtle"
                color="red"
                loading={lift.isPending}
                onClick={() => lift.mutate({ id, until: null })}
              >
                Bỏ giờ cấm đăng
              </Button>
            )}
          </Group>
        )}
        <ErrorNotice error={lift.error} />
      </Stack>
      <FormDialog
        opened={setting}
        onClose={set.close}
        title="Không đăng trước giờ"
        lead="Trước giờ này không ai đăng hay hẹn đăng bài được, kể cả đăng khẩn; cơ quan khác không thấy bài. Bỏ hoặc rút ngắn thì cần biên tập, Văn phòng hoặc lãnh đạo."
        initial={{ until: "" }}
        verb="Đặt giờ cấm đăng"
        submit={({ until }) =>
          api.newsroom.setEmbargo.call({ id, until: isWholeMoment(until) ? momentOf(until) : "" })
        }
        onDone={() => {
          void refresh();
          sayDone("Đã đặt giờ cấm đăng.");
        }}
      >
        {(form) => (
          <MomentField
            dayLabel="Ngày"
            timeLabel="Giờ"
            required
            value={form.values.until}
            onChange={(until) => form.setFieldValue("until", until)}
          />
        )}
      </FormDialog>
    </Paper>
  );
}
