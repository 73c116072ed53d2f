import { Avatar, Button, Menu, Text } from "@mantine/core";
import {
  IconBellCog,
  IconDevices,
  IconHelp,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconUser,
  IconWorld,
} from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { roleLabels } from "#platform/auth/actor.ts";
import { saysWhoWrites } from "#ui/local-draft.ts";
import { useGo, WORKSPACE } from "#ui/navigation.tsx";
import { sayFailed } from "#ui/undo.tsx";
import { type Me, tellTabs } from "../session.ts";
import { authCall } from "../sign-in/auth-call.ts";

/** The last two words of a Vietnamese name begin the initials: "Nguyễn Văn Mẫu" → "VM". */
const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0])
    .join("")
    .toUpperCase();

/** Leaves: what was asked from the server is forgotten, and the door is shown. */
export function useSignOut() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: "sign-out" | "sign-out-everywhere") => authCall(act),
    onSuccess: ({ openThere, url }) => {
      saysWhoWrites(null);
      tellTabs("out");
      queryClient.clear();
      // A full load: nothing of the person stays in the page's memory.
      globalThis.location.assign(url ?? `${WORKSPACE}/dang-nhap${openThere ? "?ra=con-noi-kia" : ""}`);
    },
    onError: sayFailed,
  });
}

export function PersonMenu({ me, onShortcuts }: { me: Me; onShortcuts: () => void }) {
  const go = useGo();
  const signOut = useSignOut();
  const roles = [...new Set(me.appointments.map(({ role }) => roleLabels[role]))];
  return (
    <Menu position="bottom-end" width={280} shadow="md" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="dark"
          px={6}
          aria-label={`${initials(me.name)}, tài khoản của ${me.name}`}
        >
          <Avatar size={32} color="civicRed" variant="filled" radius="xl" alt="" aria-hidden>
            {initials(me.name)}
          </Avatar>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="dark">
            {me.name}
          </Text>
          <Text size="sm" c="gray.7">
            {roles.join("; ") || "Chưa được phân công"}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={18} />} onClick={() => go("/tai-khoan")}>
          Tài khoản của tôi
        </Menu.Item>
        <Menu.Item leftSection={<IconLock size={18} />} onClick={() => go("/doi-mat-khau")}>
          Đổi mật khẩu
        </Menu.Item>
        <Menu.Item leftSection={<IconBellCog size={18} />} onClick={() => go("/cai-dat-thong-bao")}>
          Cách nhận thông báo
        </Menu.Item>
        <Menu.Item leftSection={<IconHelp size={18} />} onClick={() => go("/tro-giup")}>
          Trợ giúp
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={18} />} onClick={onShortcuts}>
          Phím tắt
        </Menu.Item>
        <Menu.Item component="a" href={`${me.portalBase}/`} leftSection={<IconWorld size={18} />}>
          Xem cổng thông tin
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => signOut.mutate("sign-out")}>
          Đăng xuất
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDevices size={18} />}
          onClick={() => signOut.mutate("sign-out-everywhere")}
        >
          Đăng xuất mọi nơi
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
