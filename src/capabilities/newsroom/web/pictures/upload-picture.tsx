import { Image, Modal, Progress, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { api, type Picture } from "../api.ts";
import { SimilarMedia } from "../media-library/similar-media.tsx";
import { FactsFields } from "./facts-fields.tsx";
import { type ChosenPicture, noFacts } from "./picture-facts.ts";

/** Asks about a chosen file, then stores it; where one nearly like it is there, asks which of them is meant. */
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
  const queries = useQueryClient();
  const [sending, setSending] = useState(false);
  const isAsking = useRef(false);
  const [asked, setAsked] = useState<{ made: Picture; caption: string | null } | null>(null);
  const [preview, setPreview] = useState<string>();
  useEffect(() => {
    const address = URL.createObjectURL(file);
    setPreview(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  const end = (picture: Picture, caption: string | null) => {
    onClose();
    onChosen({ id: picture.id, alt: picture.alt, width: picture.width, height: picture.height, caption });
  };
  if (asked) {
    const { made, caption } = asked;
    return (
      <Modal
        opened
        onClose={onClose}
        title="Chọn một ảnh, hoặc giữ cả hai"
        size="lg"
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        <SimilarMedia media={made} onUse={(there) => end(there, caption)} onKeep={() => end(made, caption)} />
      </Modal>
    );
  }
  return (
    <FormDialog
      opened
      onClose={() => {
        if (!isAsking.current) onClose();
      }}
      title="Ảnh mới"
      initial={noFacts}
      verb={verb}
      submit={async ({ caption, ...facts }) => {
        setSending(true);
        try {
          const made = await api.newsroom.uploadMedia.call({ file, uploadId, ...facts });
          // What is like it is only told; that it cannot be told keeps no picture out.
          const { similar } = await queries
            .fetchQuery(api.newsroom.similarMedia.queryOptions({ input: { id: made.id } }))
            .catch(() => ({ similar: [] }));
          isAsking.current = similar.length > 0;
          return { made, caption: caption.trim() || null };
        } finally {
          setSending(false);
        }
      }}
      onDone={({ made, caption }) => {
        if (isAsking.current) setAsked({ made, caption });
        else end(made, caption);
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
                Đang tải ảnh lên ({sizeInWords(file.size)})…
              </Text>
              <Progress value={100} animated aria-hidden />
            </Stack>
          )}
        </>
      )}
    </FormDialog>
  );
}
