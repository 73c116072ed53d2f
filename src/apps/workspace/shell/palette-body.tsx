import { Box, Group, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useId, useState } from "react";
import { isComposing } from "#ui/ime.ts";
import { useGo } from "#ui/navigation.tsx";
import type { PaletteEntry } from "#ui/palette.ts";
import { useActiveShortcuts } from "#ui/shortcuts.ts";
import type { Me } from "../session.ts";
import { findEntries } from "./find-entries.ts";
import { usePaletteItems } from "./palette-items.ts";
import { useSignOut } from "./person-menu.tsx";
import { visibleScreens } from "./visible-screens.ts";

export default function PaletteBody({ me, onClose }: { me: Me; onClose: () => void }) {
  const go = useGo();
  const signOut = useSignOut();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const here = useActiveShortcuts().filter(({ keys }) => keys !== "mod+k" && keys !== "?");
  const shown = visibleScreens(me);
  const known = new Set(here.map(({ label }) => label));
  const entries: PaletteEntry[] = [
    ...shown.map(({ path, nav }) => ({ label: nav.label, kind: "Trang", to: path })),
    ...here.map(({ label, run }) => ({ label, kind: "Lệnh", run })),
    ...shown
      .flatMap(({ commands }) => commands ?? [])
      .filter(({ label }) => !known.has(label))
      .map(({ label, to }) => ({ label, kind: "Lệnh", to })),
    { label: "Tài khoản của tôi", kind: "Trang", to: "/tai-khoan" },
    { label: "Trợ giúp", kind: "Trang", to: "/tro-giup" },
    { label: "Đổi mật khẩu", kind: "Lệnh", to: "/doi-mat-khau" },
    { label: "Đăng xuất", kind: "Lệnh", run: () => signOut.mutate("sign-out") },
  ];
  const asked = usePaletteItems(me, text);
  const found = [...findEntries(entries, text), ...asked];
  const open = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    if (entry.run) entry.run();
    else if (entry.to) go(entry.to);
  };
  return (
    <Box pb="sm">
      <TextInput
        data-autofocus
        // Arrives after the dialog has opened, too late for the dialog to give it the focus.
        autoFocus
        aria-label="Tìm trang, nội dung, lệnh"
        placeholder="Gõ có dấu hoặc không dấu"
        leftSection={<IconSearch size={18} />}
        size="md"
        px="md"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${chosen}` : undefined}
        aria-autocomplete="list"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event) || found.length === 0) return;
          const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (move) {
            event.preventDefault();
            setChosen((chosen + move + found.length) % found.length);
          }
          if (event.key === "Enter") {
            event.preventDefault();
            open(found[chosen]);
          }
        }}
      />
      <Box role="listbox" id={list} aria-label="Kết quả" mt="xs" mah="50vh" style={{ overflowY: "auto" }}>
        {found.map((entry, index) => (
          // The field above keeps the focus and the keys; rows are for the mouse.
          <Group
            key={`${entry.kind} ${entry.label} ${entry.to ?? ""}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            justify="space-between"
            wrap="nowrap"
            px="md"
            py={10}
            bg={index === chosen ? "civicRed.0" : undefined}
            style={{ cursor: "pointer" }}
            onMouseMove={() => setChosen(index)}
            onClick={() => open(entry)}
          >
            <Text truncate>{entry.label}</Text>
            <Text size="xs" c="gray.7" style={{ flexShrink: 0 }}>
              {entry.kind}
            </Text>
          </Group>
        ))}
      </Box>
      <Text size="sm" c="gray.7" px="md" pt="xs" role="status">
        {found.length === 0 ? "Không tìm thấy. Hãy thử từ khác." : `${found.length} kết quả`}
      </Text>
    </Box>
  );
}
