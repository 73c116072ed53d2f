import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import type { DeliveryView } from "../api.ts";
import { CountedWords } from "./counted-words.tsx";

/** Words for this channel while they are written, counted and shown as the network would cut them. */
export function WriteWords({
  delivery,
  pending,
  error,
  onSave,
  onClose,
}: {
  delivery: DeliveryView;
  pending: boolean;
  error: unknown;
  onSave: (words: string) => void;
  onClose: () => void;
}) {
  const { id, account, sharedText } = delivery;
  const first = delivery.ownText ?? sharedText;
  const [words, setWords] = useState(first);
  const unsent = words !== first;
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsent]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onSave(words);
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={`Lời đăng trên ${account.name}`}
          description="Đường dẫn về bài và thẻ chủ đề được thêm tự động."
          autosize
          minRows={5}
          maxRows={16}
          required
          data-autofocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <CountedWords deliveryId={id} words={words} network={account.networkLabel} first={delivery.preview} />
        <ErrorNotice error={error} />
        <Group>
          <Button type="submit" loading={pending}>
            Ghi lời riêng
          </Button>
          <Button variant="default" onClick={() => setWords(sharedText)} disabled={words === sharedText}>
            Bắt đầu lại từ lời chung
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Thôi, không sửa
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
