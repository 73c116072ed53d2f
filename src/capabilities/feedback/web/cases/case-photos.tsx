import { Image, MultiSelect, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { api, type CaseView } from "./api.ts";

const sides = { before: "Ảnh trước", after: "Ảnh sau" } as const;
type Side = keyof typeof sides;
const of = (view: CaseView, side: Side) => view.photos.filter(({ shows }) => shows === side);

/** Pictures of before beside those of after. */
export function CasePhotos({ view, onDone }: { view: CaseView; onDone: (words: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section id="anh" title="Ảnh">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(["before", "after"] as const).map((side) => (
          <Stack key={side} gap="xs">
            <Title order={3} size="h5">
              {sides[side]}
            </Title>
            {of(view, side).length === 0 && <Text size="sm">Chưa chọn ảnh nào.</Text>}
            {of(view, side).map(({ id, alt, fileName, issues }) => (
              <Stack key={id} gap={4}>
                <Image
                  src={`/media/${id}/640`}
                  alt={alt || fileName}
                  mah={240}
                  w="auto"
                  maw="100%"
                  fit="contain"
                />
                {issues.length > 0 && (
                  <Text size="sm" c="red.9">
                    Không còn dùng được: {issues.join(", ")}.
                  </Text>
                )}
              </Stack>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
      {(view.state === "draft" || view.state === "returned") && (
        <MayButton
          may={view.may}
          verb="save"
          hideReason
          variant="default"
          maw="max-content"
          onClick={() => setIsOpen(true)}
        >
          Chọn ảnh từ kho tư liệu
        </MayButton>
      )}
      <FormDialog
        key={view.photos.map(({ id }) => id).join()}
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title="Chọn ảnh trước và sau"
        lead="Ảnh phải có mô tả, quyền sử dụng và sự đồng ý của người trong ảnh ghi ở kho tư liệu."
        initial={{
          before: of(view, "before").map(({ id }) => id),
          after: of(view, "after").map(({ id }) => id),
        }}
        verb="Ghi ảnh"
        submit={(values) => api.feedback.casePhotos.call({ id: view.id, ...values })}
        onDone={() => onDone("Đã chọn ảnh.")}
      >
        {(form) =>
          (["before", "after"] as const).map((side) => (
            <PhotoSelect
              key={side}
              side={side}
              chosen={view.photos}
              {...form.getInputProps(side)}
              onChange={(ids) => form.setFieldValue(side, ids)}
            />
          ))
        }
      </FormDialog>
    </Section>
  );
}

function PhotoSelect({
  side,
  chosen,
  onChange,
  ...rest
}: {
  side: Side;
  chosen: CaseView["photos"];
  onChange: (ids: string[]) => void;
}) {
  const [words, setWords] = useState("");
  const found = useQuery({
    ...api.newsroom.listMedia.queryOptions({ input: { q: words, sort: "picture" } }),
    placeholderData: (before) => before,
  });
  const [known, setKnown] = useState(new Map(chosen.map(({ id, alt, fileName }) => [id, alt || fileName])));
  const offered = new Map(known);
  for (const { id, alt, fileName } of found.data?.media ?? []) offered.set(id, alt || fileName);
  return (
    <MultiSelect
      label={sides[side]}
      description="Tìm theo mô tả, tác giả, tên tệp; nhiều nhất 10 ảnh."
      maxValues={10}
      searchable
      nothingFoundMessage="Không có ảnh này trong kho tư liệu"
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      data={[...offered].map(([value, label]) => ({ value, label }))}
      {...rest}
      onChange={(ids) => {
        setKnown(new Map([...known, ...ids.map((id) => [id, offered.get(id) ?? id] as const)]));
        onChange(ids);
      }}
    />
  );
}
