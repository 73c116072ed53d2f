import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { type UseQueryResult, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "./form-dialog.tsx";
import { Asked } from "./loading.tsx";
import { type MayAnswer, MayButton } from "./may-button.tsx";
import { LinkText } from "./navigation.tsx";
import { sayDone, sayDoneWithUndo, sayFailed } from "./undo.tsx";

interface SavedView {
  id: string;
  name: string;
  /** What stands in the address behind "?". */
  query: string;
  shared: boolean;
  own: boolean;
  personName: string;
  may: MayAnswer;
}

/** Ways of looking at a screen that are kept by name: `filters` is what stands in its address now. */
export function SavedViews({
  address,
  filters,
  views,
  onSave,
  onRemove,
}: {
  /** The screen's address: "/bao-phu". */
  address: string;
  filters: Record<string, string>;
  /** Those of this screen. */
  views: UseQueryResult<{ views: SavedView[]; may: MayAnswer }, unknown>;
  onSave: (view: Pick<SavedView, "name" | "query" | "shared">) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
}) {
  const [saving, save] = useDisclosure(false);
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== "")).toString();
  /** The address at which the list was opened: going to another closes it. */
  const [openAt, setOpenAt] = useState<string | null>(null);
  const opened = openAt === query;
  const toggle = () => setOpenAt(opened ? null : query);
  const remove = useMutation({
    mutationFn: ({ id }: SavedView) => onRemove(id),
    onSuccess: (_, { name, query: its, shared, own }) => {
      const said = `Đã xóa cách xem “${name}”.`;
      if (own) sayDoneWithUndo(said, () => onSave({ name, query: its, shared }));
      else sayDone(said);
    },
    onError: sayFailed,
  });
  return (
    <>
      <Popover opened={opened} onChange={toggle} width={320} position="bottom-end" trapFocus shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
            onClick={toggle}
            aria-expanded={opened}
          >
            Cách xem đã lưu
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Cách xem đã lưu">
          <Asked query={views}>
            {({ views: its, may }) => {
              return (
                <Stack gap="xs">
                  {its.length === 0 && (
                    <Text size="sm">Chưa lưu cách xem nào. Chọn điều muốn xem, cách hiện rồi lưu lại.</Text>
                  )}
                  {its.map((view) => (
                    <Group key={view.id} justify="space-between" wrap="nowrap">
                      <div>
                        <LinkText
                          to={address}
                          search={Object.fromEntries(new URLSearchParams(view.query))}
                          size="sm"
                          aria-current={view.query === query ? "page" : undefined}
                        >
                          {view.name}
                        </LinkText>
                        <Text size="xs" c="gray.7">
                          {view.own
                            ? view.shared
                              ? "Của tôi, chung cả cơ quan"
                              : "Của tôi"
                            : `Chung, ${view.personName} lưu`}
                          {view.query === query && " · đang xem"}
                        </Text>
                      </div>
                      {view.may.remove?.allowed && (
                        <ActionIcon
                          variant="subtle"
                          color="red"
                          size="lg"
                          aria-label={`Xóa cách xem ${view.name}`}
                          onClick={() => remove.mutate(view)}
                        >
                          <IconTrash size={16} />
                        </ActionIcon>
                      )}
                    </Group>
                  ))}
                  <MayButton
                    may={may}
                    verb="save"
                    size="sm"
                    variant="light"
                    onClick={() => {
                      setOpenAt(null);
                      save.open();
                    }}
                  >
                    Lưu cách xem này
                  </MayButton>
                </Stack>
              );
            }}
          </Asked>
        </Popover.Dropdown>
      </Popover>
      <FormDialog
        opened={saving}
        onClose={save.close}
        title="Lưu cách xem này"
        lead={
          <Text size="sm">Lưu lựa chọn đang có trên trang. Trùng tên của mình thì thay cách xem cũ.</Text>
        }
        initial={{ name: "", shared: false }}
        verb="Lưu"
        submit={({ name, shared }) => onSave({ name, shared, query })}
        onDone={() => sayDone("Đã lưu cách xem.")}
      >
        {(form) => (
          <>
            <TextInput
              label="Tên"
              description="Ví dụ: Quý IV theo đơn vị, chỗ còn thiếu"
              required
              data-autofocus
              {...form.getInputProps("name")}
            />
            <Checkbox
              label="Cho mọi người trong cơ quan cùng dùng"
              {...form.getInputProps("shared", { type: "checkbox" })}
            />
          </>
        )}
      </FormDialog>
    </>
  );
}
