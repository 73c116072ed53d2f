import type { Folder } from "../../api.ts";

/** What stands in the address for what lies in no folder. */
export const UNFILED = "chua-xep";

/** The folder and those above it, the topmost first; empty for one that is not there. */
export function pathTo(folders: Folder[], id: string): Folder[] {
  const path: Folder[] = [];
  for (let one = folders.find((folder) => folder.id === id); one && !path.includes(one); ) {
    path.unshift(one);
    const above = one.parentId;
    one = folders.find((folder) => folder.id === above);
  }
  return path;
}

/** "Lễ hội / Năm 2026" of each, in the order of these words. */
export const folderChoices = (folders: Folder[]): { value: string; label: string }[] =>
  folders
    .map(({ id }) => ({
      value: id,
      label: pathTo(folders, id)
        .map(({ name }) => name)
        .join(" / "),
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label, "vi"));
