import { Image, List, MultiSelect, NumberInput, Select, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { optionsOf } from "#ui/options.ts";
import { Section } from "#ui/section.tsx";
import { type CountWay, countWays } from "../contract.ts";
import { api, type EventView } from "./api.ts";

const said = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

/** That it took place: how many came, and pictures of it. */
export function HeldSection({ view, onDone }: { view: EventView; onDone: (words: string) => void }) {
  const [open, setOpen] = useState<"hold" | "photos" | null>(null);
  const close = () => setOpen(null);
  if (view.state !== "announced" && view.state !== "held") return null;
  return (
    <Section id="da-dien-ra" title="Đã diễn ra">
      {view.state === "announced" ? (
        <>
          <Text size="sm">
            Sau khi sự kiện bắt đầu, ghi số người dự; sự kiện thành minh chứng của các nghĩa vụ đã chọn.
          </Text>
          <MayButton may={view.may} verb="hold" hideReason maw="max-content" onClick={() => setOpen("hold")}>
            Ghi nhận đã diễn ra
          </MayButton>
        </>
      ) : (
        <>
          <Text>
            <strong>{view.attended!.toLocaleString("vi-VN")} người dự</strong>, {countWays[view.countedHow!]}
            {view.expected !== null && ` (dự kiến ${view.expected.toLocaleString("vi-VN")})`}
          </Text>
          {view.heldNote && <Text style={said}>{view.heldNote}</Text>}
          <Photos view={view} />
          <MayButton
            may={view.may}
            verb="hold"
            hideReason
            variant="default"
            maw="max-content"
            onClick={() => setOpen("photos")}
          >
            Chọn ảnh từ kho tư liệu
          </MayButton>
        </>
      )}
      <FormDialog<{ attended: number | ""; countedHow: CountWay; heldNote: string }, unknown>
        opened={open === "hold"}
        onClose={close}
        title="Ghi nhận đã diễn ra"
        lead="Ghi đúng số đã đếm; trang công khai nêu cả cách đếm."
        initial={{ attended: "", countedHow: "list", heldNote: "" }}
        check={({ attended }) => (attended === "" ? { attended: "Hãy ghi số người dự." } : {})}
        verb="Ghi nhận"
        submit={({ attended, ...values }) =>
          api.events.hold.call({ id: view.id, attended: attended === "" ? 0 : attended, ...values })
        }
        onDone={() => onDone("Đã ghi nhận; sự kiện là minh chứng của kế hoạch.")}
      >
        {(form) => (
          <>
            <NumberInput
              label="Số người dự"
              required
              min={0}
              hideControls
              thousandSeparator="."
              decimalSeparator=","
              {...form.getInputProps("attended")}
            />
            <Select
              label="Cách đếm"
              allowDeselect={false}
              data={optionsOf(countWays)}
              {...form.getInputProps("countedHow")}
            />
            <Textarea
              label="Diễn biến, kết quả"
              description="Người dân đọc được. Không ghi dữ liệu cá nhân."
              autosize
              minRows={3}
              {...form.getInputProps("heldNote")}
            />
          </>
        )}
      </FormDialog>
      {view.state === "held" && (
        <PhotoDialog
          key={view.photos.map(({ id }) => id).join()}
          view={view}
          opened={open === "photos"}
          onClose={close}
          onDone={onDone}
        />
      )}
    </Section>
  );
}

function Photos({ view }: { view: EventView }) {
  if (view.photos.length === 0) return <Text size="sm">Chưa chọn ảnh nào.</Text>;
  return (
    <List listStyleType="none" spacing="sm">
      {view.photos.map(({ id, alt, fileName, issues }) => (
        <List.Item key={id}>
          <Stack gap={4}>
            <Image src={`/media/${id}/640`} alt={alt || fileName} h={140} w="auto" maw="100%" fit="contain" />
            {issues.length > 0 && (
              <Text size="sm" c="red.9">
                Không còn công khai: {issues.join(", ")}.
              </Text>
            )}
          </Stack>
        </List.Item>
      ))}
    </List>
  );
}

function PhotoDialog({
  view,
  opened,
  onClose,
  onDone,
}: {
  view: EventView;
  opened: boolean;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const [words, setWords] = useState("");
  const found = useQuery({
    ...api.newsroom.listMedia.queryOptions({ input: { q: words, sort: "picture" } }),
    enabled: opened,
    placeholderData: (before) => before,
  });
  const [known, setKnown] = useState(
    new Map(view.photos.map(({ id, alt, fileName }) => [id, alt || fileName])),
  );
  const offered = new Map(known);
  for (const { id, alt, fileName } of found.data?.media ?? []) offered.set(id, alt || fileName);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Chọn ảnh của sự kiện"
      lead="Ảnh phải có mô tả, quyền sử dụng và sự đồng ý của người trong ảnh ghi ở kho tư liệu; mất một điều, ảnh rời trang công khai ngay."
      initial={{ mediaIds: view.photos.map(({ id }) => id) }}
      verb="Công khai ảnh"
      submit={({ mediaIds }) => api.events.photos.call({ id: view.id, mediaIds })}
      onDone={() => onDone("Đã chọn ảnh.")}
    >
      {(form) => (
        <MultiSelect
          label="Ảnh"
          description="Tìm theo mô tả, tác giả, tên tệp."
          searchable
          nothingFoundMessage="Không có ảnh này trong kho tư liệu"
          searchValue={words}
          onSearchChange={setWords}
          filter={({ options }) => options}
          data={[...offered].map(([value, label]) => ({ value, label }))}
          {...form.getInputProps("mediaIds")}
          onChange={(chosen) => {
            setKnown(new Map(chosen.map((id) => [id, offered.get(id) ?? id])));
            form.setFieldValue("mediaIds", chosen);
          }}
        />
      )}
    </FormDialog>
  );
}
