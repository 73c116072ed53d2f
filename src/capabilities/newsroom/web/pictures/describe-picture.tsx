import { Alert, Image } from "@mantine/core";
import { useEffect } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type Picture } from "../api.ts";
import { goToPassage, type Passage } from "../language/go-to-passage.ts";
import { FactsFields } from "./facts-fields.tsx";
import { factsOf } from "./picture-facts.ts";

/** What the text says of the picture; the library keeps the rest. */
export interface WordsOfPicture {
  alt: string;
  caption: string | null;
}

/** States anew what a picture of the text shows, whose it is and whether the people in it agreed. */
export function DescribePicture({
  picture,
  caption,
  focus = "alt",
  passage,
  onClose,
  onDescribed,
}: {
  picture: Picture;
  /** As the text has it; undefined for a leading picture, which has none. */
  caption: string | null | undefined;
  focus?: "alt" | "caption";
  /** Words in the field with the focus that are to be selected. */
  passage?: Passage | undefined;
  onClose: () => void;
  onDescribed: (words: WordsOfPicture) => void;
}) {
  const { id, may } = picture;
  useEffect(() => {
    if (!passage) return;
    // The dialog sets the focus once it stands.
    const timer = setTimeout(() => goToPassage(null, { ...passage, field: `picture-words-${focus}` }), 100);
    return () => clearTimeout(timer);
  }, [passage, focus]);
  const mayDescribe = may.describe?.allowed ?? false;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Thông tin của ảnh"
      initial={factsOf(picture, caption ?? null)}
      verb="Ghi thông tin"
      submit={async ({ caption: words, ...facts }) => {
        const alt = facts.decorative ? "" : facts.alt;
        if (mayDescribe) await api.newsroom.describeMedia.call({ id, ...facts });
        return { alt: alt.trim(), caption: words.trim() || null };
      }}
      onDone={onDescribed}
    >
      {(form) => (
        <>
          <Image src={`/media/${id}/640`} alt="" mah={150} w="auto" fit="contain" radius="sm" />
          {!mayDescribe && (
            <Alert color="blue">
              {may.describe?.why} Mô tả và chú thích bạn sửa ở đây chỉ dùng cho bài này.
            </Alert>
          )}
          <FactsFields
            form={form}
            withCaption={caption !== undefined}
            focus={focus}
            readOnly={!mayDescribe}
          />
        </>
      )}
    </FormDialog>
  );
}
