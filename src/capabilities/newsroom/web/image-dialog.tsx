import {
  Button,
  Checkbox,
  Group,
  Image,
  Modal,
  SimpleGrid,
  Stack,
  Tabs,
  Text,
  TextInput,
  UnstyledButton,
} from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { api } from "./api.ts";

export interface ChosenPicture {
  id: string;
  alt: string;
  caption: string | null;
}

/** Uploads a picture (asking what it shows) or takes one that is there. */
export function ImageDialog({
  opened,
  onClose,
  onChosen,
}: {
  opened: boolean;
  onClose: () => void;
  onChosen: (picture: ChosenPicture) => void;
}) {
  const choose = (picture: ChosenPicture) => {
    onChosen(picture);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Chèn ảnh"
      size="lg"
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <Tabs defaultValue="moi">
        <Tabs.List>
          <Tabs.Tab value="moi">Tải ảnh lên</Tabs.Tab>
          <Tabs.Tab value="kho">Kho ảnh</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="moi" pt="md">
          <UploadForm onChosen={choose} />
        </Tabs.Panel>
        <Tabs.Panel value="kho" pt="md">
          <PictureStore onChosen={choose} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}

function UploadForm({ onChosen }: { onChosen: (picture: ChosenPicture) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [alt, setAlt] = useState("");
  const [caption, setCaption] = useState("");
  const [credit, setCredit] = useState("");
  const [decorative, setDecorative] = useState(false);
  const upload = useMutation(
    api.newsroom.uploadMedia.mutationOptions({
      onSuccess: (made) => onChosen({ id: made.id, alt: made.alt, caption: caption.trim() || null }),
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file) upload.mutate({ file, alt, decorative, credit: credit.trim() || null });
      }}
    >
      <Stack>
        <Dropzone
          onDrop={([first]) => setFile(first ?? null)}
          accept={["image/*"]}
          multiple={false}
          maxSize={25 * 1024 * 1024}
          inputProps={{ "aria-label": "Chọn ảnh" }}
        >
          <Text ta="center" py="md">
            {file ? file.name : "Kéo ảnh vào đây, hoặc bấm để chọn"}
          </Text>
        </Dropzone>
        <TextInput
          label="Ảnh cho thấy gì"
          description="Người không nhìn thấy ảnh sẽ được đọc câu này."
          value={alt}
          onChange={(event) => setAlt(event.currentTarget.value)}
          disabled={decorative}
          required={!decorative}
        />
        <Checkbox
          label="Ảnh trang trí, không mang thông tin"
          checked={decorative}
          onChange={(event) => setDecorative(event.currentTarget.checked)}
        />
        <TextInput
          label="Chú thích dưới ảnh"
          value={caption}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
        <TextInput
          label="Tác giả, nguồn ảnh"
          value={credit}
          onChange={(event) => setCredit(event.currentTarget.value)}
        />
        <ErrorNotice error={upload.error} />
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={upload.isPending}
            disabled={!file || (alt.trim() === "" && !decorative)}
          >
            Chèn ảnh
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function PictureStore({ onChosen }: { onChosen: (picture: ChosenPicture) => void }) {
  const media = useQuery(api.newsroom.listMedia.queryOptions({ input: { q: "" } }));
  return (
    <Asked query={media}>
      {({ media: pictures }) =>
        pictures.length === 0 ? (
          <Text>Kho chưa có ảnh nào. Hãy tải ảnh lên ở thẻ bên cạnh.</Text>
        ) : (
          <SimpleGrid cols={{ base: 2, sm: 3 }}>
            {pictures.map(({ id, alt, fileName }) => (
              <UnstyledButton
                key={id}
                onClick={() => onChosen({ id, alt, caption: null })}
                aria-label={`Chèn ảnh: ${alt || fileName}`}
              >
                <Image src={`/media/${id}`} alt="" h={110} fit="cover" radius="sm" />
                <Text size="xs" lineClamp={2}>
                  {alt || `${fileName} (trang trí)`}
                </Text>
              </UnstyledButton>
            ))}
          </SimpleGrid>
        )
      }
    </Asked>
  );
}
