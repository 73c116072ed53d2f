import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sayDone, sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { api, type Folder } from "../../api.ts";

interface Move {
  ids: string[];
  /** Null: into none. */
  folderId: string | null;
}

/** Moves things of the library into a folder, says so and offers to take it back. */
export function useMove(folders: Folder[], onMoved: () => void) {
  const queries = useQueryClient();
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: api.newsroom.mediaFolders.key() });
    await queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
    await queries.invalidateQueries({ queryKey: api.newsroom.getMedia.key() });
  };
  return useMutation({
    mutationFn: (move: Move) => api.newsroom.moveMedia.call(move),
    onSuccess: async ({ moved }, { folderId }) => {
      onMoved();
      await refresh();
      const name = folders.find(({ id }) => id === folderId)?.name;
      if (moved.length === 0) {
        sayDone(name ? `Đã ở trong “${name}” từ trước.` : "Không ở trong thư mục nào từ trước.");
        return;
      }
      sayDoneWithUndo(
        name
          ? `Đã chuyển ${moved.length} tư liệu vào “${name}”.`
          : `Đã đưa ${moved.length} tư liệu ra khỏi thư mục.`,
        async () => {
          const homes = Map.groupBy(moved, ({ fromFolderId }) => fromFolderId);
          for (const [home, those] of homes)
            await api.newsroom.moveMedia.call({ ids: those.map(({ id }) => id), folderId: home });
          await refresh();
        },
      );
    },
    onError: sayFailed,
  });
}
