import { Image, Progress, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { api } from "../api.ts";
import { FactsFields } from "./facts-fields.tsx";
import { type ChosenPicture, noFacts } from "./picture-facts.ts";

const formatSize = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} MB`;

/** Asks about a chosen file, then stores it. */
export function UploadPicture({
  file,
  verb,
  withCaption,
  onClose,
  onChosen,
}: {
  file: File;
  verb: string;
  withCaption: boolean;
  onClose: () => void;
  onChosen: (picture: ChosenPicture) => void;
}) {
  const [uploadId] = useState(newId);
  const [sending, setSending] = useState(false);
  const [preview, setPreview] = useState<string>();
  useEffect(() => {
    const address = URL.createObjectURL(file);
    setPreview(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Ảnh mới"
      initial={noFacts}
      verb={verb}
      submit={async ({ caption, ...facts }) => {
        setSending(true);
        try {
          return { made: await api.newsroom.uploadMedia.call({ file, uploadId, ...facts }), caption };
        } finally {
          setSending(false);
        }
      }}
      onDone={({ made, caption }) => {
        const { id, alt, width, height } = made;
        onChosen({ id, alt, width, height, caption: caption.trim() || null });
      }}
    >
      {(form) => (
        <>
          {preview && <Image src={preview} alt="" mah={150} w="auto" fit="contain" radius="sm" />}
          <Text size="sm" c="gray.7">
            {file.name}
          </Text>
          <FactsFields form={form} withCaption={withCaption} />
          {sending && (
            <Stack gap={4}>
              <Text size="sm" role="status">
                Đang tải ảnh lên ({formatSize(file.size)})…
              </Text>
              <Progress value={100} animated aria-hidden />
            </Stack>
          )}
        </>
      )}
    </FormDialog>
  );
}
