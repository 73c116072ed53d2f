import { Alert, Image, Modal, SimpleGrid, Stack, Text, UnstyledButton } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { api, type Picture } from "../api.ts";
import { DescribePicture } from "./describe-picture.tsx";
import { type Drawn, DrawnPicture } from "./drawn-picture.tsx";
import type { ChosenPicture } from "./picture-facts.ts";
import { LARGEST_PICTURE } from "./taken-files.ts";
import { UploadPicture } from "./upload-picture.tsx";

/** Takes a picture that is there, or a new file about which is then asked. `files` go straight to the questions. */
export function ChoosePicture({
  opened,
  files,
  title,
  verb,
  withCaption = false,
  withTable = false,
  first = [],
  onClose,
  onChosen,
}: {
  opened: boolean;
  /** Dropped or pasted into the text: asked about one after another. */
  files: File[];
  title: string;
  /** "Chèn ảnh", "Đặt làm ảnh đại diện". */
  verb: string;
  withCaption?: boolean;
  /** The table of a drawn picture may come along. */
  withTable?: boolean;
  /** Shown before the library: the pictures of the text. */
  first?: Picture[];
  onClose: () => void;
  onChosen: (picture: ChosenPicture) => void;
}) {
  const [picked, setPicked] = useState<File | null>(null);
  const [bare, setBare] = useState<Picture | null>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [refused, setRefused] = useState(false);
  const queries = useQueryClient();
  const file = picked ?? files[0] ?? null;
  const close = () => {
    setPicked(null);
    setBare(null);
    setDrawn(null);
    setRefused(false);
    onClose();
  };
  const choose = (picture: ChosenPicture) => {
    setPicked(null);
    setDrawn(null);
    onChosen(picture);
  };
  const take = async (picture: Picture) => {
    // Nobody has said yet what it shows: asked now, or it would pass for a decoration.
    if (!picture.described) return setBare(picture);
    if (withTable) {
      // That it cannot be told whether it was drawn keeps no picture out.
      const { pictures } = await queries
        .fetchQuery(api.newsroom.drawnPictures.queryOptions({ input: { mediaIds: [picture.id] } }))
        .catch(() => ({ pictures: [] }));
      if (pictures[0]) return setDrawn(pictures[0]);
    }
    choose({ ...picture, caption: null });
  };
  if (opened && drawn) {
    return <DrawnPicture drawn={drawn} verb={verb} onClose={() => setDrawn(null)} onChosen={choose} />;
  }
  if (opened && bare) {
    return (
      <DescribePicture
        picture={bare}
        caption={withCaption ? null : undefined}
        onClose={() => setBare(null)}
        onDescribed={(words) => {
          setBare(null);
          choose({ ...bare, ...words });
        }}
      />
    );
  }
  if (opened && file) {
    return (
      <UploadPicture
        key={`${file.name} ${file.size} ${file.lastModified}`}
        file={file}
        verb={verb}
        withCaption={withCaption}
        onClose={close}
        onChosen={choose}
      />
    );
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size="xl"
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <Stack>
        <Dropzone
          onDrop={([dropped]) => setPicked(dropped ?? null)}
          onReject={() => setRefused(true)}
          accept={["image/*"]}
          multiple={false}
          maxSize={LARGEST_PICTURE}
          inputProps={{ "aria-label": "Tải ảnh mới lên" }}
          py="xs"
        >
          <Text ta="center">Tải ảnh mới: kéo ảnh vào đây, hoặc bấm để chọn</Text>
        </Dropzone>
        {refused && (
          <Alert color="red" role="alert">
            Tệp này không phải ảnh, hoặc lớn hơn 25 MB. Hãy chọn ảnh JPEG, PNG, WebP hoặc GIF nhỏ hơn.
          </Alert>
        )}
        {first.length > 0 && (
          <section aria-label="Ảnh trong bài">
            <Text fw={600} mb="xs">
              Ảnh trong bài
            </Text>
            <PictureGrid pictures={first} verb={verb} onChosen={(picture) => void take(picture)} />
          </section>
        )}
        <Library verb={verb} onChosen={(picture) => void take(picture)} />
      </Stack>
    </Modal>
  );
}

function Library({ verb, onChosen }: { verb: string; onChosen: (picture: Picture) => void }) {
  const [words, setWords] = useState("");
  const media = useInfiniteQuery(
    api.newsroom.listMedia.infiniteOptions({
      input: (before: string | undefined) => ({ q: words, sort: "picture" as const, before }),
      initialPageParam: undefined,
      getNextPageParam: ({ media: page, hasMore }) => (hasMore ? page.at(-1)?.id : undefined),
      placeholderData: (shown) => shown,
    }),
  );
  return (
    <Stack component="section" aria-label="Kho ảnh" gap="sm">
      <SearchField
        label="Tìm trong kho ảnh"
        description="Theo mô tả, tác giả, nguồn, tên tệp; gõ có dấu hoặc không dấu."
        value={words}
        onSearch={setWords}
        data-autofocus
        flex="none"
      />
      <Asked query={media}>
        {({ pages }) => {
          const pictures = pages.flatMap(({ media: page }) => page);
          if (pictures.length === 0) {
            return (
              <Text role="status">
                {words
                  ? "Không có ảnh nào khớp; hãy thử từ khác."
                  : "Kho chưa có ảnh nào. Hãy tải ảnh đầu tiên lên."}
              </Text>
            );
          }
          return <PictureGrid pictures={pictures} verb={verb} onChosen={onChosen} />;
        }}
      </Asked>
      <MoreButton list={media}>Xem thêm ảnh cũ hơn</MoreButton>
    </Stack>
  );
}

function PictureGrid({
  pictures,
  verb,
  onChosen,
}: {
  pictures: Picture[];
  verb: string;
  onChosen: (picture: Picture) => void;
}) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }}>
      {pictures.map((picture) => {
        const { id, alt, fileName, credit, issues, described } = picture;
        return (
          <UnstyledButton
            key={id}
            onClick={() => onChosen(picture)}
            aria-label={[`${verb}: ${alt || fileName}`, ...issues.map(({ message }) => message)].join("; ")}
          >
            <Image src={`/media/${id}/640`} alt="" h={110} fit="cover" radius="sm" loading="lazy" />
            <Text size="xs" lineClamp={2} mt={4}>
              {alt || (described ? `${fileName} (trang trí)` : fileName)}
            </Text>
            {credit && (
              <Text size="xs" c="gray.7" lineClamp={1}>
                {credit}
              </Text>
            )}
            {issues.length > 0 && (
              <Text size="xs" c="red.9" lineClamp={2}>
                Chưa đăng được: {issues.map(({ message }) => message).join(", ")}
              </Text>
            )}
          </UnstyledButton>
        );
      })}
    </SimpleGrid>
  );
}
