/** What a capability does straight from a notice of its kinds: `href` names the matter, `onDone` marks it as read. */
export interface NoticeActProps {
  href: string;
  onDone: () => void;
}
