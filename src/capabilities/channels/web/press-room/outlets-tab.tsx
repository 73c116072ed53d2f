import { Button, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unaccent } from "#platform/text/unaccent.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useDialogOfAddress } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { outletKindLabels } from "../../contract.ts";
import { api, type Outlet } from "../api.ts";
import { ContactDialog } from "./contact-dialog.tsx";
import { ContactLine } from "./contact-line.tsx";
import { OutletDialog } from "./outlet-dialog.tsx";
import { PressLimits } from "./press-limits.tsx";
import { useKeepPress } from "./use-press.ts";

const bare = (text: string) => unaccent(text).toLowerCase();
const wordsOf = ({ name, contacts }: Outlet) =>
  bare([name, ...contacts.flatMap((one) => [one.name, one.email ?? ""])].join(" "));

/** The register of press agencies, each with where it is written to. */
export function OutletsTab() {
  const found = useQuery(api.channels.pressRegister.queryOptions());
  const [writing, write] = useDialogOfAddress();
  const [typed, setTyped] = useState("");
  const keep = useKeepPress();
  return (
    <Asked query={found}>
      {({ outlets, may }) => {
        const shown = outlets.filter((one) => wordsOf(one).includes(bare(typed.trim())));
        const add = (
          <MayButton may={may} verb="keep" leftSection={<IconPlus size={18} />} onClick={write.open}>
            Ghi cơ quan báo chí
          </MayButton>
        );
        return (
          <Stack>
            <Group align="flex-end">
              {outlets.length > 0 && (
                <TextInput
                  label="Tìm"
                  type="search"
                  placeholder="Gõ có dấu hoặc không dấu"
                  leftSection={<IconSearch size={16} />}
                  flex="1 1 14rem"
                  value={typed}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
              )}
              {outlets.length > 0 && add}
            </Group>
            {outlets.length === 0 && (
              <EmptyState
                title="Sổ chưa có cơ quan báo chí nào"
                why="Ghi tòa soạn, đài cùng hộp thư công vụ của họ; của từng nhà báo thì ghi khi người ấy đã đồng ý nhận."
                action={add}
              />
            )}
            {outlets.length > 0 && (
              <Text size="sm" c="gray.7" role="status">
                {shown.length === outlets.length
                  ? `${outlets.length} cơ quan báo chí`
                  : `${shown.length} trong ${outlets.length} cơ quan báo chí`}
              </Text>
            )}
            {outlets.length > 0 && <PressLimits about="addresses" />}
            {shown.map((outlet) => (
              <OutletCard key={outlet.id} outlet={outlet} />
            ))}
            <OutletDialog
              opened={writing}
              onClose={write.close}
              onDone={(register) => {
                keep(register);
                sayDone("Đã ghi cơ quan báo chí; thêm hộp thư nhận ở dưới tên cơ quan.");
              }}
            />
          </Stack>
        );
      }}
    </Asked>
  );
}

function OutletCard({ outlet }: { outlet: Outlet }) {
  const { name, kind, address, phone, note, isClosed, contacts, may } = outlet;
  const [asked, ask] = useState<"change" | "add" | null>(null);
  const keep = useKeepPress();
  const close = () => ask(null);
  const shown = contacts.filter(({ state }) => state !== "erased" && state !== "closed");
  const past = contacts.filter(({ state }) => state === "erased" || state === "closed");
  const [showsPast, setShowsPast] = useState(false);
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Stack gap={2} flex="1 1 14rem" miw={0} style={{ overflowWrap: "anywhere" }}>
            <Title order={2} size="h4">
              {name}
              {isClosed && " (không dùng nữa)"}
            </Title>
            <Text size="sm" c="gray.7">
              {[outletKindLabels[kind], address, phone].filter(Boolean).join(" · ")}
            </Text>
            {note && <Text size="sm">{note}</Text>}
          </Stack>
          <Group gap="xs">
            {may.keep?.allowed && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Thêm nơi nhận: ${name}`}
                onClick={() => ask("add")}
              >
                Thêm nơi nhận
              </Button>
            )}
            {may.read?.allowed && (may.keep?.allowed || isClosed) && (
              <Button size="xs" variant="default" aria-label={`Sửa: ${name}`} onClick={() => ask("change")}>
                Sửa
              </Button>
            )}
          </Group>
        </Group>
        {shown.length === 0 && (
          <Text size="sm" c="gray.7">
            Chưa có nơi nhận nào đang dùng.
          </Text>
        )}
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
          {[...shown, ...(showsPast ? past : [])].map((contact) => (
            <ContactLine key={contact.id} contact={contact} />
          ))}
        </Stack>
        {past.length > 0 && (
          <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => setShowsPast(!showsPast)}>
            {showsPast ? "Ẩn nơi không dùng nữa" : `Xem ${past.length} nơi không dùng nữa`}
          </Button>
        )}
      </Stack>
      <OutletDialog
        outlet={outlet}
        opened={asked === "change"}
        onClose={close}
        onDone={(register) => {
          keep(register);
          sayDone("Đã ghi thay đổi.");
        }}
      />
      <ContactDialog
        outlet={outlet}
        opened={asked === "add"}
        onClose={close}
        onDone={(register) => {
          keep(register);
          sayDone("Đã thêm nơi nhận.");
        }}
      />
    </Paper>
  );
}
