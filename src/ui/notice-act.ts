import type { ComponentType } from "react";

/** What a capability does straight from a notice of a matter of its own. */
export interface NoticeActProps {
  /** The ids that whoever told of it wrote behind the matter. */
  about: string[];
  href: string;
  /** The notice was acted on: it is read, and looked at again. */
  onDone: () => void;
}

/** Acts by what the notice is about, the first word of its cause. */
export type NoticeActs = Record<string, ComponentType<NoticeActProps>>;

/** Where a notice is acted on elsewhere: the verb on the button that leads there. */
export type NoticeLinks = Record<string, string>;
