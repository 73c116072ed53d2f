import { IconFileText, IconMicrophone, IconPhoto, IconVideo } from "@tabler/icons-react";
import { contentKinds } from "../../contract.ts";

const icons = { picture: IconPhoto, video: IconVideo, audio: IconMicrophone } as const;

/** The picture of a kind, after the media that it cannot do without; its name stands beside it. */
export function KindIcon({ kind }: { kind: string }) {
  const sort = contentKinds.find(({ slug }) => slug === kind)?.media.find(({ fewest }) => fewest > 0)?.sort;
  const Icon = sort ? icons[sort] : IconFileText;
  return <Icon size={15} aria-hidden />;
}
