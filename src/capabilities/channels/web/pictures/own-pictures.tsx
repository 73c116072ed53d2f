import { Button, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton, whyNot } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type ChosenPicture, shapeOf } from "../../contract.ts";
import { api, type DeliveryView } from "../api.ts";
import { useKeepDelivery } from "../delivery/use-keep-delivery.ts";
import { ChoosePictures } from "./choose-pictures.tsx";
import { CutView } from "./cut-view.tsx";

/** The pictures of this channel: all of the text's, or its own choice, which a second person agrees to. */
export function OwnPictures({ delivery, mayChoose }: { delivery: DeliveryView; mayChoose: boolean }) {
  const { id, account, pictures, may } = delivery;
  const { shared, own, most, chosenByName, approvedByName } = pictures;
  const keep = useKeepDelivery();
  const [choosing, setChoosing] = useState(false);
  const choose = useMutation({
    mutationFn: (chosen: ChosenPicture[] | null) =>
      api.channels.choosePictures.call({ id, pictures: chosen }),
    onSuccess: (answer, chosen) => {
      keep(answer);
      setChoosing(false);
      sayDone(chosen === null ? "Dùng lại mọi ảnh của bài." : "Đã ghi ảnh riêng; chờ người thứ hai duyệt.");
    },
  });
  const approve = useMutation({
    mutationFn: (chosen: ChosenPicture[]) => api.channels.approvePictures.call({ id, pictures: chosen }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone("Đã duyệt ảnh riêng.");
    },
  });
  const shown = own ?? shared.slice(0, most).map(({ id: its, alt }) => ({ id: its, alt, cut: null }));
  const mayWrite = mayChoose && whyNot(may, "write") === null;
  return (
    <Section id="anh-kenh" title={own === null ? "Ảnh: mọi ảnh của bài" : "Ảnh: riêng cho kênh này"}>
      {!choosing && (
        <>
          {own !== null && (
            <Text size="sm" c="gray.7">
              {chosenByName} chọn
              {approvedByName === null ? "; chưa ai duyệt." : `; ${approvedByName} đã duyệt.`}
            </Text>
          )}
          {own === null && shared.length > most && (
            <Text size="sm">
              {account.networkLabel} nhận nhiều nhất {most} ảnh; {shared.length - most} ảnh sau không đi.
            </Text>
          )}
          {shown.length === 0 && <Text size="sm">Không ảnh nào đi cùng bài.</Text>}
          <SimpleGrid component="ul" cols={{ base: 2, sm: 3 }} m={0} p={0} style={{ listStyle: "none" }}>
            {shown.map(({ id: its, alt, cut }, index) => {
              const picture = shared.find((one) => one.id === its);
              return (
                <Stack key={its} component="li" gap={4}>
                  {picture ? (
                    <CutView picture={picture} cut={cut} alt={alt} />
                  ) : (
                    <Text size="sm" c="red.8">
                      Ảnh không còn trong bài, sẽ không đi.
                    </Text>
                  )}
                  <Text size="xs" c="gray.7" style={{ overflowWrap: "anywhere" }}>
                    {index + 1}. {cut ? shapeOf(cut.shape).label : "Cả ảnh"}
                    {alt === "" ? " · chưa có mô tả" : ` · ${alt}`}
                  </Text>
                </Stack>
              );
            })}
          </SimpleGrid>
        </>
      )}
      {own !== null && !choosing && delivery.waitsForPictures && (
        <Stack gap="xs" align="flex-start">
          <MayButton
            may={may}
            verb="approvePictures"
            loading={approve.isPending}
            onClick={() => approve.mutate(own)}
          >
            Duyệt ảnh riêng
          </MayButton>
          <ErrorNotice error={approve.error} />
        </Stack>
      )}
      {choosing ? (
        <ChoosePictures
          pictures={pictures}
          networkLabel={account.networkLabel}
          pending={choose.isPending}
          error={choose.error}
          onSave={(chosen) => choose.mutate(chosen)}
          onClose={() => setChoosing(false)}
        />
      ) : (
        mayWrite && (
          <Group>
            <Button variant="default" onClick={() => setChoosing(true)}>
              {own === null ? "Chọn, cắt ảnh riêng" : "Sửa ảnh riêng"}
            </Button>
            {own !== null && (
              <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate(null)}>
                Dùng lại mọi ảnh
              </Button>
            )}
          </Group>
        )
      )}
      {!choosing && <ErrorNotice error={choose.error} />}
    </Section>
  );
}
