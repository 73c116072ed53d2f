import { Alert, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type DeliveryView } from "../api.ts";
import { useKeepDelivery } from "./use-keep-delivery.ts";

const LARGEST = 20_000_000;

/** Why these files are not taken, and what to do; null where they are. */
const whyRefused = (files: File[]): string | null => {
  const [file] = files;
  if (!file) return null;
  if (files.length > 1) return "Mỗi lần thêm một ảnh; hãy chọn lại từng ảnh.";
  if (!file.type.startsWith("image/"))
    return `“${file.name}” không phải ảnh; hãy chọn ảnh chụp màn hình (JPEG, PNG, WebP).`;
  return file.size > LARGEST
    ? `“${file.name}” lớn hơn 20 MB nên không được nhận; hãy thu nhỏ ảnh rồi thử lại.`
    : null;
};

/** Where a picture of the post is dropped, chosen or pasted; it goes at once. */
export function ProofDrop({ delivery: { id } }: { delivery: DeliveryView }) {
  const keep = useKeepDelivery();
  const [refused, setRefused] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => api.channels.addDeliveryProof.call({ id, file }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone("Đã thêm ảnh chụp.");
    },
  });
  const take = (files: File[]) => {
    const why = whyRefused(files);
    setRefused(why);
    const [file] = files;
    if (why === null && file && !send.isPending) send.mutate(file);
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, []);
  return (
    <Stack gap="xs">
      <Dropzone
        onDrop={take}
        onReject={(files) => take(files.map(({ file }) => file))}
        accept={["image/jpeg", "image/png", "image/webp"]}
        multiple={false}
        loading={send.isPending}
        inputProps={{ "aria-label": "Chọn ảnh chụp" }}
      >
        <Stack align="center" py="sm" gap={4}>
          <Text fw={600} ta="center">
            Kéo ảnh chụp vào đây, bấm để chọn, hoặc dán (Ctrl V)
          </Text>
          <Text size="sm" c="gray.7" ta="center">
            JPEG, PNG hoặc WebP, nhiều nhất 20 MB.
          </Text>
        </Stack>
      </Dropzone>
      {refused && (
        <Alert color="red" variant="light" role="alert">
          {refused}
        </Alert>
      )}
      <ErrorNotice error={send.error} />
    </Stack>
  );
}
