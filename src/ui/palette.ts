/** Something that Ctrl K finds beside the screens: an item, a person, a command. */
export interface PaletteEntry {
  label: string;
  /** What it is: "Nội dung", "Nhiệm vụ". */
  kind: string;
  /** Address below /workspace, or what to run. */
  to?: string;
  run?: () => void;
}
