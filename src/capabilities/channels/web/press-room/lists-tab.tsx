import { Button, Group, MultiSelect, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { sayDone } from "#ui/undo.tsx";
import { contactStateLabels } from "../../contract.ts";
import { api, type PressRegister } from "../api.ts";
import { useKeepPress } from "./use-press.ts";

type List = PressRegister["lists"][number];

/** Addresses to choose from, under their press agencies; those that get nothing now say why. */
const contactOptions = (outlets: PressRegister["outlets"]) =>
  outlets.flatMap(({ name: outletName, contacts }) =>
    contacts.flatMap(({ id, name, email, state }) =>
      email === null || state === "closed"
        ? []
        : [
            {
              value: id,
              label: `${outletName}: ${name || email}${state === "willing" ? "" : ` (${contactStateLabels[state].toLowerCase()})`}`,
            },
          ],
    ),
  );

/** Lists by which a release is addressed. */
export function ListsTab() {
  const found = useQuery(api.channels.pressRegister.queryOptions());
  const keep = useKeepPress();
  const [asked, ask] = useState<{ act: "save" | "close"; list: List | null } | null>(null);
  const close = () => ask(null);
  const drop = useMutation({
    mutationFn: (listId: string) => api.channels.closePressList.call({ id: listId }),
    onSuccess: (register) => {
      close();
      keep(register);
      sayDone("Đã bỏ nhóm nhận.");
    },
  });
  return (
    <Asked query={found}>
      {({ outlets, lists, may }) => {
        const add = (
          <MayButton
            may={may}
            verb="keep"
            w="fit-content"
            leftSection={<IconPlus size={18} />}
            onClick={() => ask({ act: "save", list: null })}
          >
            Lập nhóm nhận
          </MayButton>
        );
        return (
          <Stack>
            {lists.length === 0 ? (
              <EmptyState
                title="Chưa có nhóm nhận nào"
                why="Gom nơi nhận thành nhóm, chẳng hạn báo của tỉnh, báo trung ương; khi gửi thông cáo chỉ việc chọn nhóm."
                action={add}
              />
            ) : (
              add
            )}
            {lists.map((list) => (
              <Paper key={list.id} withBorder p="md" component="article">
                <Group justify="space-between" gap="xs">
                  <Stack gap={2} flex="1 1 12rem" miw={0} style={{ overflowWrap: "anywhere" }}>
                    <Title order={2} size="h4">
                      {list.name}
                    </Title>
                    <Text size="sm" c="gray.7">
                      {list.willing === list.contactIds.length
                        ? `${list.willing} nơi nhận`
                        : `${list.willing} trong ${list.contactIds.length} nơi đang nhận`}
                    </Text>
                  </Stack>
                  {may.keep?.allowed && (
                    <Group gap="xs">
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={`Sửa nhóm ${list.name}`}
                        onClick={() => ask({ act: "save", list })}
                      >
                        Sửa
                      </Button>
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={`Bỏ nhóm ${list.name}`}
                        onClick={() => ask({ act: "close", list })}
                      >
                        Bỏ
                      </Button>
                    </Group>
                  )}
                </Group>
              </Paper>
            ))}
            <FormDialog
              key={asked?.list?.id ?? "new"}
              opened={asked?.act === "save"}
              onClose={close}
              title={asked?.list ? "Sửa nhóm nhận" : "Lập nhóm nhận"}
              initial={{ name: asked?.list?.name ?? "", contactIds: asked?.list?.contactIds ?? [] }}
              verb="Ghi nhóm"
              submit={(values) =>
                asked?.list
                  ? api.channels.savePressList.call({ id: asked.list.id, ...values })
                  : api.channels.makePressList.call(values)
              }
              onDone={(register) => {
                keep(register);
                sayDone("Đã ghi nhóm nhận.");
              }}
            >
              {(form) => (
                <>
                  <TextInput label="Tên nhóm" required data-autofocus {...form.getInputProps("name")} />
                  <MultiSelect
                    label="Nơi nhận"
                    description="Nơi đã thôi nhận hoặc chưa đồng ý vẫn đứng trong nhóm, nhưng không được gửi thư."
                    searchable
                    clearable
                    clearButtonProps={{ "aria-label": "Bỏ hết" }}
                    nothingFoundMessage="Không có nơi nhận này"
                    filter={unaccentedOptions}
                    data={contactOptions(outlets)}
                    {...form.getInputProps("contactIds")}
                  />
                </>
              )}
            </FormDialog>
            <Confirm
              opened={asked?.act === "close"}
              onClose={close}
              title={`Bỏ nhóm ${asked?.list?.name ?? ""}`}
              verb="Bỏ nhóm"
              pending={drop.isPending}
              error={drop.error}
              onConfirm={() => asked?.list && drop.mutate(asked.list.id)}
            >
              Nơi nhận vẫn còn trong sổ; những gì đã gửi theo nhóm này không đổi.
            </Confirm>
          </Stack>
        );
      }}
    </Asked>
  );
}
