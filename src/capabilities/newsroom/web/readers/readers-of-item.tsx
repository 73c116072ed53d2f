import { Button, Group, List, MultiSelect, Radio, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLock, IconUsers } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Item } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";

type Readers = Awaited<ReturnType<typeof api.newsroom.readers.call>>;

/** Who of the agency sees a text before it is out, and the way to limit it. */
export function ReadersOfItem({ item: { id, publishedAt } }: { item: Item }) {
  const [changing, change] = useDisclosure(false);
  const found = useQuery(api.newsroom.readers.queryOptions({ input: { id } }));
  if (publishedAt !== null || !found.data) return null;
  const { limited, named, may } = found.data;
  if (!limited && !may.limit?.allowed) return null;
  return (
    <Section id="ai-xem" title="Ai xem được bài">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {limited ? (
          <IconLock size={18} style={{ flexShrink: 0 }} aria-hidden />
        ) : (
          <IconUsers size={18} style={{ flexShrink: 0 }} aria-hidden />
        )}
        <Text size="sm">
          {limited
            ? `Chỉ những người được nêu tên xem được${named.length > 0 ? `: ${named.join(", ")}` : ""}; cùng người soạn, người duyệt. Bài đăng thì tự hết giới hạn.`
            : "Mọi người trong cơ quan xem được."}
        </Text>
      </Group>
      {may.limit?.allowed && (
        <Group>
          <Button size="xs" variant="default" onClick={change.open}>
            {limited ? "Đổi người xem…" : "Giới hạn người xem…"}
          </Button>
        </Group>
      )}
      <ReadersDialog id={id} readers={found.data} opened={changing} onClose={change.close} />
    </Section>
  );
}

interface Fields extends Record<string, unknown> {
  who: "all" | "named";
  personIds: string[];
  unitIds: string[];
}

function ReadersDialog({
  id,
  readers: { limited, personIds, unitIds, always },
  opened,
  onClose,
}: {
  id: string;
  readers: Readers;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const { people, units } = usePeopleOptions();
  return (
    <FormDialog<Fields, Readers>
      opened={opened}
      onClose={onClose}
      title="Ai xem được bài"
      lead="Người khác trong cơ quan không thấy bài ở danh sách, lịch, tìm kiếm và không mở được. Người được thêm nhận thông báo; mọi lần đổi ghi vào nhật ký."
      initial={{ who: limited ? "named" : "all", personIds, unitIds }}
      verb="Ghi người xem"
      submit={({ who, ...named }) =>
        api.newsroom.limitReaders.call({ id, limited: who === "named", ...named })
      }
      onDone={(kept) => {
        queries.setQueryData(api.newsroom.readers.queryKey({ input: { id } }), kept);
        sayDone(kept.limited ? "Đã giới hạn người xem." : "Mọi người trong cơ quan xem được bài.");
      }}
    >
      {(form) => (
        <>
          <Radio.Group label="Trước khi đăng" {...form.getInputProps("who")}>
            <Stack gap="xs" mt="xs">
              <Radio value="all" label="Mọi người trong cơ quan xem được" />
              <Radio value="named" label="Chỉ những người được nêu tên xem được" />
            </Stack>
          </Radio.Group>
          {form.values.who === "named" && (
            <>
              <MultiSelect
                label="Người"
                searchable
                data={people}
                nothingFoundMessage="Không có ai như vậy"
                {...form.getInputProps("personIds")}
              />
              <MultiSelect
                label="Đơn vị"
                searchable
                data={units}
                nothingFoundMessage="Không có đơn vị như vậy"
                {...form.getInputProps("unitIds")}
              />
              <Stack gap={4}>
                <Text size="sm">Luôn xem được, dù không nêu tên:</Text>
                <List size="sm">
                  {always.map((who) => (
                    <List.Item key={who}>{who}</List.Item>
                  ))}
                </List>
                <Text size="sm">
                  Quản trị, kiểm tra không mở được bài; trong nhật ký có tiêu đề và việc đã làm, không có lời
                  của bài và của nhận xét viết khi bài đang giới hạn. Sản phẩm của đề tài vẫn hiện trạng thái,
                  không hiện tiêu đề bài. Điều người khác đã đọc, đã được báo trước đó thì không thu lại được.
                </Text>
              </Stack>
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
