import { AppShell, Badge, Box, Burger, Button, Group, Image, Kbd, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { Outlet, useLocation } from "@tanstack/react-router";
import { Suspense, useEffect, useLayoutEffect } from "react";
import { GoOnWithoutNetwork, UnsentTexts } from "#newsroom/web";
import { isSignedOut, statusOf } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { LoadingScreen } from "#ui/loading.tsx";
import { saysWhoWrites } from "#ui/local-draft.ts";
import { Redirect } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { keysAsText, useShortcuts } from "#ui/shortcuts.ts";
import mark from "../mark.svg";
import { type Me, useMe } from "../session.ts";
import { ConfirmIdentity } from "../sign-in/confirm-identity.tsx";
import { MustChangePassword } from "../sign-in/must-change-password.tsx";
import { MustSetUpSecondFactor } from "../sign-in/must-set-up-second-factor.tsx";
import { SignInAgain } from "../sign-in/sign-in-again.tsx";
import { IdleWarning } from "./idle-warning.tsx";
import { NavigationList } from "./navigation-list.tsx";
import { NoticesBell } from "./notices-bell.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { Palette } from "./palette.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { ShortcutsList } from "./shortcuts-list.tsx";
import { isMac } from "./this-device.ts";

/** The frame around every screen; lets in only who is signed in. */
export function Shell() {
  const me = useMe();
  const { pathname, searchStr } = useLocation();
  const waitsForNetwork = me.isPending
    ? me.fetchStatus === "paused" || me.failureCount > 0
    : me.error !== null && statusOf(me.error) === null;
  if (me.isPending && !waitsForNetwork)
    return (
      <Box component="main" p="xl">
        <LoadingScreen />
      </Box>
    );
  if (me.data) return <Frame me={me.data} />;
  if (isSignedOut(me.error)) {
    const wanted = `${pathname}${searchStr}`;
    return <Redirect to={wanted === "/" ? "/dang-nhap" : `/dang-nhap?tiep=${encodeURIComponent(wanted)}`} />;
  }
  return (
    <Box component="main" p="xl">
      <Page title="Chưa mở được nơi làm việc">
        {waitsForNetwork ? (
          <Text>Chưa kết nối được máy chủ; kết nối lại được thì trang này tự mở.</Text>
        ) : (
          <ErrorNotice error={me.error} retry={() => void me.refetch()} />
        )}
        <GoOnWithoutNetwork address={pathname} />
      </Page>
    </Box>
  );
}

function Frame({ me }: { me: Me }) {
  const [menuOpened, menu] = useDisclosure();
  const [paletteOpened, palette] = useDisclosure();
  const [shortcutsOpened, shortcuts] = useDisclosure();
  const { pathname } = useLocation();
  useShortcuts([
    { keys: "mod+k", label: "Tìm và đi đến", run: palette.open },
    { keys: "?", label: "Danh sách phím tắt", run: shortcuts.open },
  ]);
  // Before any screen looks for what this machine keeps of its text.
  useLayoutEffect(() => saysWhoWrites({ id: me.personId, name: me.name }), [me.personId, me.name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu on a phone closes when the screen changes
  useEffect(() => menu.close(), [pathname]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 248, breakpoint: "md", collapsed: { mobile: !menuOpened } }}
      padding={{ base: "md", md: "xl" }}
    >
      <a className="skip-link" href="#noi-dung-chinh">
        Đến nội dung chính
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger
              opened={menuOpened}
              onClick={menu.toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={menuOpened ? "Đóng danh mục" : "Mở danh mục"}
              aria-expanded={menuOpened}
            />
            <Image src={mark} alt="" w={30} h={30} visibleFrom="xs" />
            <Box miw={0}>
              <Text fw={600} fz={{ base: "sm", xs: "md" }} lh={1.3} truncate title={me.agencyName}>
                {me.agencyName}
              </Text>
              <Group gap={6} wrap="nowrap">
                <Text size="xs" c="gray.7" lh={1.3} visibleFrom="xs">
                  Gần Dân
                </Text>
                {me.isSample && (
                  <Badge color="yellow" variant="light" tt="none" radius="sm" size="sm">
                    Dữ liệu mẫu
                  </Badge>
                )}
              </Group>
            </Box>
          </Group>
          <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
            <Button
              variant="default"
              px="sm"
              onClick={palette.open}
              leftSection={<IconSearch size={16} />}
              rightSection={
                <Kbd size="xs" aria-hidden>
                  {keysAsText("mod+k", isMac())}
                </Kbd>
              }
              visibleFrom="sm"
            >
              Tìm
            </Button>
            <Button
              variant="subtle"
              color="gray"
              c="dark"
              px="xs"
              onClick={palette.open}
              aria-label="Tìm và đi đến"
              hiddenFrom="sm"
            >
              <IconSearch size={20} />
            </Button>
            <NoticesBell />
            <PersonMenu me={me} onShortcuts={shortcuts.open} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Danh mục" style={{ overflowY: "auto" }}>
        <NavigationList me={me} />
      </AppShell.Navbar>
      <AppShell.Main id="noi-dung-chinh" tabIndex={-1}>
        <OfflineBanner />
        <UnsentTexts personId={me.personId} screen={pathname} />
        <MustSetUpSecondFactor me={me} />
        {!me.secondFactor?.overdue && <MustChangePassword me={me} />}
        <Suspense fallback={<LoadingScreen />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <Palette me={me} opened={paletteOpened} onClose={palette.close} />
      <ShortcutsList opened={shortcutsOpened} onClose={shortcuts.close} />
      <IdleWarning minutes={me.idleMinutes} />
      <ConfirmIdentity />
      <SignInAgain me={me} />
    </AppShell>
  );
}
