import { Button, Paper, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconExternalLink } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DeliveryView } from "../api.ts";
import { useKeepDelivery } from "./use-keep-delivery.ts";

/** Nobody but a person can tell: both answers, with what each of them brings about. */
export function DecideUnknown({ delivery }: { delivery: DeliveryView }) {
  const { id, account, openAt, hasAddress, may } = delivery;
  const keep = useKeepDelivery();
  const [url, setUrl] = useState("");
  const [asking, ask] = useDisclosure(false);
  const stands = useMutation({
    mutationFn: () => api.channels.decideDelivery.call({ id, stands: true, url: url.trim() || null }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone("Đã ghi: bài đã lên kênh.");
    },
  });
  const again = useMutation({
    mutationFn: () => api.channels.decideDelivery.call({ id, stands: false }),
    onSuccess: (answer) => {
      ask.close();
      keep(answer);
      sayDone("Bài được gửi lại.");
    },
  });
  return (
    <section aria-labelledby="da-len-chua">
      <Title order={2} size="h3" id="da-len-chua" mb="xs">
        Bài đã lên {account.name} chưa?
      </Title>
      <Stack>
        {openAt !== null && (
          <Button
            component="a"
            href={openAt}
            target="_blank"
            rel="noopener noreferrer"
            variant="default"
            w="fit-content"
            leftSection={<IconExternalLink size={18} />}
          >
            Mở {account.networkLabel} để xem
            <span className="only-read-aloud"> (mở ở thẻ mới)</span>
          </Button>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Paper withBorder p="md">
            <form
              onSubmit={(event) => {
                event.preventDefault();
                stands.mutate();
              }}
            >
              <Stack gap="sm">
                <Title order={3} size="h4">
                  Đã lên
                </Title>
                <Text size="sm">
                  Thấy bài trên kênh. Lượt đăng được ghi là đã lên và tính là minh chứng; không gửi thêm gì.
                </Text>
                {hasAddress && (
                  <TextInput
                    label="Địa chỉ bài"
                    description="Mở riêng bài trên kênh rồi dán cả phần https://."
                    inputMode="url"
                    required
                    value={url}
                    onChange={(event) => setUrl(event.currentTarget.value)}
                    error={fieldErrors(stands.error).url}
                  />
                )}
                <MayButton may={may} verb="decide" type="submit" loading={stands.isPending}>
                  Đã lên, ghi lại
                </MayButton>
                <ErrorNotice error={stands.error} />
              </Stack>
            </form>
          </Paper>
          <Paper withBorder p="md">
            <Stack gap="sm">
              <Title order={3} size="h4">
                Chưa lên
              </Title>
              <Text size="sm">
                Đã tìm kỹ, kể cả mục bài chờ duyệt, bài ẩn, mà không có. Bài được gửi lại một lần nữa.
              </Text>
              <MayButton may={may} verb="decide" variant="default" hideReason onClick={ask.open}>
                Chưa lên, gửi lại…
              </MayButton>
            </Stack>
          </Paper>
        </SimpleGrid>
      </Stack>
      <Confirm
        opened={asking}
        onClose={ask.close}
        title="Gửi lại bài này?"
        verb="Chưa lên, gửi lại"
        pending={again.isPending}
        error={again.error}
        onConfirm={() => again.mutate()}
      >
        Nếu thật ra bài đã lên {account.name}, gửi lại sẽ thành hai bài. Chỉ gửi lại khi đã mở kênh xem và
        chắc là chưa có.
      </Confirm>
    </section>
  );
}
