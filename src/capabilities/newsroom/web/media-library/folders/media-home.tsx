import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { whyNot } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { api, type WholeMedia } from "../../api.ts";
import { pathTo } from "./folder-tree.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { useMove } from "./use-move.ts";

/** In which folder one of the library lies, and the way into another. */
export function MediaHome({ media: { id, folderId } }: { media: WholeMedia }) {
  const known = useQuery(api.newsroom.mediaFolders.queryOptions({ input: {} }));
  const folders = known.data?.folders ?? [];
  const [opened, { open, close }] = useDisclosure(false);
  const move = useMove(folders, close);
  if (!known.data || folders.length === 0) return null;
  const path = folderId === null ? [] : pathTo(folders, folderId);
  return (
    <Group gap="sm">
      <Text size="sm">
        Thư mục:{" "}
        {path.length === 0
          ? "chưa vào thư mục nào"
          : path.map((folder, at) => (
              <span key={folder.id}>
                {at > 0 && " / "}
                <LinkText to="/kho-tu-lieu" search={{ "thu-muc": folder.id }} inherit>
                  {folder.name}
                </LinkText>
              </span>
            ))}
      </Text>
      {whyNot(known.data.may, "fill") === null && (
        <Button size="compact-sm" variant="default" onClick={open}>
          Chuyển thư mục
        </Button>
      )}
      <MoveDialog
        opened={opened}
        onClose={close}
        folders={folders}
        count={1}
        move={(into) => move.mutateAsync({ ids: [id], folderId: into })}
      />
    </Group>
  );
}
