import { Modal } from "@mantine/core";
import { lazy, Suspense } from "react";
import { Loading } from "#ui/loading.tsx";
import type { Me } from "../session.ts";

// What it searches with is loaded when it is first opened.
const PaletteBody = lazy(() => import("./palette-body.tsx"));

/** Ctrl K: finds screens, tin bài, tasks and commands, with or without diacritics. */
export function Palette({ me, opened, onClose }: { me: Me; opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Tìm và đi đến"
      yOffset="10vh"
      size="lg"
      styles={{ body: { padding: 0 } }}
    >
      <Suspense fallback={<Loading lines={2} />}>
        <PaletteBody me={me} onClose={onClose} />
      </Suspense>
    </Modal>
  );
}
