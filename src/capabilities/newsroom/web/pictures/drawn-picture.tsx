import { Alert, Button, Checkbox, Group, Image, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { drawingCaption, tableHeading, tableOf } from "../../contract.ts";
import type { api } from "../api.ts";
import type { ChosenPicture } from "./picture-facts.ts";

export type Drawn = Awaited<ReturnType<typeof api.newsroom.drawnPictures.call>>["pictures"][number];

/** Asks whether the table of a drawn picture comes along, and offers the newer one where there is one. */
export function DrawnPicture({
  drawn: { mediaId, graphic, newest },
  verb,
  onClose,
  onChosen,
}: {
  drawn: Drawn;
  verb: string;
  onClose: () => void;
  onChosen: (picture: ChosenPicture) => void;
}) {
  const [withTable, setWithTable] = useState(true);
  const [takesNewer, setTakesNewer] = useState(newest !== null);
  const taken = takesNewer && newest ? newest : graphic;
  const shape = graphic.pictures.find((one) => one.mediaId === mediaId)?.shape;
  const picture = taken.pictures.find((one) => one.shape === shape) ?? taken.pictures[0]!;
  return (
    <Modal
      opened
      onClose={onClose}
      title="Đồ họa vẽ từ số liệu"
      size="lg"
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <Stack>
        <Image src={`/media/${picture.mediaId}/640`} alt={picture.alt} mah={220} w="auto" fit="contain" />
        <Text fw={600}>{taken.title}</Text>
        {newest && (
          <Alert color="blue" title="Đã có số liệu mới hơn">
            <Checkbox
              label="Dùng hình với số liệu mới"
              checked={takesNewer}
              onChange={(event) => setTakesNewer(event.currentTarget.checked)}
            />
          </Alert>
        )}
        <Checkbox
          label="Kèm bảng số liệu dưới hình"
          description="Người dùng trình đọc màn hình và máy tìm kiếm đọc được từng con số."
          checked={withTable}
          onChange={(event) => setWithTable(event.currentTarget.checked)}
        />
        <Group>
          <Button
            data-autofocus
            onClick={() =>
              onChosen({
                id: picture.mediaId,
                alt: picture.alt,
                width: picture.width,
                height: picture.height,
                caption: drawingCaption(taken),
                ...(withTable && { below: [tableHeading, tableOf(taken)] }),
              })
            }
          >
            {verb}
          </Button>
          <Button variant="default" onClick={onClose}>
            Chọn ảnh khác
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
