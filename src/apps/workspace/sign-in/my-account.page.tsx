import { Box, Stack, Text, Title } from "@mantine/core";
import { roleLabels } from "#platform/auth/actor.ts";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { useMe } from "../session.ts";
import { Passkeys } from "./passkeys.tsx";
import { ProviderLinks } from "./provider-links.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { SessionsList } from "./sessions-list.tsx";

/** One's own account: password, second factor, and where one is signed in. */
export default function MyAccountPage() {
  const me = useMe();
  const roles = [...new Set(me.data?.appointments.map(({ role }) => roleLabels[role]))];
  return (
    <Page
      title="Tài khoản của tôi"
      width="text"
      lead={me.data && [me.data.name, roles.join("; ") || "Chưa được phân công"].join(" · ")}
    >
      <Stack gap="xl">
        <Box component="section" aria-labelledby="mat-khau">
          <Stack gap="sm" align="flex-start">
            <Title order={2} id="mat-khau">
              Mật khẩu
            </Title>
            <Text size="sm">Đổi mật khẩu thì các phiên đăng nhập ở nơi khác kết thúc.</Text>
            <LinkButton to="/doi-mat-khau" variant="default">
              Đổi mật khẩu
            </LinkButton>
          </Stack>
        </Box>
        <SecondFactor />
        <Passkeys />
        <ProviderLinks />
        <SessionsList />
      </Stack>
    </Page>
  );
}
