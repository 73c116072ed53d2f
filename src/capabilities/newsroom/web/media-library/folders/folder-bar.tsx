import { Breadcrumbs, Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFolder, IconFolderPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton, whyNot } from "#ui/may-button.tsx";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Folder, type Folders } from "../../api.ts";
import { pathTo, UNFILED } from "./folder-tree.ts";

/** What is dragged out of the list: ids of the library as JSON. */
export const DRAGGED = "application/x-gandan-media";

/** The way down to the open folder, the folders in it, and what can be done with them; things are dropped onto each. */
export function FolderBar({
  known: { folders, may },
  open,
  leave,
  move,
}: {
  known: Folders;
  /** An id, `UNFILED`, or "" for all of the library. */
  open: string;
  /** Shows the folder above. */
  leave: (above: string) => void;
  move: (ids: string[], folderId: string | null) => void;
}) {
  const queries = useQueryClient();
  const [over, setOver] = useState<string | null>(null);
  const [making, making_] = useDisclosure(false);
  const [naming, naming_] = useDisclosure(false);
  const [removing, removing_] = useDisclosure(false);
  const path = pathTo(folders, open);
  const here = path.at(-1);
  const within = folders.filter(({ parentId }) => parentId === (here?.id ?? null));
  const show = (after: Folders) => {
    queries.setQueryData(api.newsroom.mediaFolders.queryKey({ input: {} }), after);
    void queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
  };
  const mayFill = whyNot(may, "fill") === null;
  const target = (key: string, folderId: string | null) =>
    mayFill && {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(key);
      },
      onDragLeave: () => setOver(null),
      onDrop: (event: DragEvent) => {
        const ids = event.dataTransfer.getData(DRAGGED);
        setOver(null);
        if (ids === "") return;
        event.preventDefault();
        move(JSON.parse(ids) as string[], folderId);
      },
      style: over === key ? { outline: "3px solid var(--mantine-color-blue-6)", outlineOffset: 2 } : {},
    };
  const crumb = (label: string, id: string) =>
    id === open ? (
      <Text key={id} size="sm" fw={600} aria-current="page">
        {label}
      </Text>
    ) : (
      <LinkText
        key={id}
        to="/kho-tu-lieu"
        search={id ? { "thu-muc": id } : {}}
        size="sm"
        {...target(`crumb ${id}`, id || null)}
      >
        {label}
      </LinkText>
    );
  const tile = (id: string, name: string, note: string, folderId: string | null) => (
    <li key={id}>
      <LinkButton
        to="/kho-tu-lieu"
        search={{ "thu-muc": id }}
        variant="default"
        leftSection={<IconFolder size={18} aria-hidden />}
        maw="100%"
        h="auto"
        mih={36}
        py={6}
        styles={{ label: { whiteSpace: "normal", textAlign: "left" } }}
        {...target(id, folderId)}
      >
        {name}
        <Text span size="xs" c="gray.7" ml="xs">
          {note}
        </Text>
      </LinkButton>
    </li>
  );
  return (
    <Stack gap="xs" component="section" aria-label="Thư mục">
      <Group justify="space-between" gap="sm">
        <Breadcrumbs
          component="nav"
          aria-label="Thư mục đang mở"
          separatorMargin={6}
          styles={{ root: { flexWrap: "wrap" } }}
        >
          {[
            crumb("Tất cả tư liệu", ""),
            ...path.map(({ id, name }) => crumb(name, id)),
            ...(open === UNFILED ? [crumb("Chưa vào thư mục nào", UNFILED)] : []),
          ]}
        </Breadcrumbs>
        <Group gap="xs">
          {open !== UNFILED && whyNot(may, "make") === null && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFolderPlus size={16} aria-hidden />}
              onClick={making_.open}
            >
              {here ? "Thư mục con mới" : "Thư mục mới"}
            </Button>
          )}
          {here && (
            <>
              <MayButton may={here.may} verb="change" size="xs" variant="default" onClick={naming_.open}>
                Đổi tên
              </MayButton>
              <MayButton
                may={here.may}
                verb="change"
                hideReason
                size="xs"
                variant="default"
                onClick={removing_.open}
              >
                Xóa thư mục
              </MayButton>
            </>
          )}
        </Group>
      </Group>
      {open !== UNFILED && (within.length > 0 || (!here && folders.length > 0)) && (
        <Group component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
          {within.map(({ id, name, count }) => tile(id, name, `${count} tư liệu`, id))}
          {!here && tile(UNFILED, "Chưa vào thư mục nào", "", null)}
        </Group>
      )}
      <NameFolder
        opened={making}
        onClose={making_.close}
        title={here ? `Thư mục mới trong “${here.name}”` : "Thư mục mới"}
        verb="Lập thư mục"
        submit={(name) => api.newsroom.makeFolder.call({ name, parentId: here?.id ?? null })}
        onDone={show}
      />
      {here && (
        <NameFolder
          key={`${here.id} ${here.name}`}
          opened={naming}
          onClose={naming_.close}
          title={`Đổi tên “${here.name}”`}
          before={here.name}
          verb="Đổi tên"
          submit={(name) => api.newsroom.renameFolder.call({ id: here.id, name })}
          onDone={show}
        />
      )}
      {here && (
        <RemoveFolder
          key={here.id}
          folder={here}
          above={path.at(-2)?.name ?? null}
          opened={removing}
          onClose={removing_.close}
          onDone={(after) => {
            leave(here.parentId ?? "");
            show(after);
            sayDone(`Đã xóa thư mục “${here.name}”.`);
          }}
        />
      )}
    </Stack>
  );
}

/** Asks for the name of a folder that is made or renamed. */
function NameFolder({
  title,
  before = "",
  verb,
  submit,
  opened,
  onClose,
  onDone,
}: {
  title: string;
  /** Its name until now. */
  before?: string;
  verb: string;
  submit: (name: string) => Promise<Folders>;
  opened: boolean;
  onClose: () => void;
  onDone: (after: Folders) => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={title}
      initial={{ name: before }}
      verb={verb}
      submit={({ name }) => submit(name)}
      onDone={onDone}
    >
      {(form) => (
        <TextInput
          label="Tên thư mục"
          required
          maxLength={80}
          data-autofocus
          {...form.getInputProps("name")}
        />
      )}
    </FormDialog>
  );
}

function RemoveFolder({
  folder: { id, name },
  above,
  opened,
  onClose,
  onDone,
}: {
  folder: Folder;
  above: string | null;
  opened: boolean;
  onClose: () => void;
  onDone: (after: Folders) => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Xóa thư mục “${name}”`}
      lead="Chỉ xóa thư mục; không tư liệu nào bị mất."
      initial={{ moveUp: false }}
      verb="Xóa thư mục"
      submit={({ moveUp }) => api.newsroom.removeFolder.call({ id, moveUp })}
      onDone={onDone}
    >
      {(form) => (
        <Checkbox
          label={
            above === null
              ? "Đưa tư liệu và thư mục con trong đó ra ngoài trước khi xóa"
              : `Chuyển tư liệu và thư mục con trong đó lên “${above}” trước khi xóa`
          }
          {...form.getInputProps("moveUp", { type: "checkbox" })}
        />
      )}
    </FormDialog>
  );
}
