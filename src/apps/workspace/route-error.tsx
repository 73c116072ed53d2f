import { Button, Group } from "@mantine/core";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";

/** Shown in place of a screen that failed; the rest of the workspace goes on. */
export function RouteError({ error }: { error: unknown }) {
  return (
    <Page title="Trang này gặp lỗi">
      <ErrorNotice error={error} />
      <Group>
        <Button onClick={() => globalThis.location.reload()}>Tải lại trang</Button>
        <LinkButton to="/" variant="default">
          Về Việc của tôi
        </LinkButton>
      </Group>
    </Page>
  );
}
