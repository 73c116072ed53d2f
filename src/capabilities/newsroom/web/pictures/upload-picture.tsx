import { Image, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api } from "../api.ts";
import { FactsFields } from "./facts-fields.tsx";
import { type ChosenPicture, noFacts } from "./picture-facts.ts";

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
      submit={async ({ caption, ...facts }) => ({
        made: await api.newsroom.uploadMedia.call({ file, ...facts }),
        caption,
      })}
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
        </>
      )}
    </FormDialog>
  );
}
