import { Affix, Alert, Button, Modal, Stack, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { noticeSignedIn } from "#ui/signed-out.ts";
import { api } from "../api.ts";
import { setSession, tellTabs, useSession } from "../session.ts";
import { noteActive } from "../shell/last-active.ts";
import { useSessionWatch } from "../shell/session-watch.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Above every dialog: what is typed may stand in one. */
const ABOVE_ALL = 500;

/**
 * When the session ended: says so beside the page to who is writing, and asks for the password over the page, so that
 * nothing typed is lost. The writing goes on in the field where it stopped.
 */
export function SignInAgain({ me }: { me: { personId: string; name: string } }) {
  const session = useSession();
  const queryClient = useQueryClient();
  const field = useRef<Element | null>(null);
  const back = useCallback(async () => {
    const now = await queryClient.fetchQuery({ ...api.organization.me.queryOptions(), staleTime: 0 });
    // Someone else at the same keyboard must not see the other's page.
    if (now.personId !== me.personId) {
      globalThis.location.reload();
      return;
    }
    noteActive();
    setSession("alive");
    noticeSignedIn();
    await queryClient.invalidateQueries();
  }, [queryClient, me.personId]);
  useSessionWatch(useCallback(() => void back().catch(() => undefined), [back]));
  useEffect(() => {
    if (session === "told") field.current = document.activeElement;
    if (session === "alive" && field.current instanceof HTMLElement) {
      const written = field.current;
      field.current = null;
      // After the dialog has given the focus back to the button that opened it, which is gone.
      const later = setTimeout(() => written.isConnected && written.focus(), 300);
      return () => clearTimeout(later);
    }
    return undefined;
  }, [session]);
  return (
    <>
      {session === "told" && (
        <Affix zIndex={ABOVE_ALL} position={{ top: 8, left: 8, right: 8 }}>
          <Alert
            color="orange"
            variant="default"
            role="alert"
            icon={<IconLock />}
            title="Phiên làm việc đã kết thúc"
            maw="36rem"
            mx="auto"
            style={{
              borderColor: "var(--mantine-color-orange-8)",
              borderLeftWidth: 6,
              boxShadow: "var(--mantine-shadow-xl)",
            }}
          >
            <Stack gap="xs" align="flex-start">
              <Text size="sm">
                Bạn cứ viết tiếp: chữ vẫn còn trên trang này. Đăng nhập lại thì mới lưu được lên máy chủ.
              </Text>
              <Button size="sm" onClick={() => setSession("asked")}>
                Đăng nhập lại
              </Button>
            </Stack>
          </Alert>
        </Affix>
      )}
      <Modal
        opened={session === "asked"}
        onClose={() => undefined}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title="Phiên làm việc đã kết thúc"
        zIndex={ABOVE_ALL}
        overlayProps={{ blur: 6, backgroundOpacity: 0.6 }}
      >
        <Stack>
          <Text size="sm">
            Những gì bạn đang viết vẫn còn trên trang này, {me.name}. Hãy đăng nhập lại để làm tiếp.
          </Text>
          <SignInForm
            onSignedIn={() => {
              tellTabs("in");
              void back();
            }}
          />
        </Stack>
      </Modal>
    </>
  );
}
