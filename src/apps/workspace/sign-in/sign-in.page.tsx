import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LinkText, Redirect, useFilters, useGo } from "#ui/navigation.tsx";
import { api } from "../api.ts";
import { setSession, tellTabs } from "../session.ts";
import { DoorFrame } from "./door-frame.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";
import { ProviderRefusal } from "./provider-refusal.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { SignedOut } from "./signed-out.tsx";

/** Only places inside the workspace: "/ke-hoach", never "//elsewhere". */
const placeAfter = (wanted: string): string => (/^\/(?![/\\])/.test(wanted) ? wanted : "/");

export default function SignInPage() {
  const go = useGo();
  const queryClient = useQueryClient();
  const [{ tiep, loi, buoc, ra }] = useFilters({ tiep: "/", loi: "", buoc: "", ra: "" });
  const firstRun = useQuery(api.organization.firstRunStatus.queryOptions());
  if (firstRun.data?.needed) return <Redirect to="/thiet-lap" />;
  return (
    <DoorFrame title="Đăng nhập">
      <ProviderRefusal code={loi} />
      <SignedOut code={ra} />
      <SignInForm
        codeAsked={buoc === "ma"}
        onSignedIn={() => {
          setSession("alive");
          tellTabs("in");
          queryClient.clear();
          go(placeAfter(tiep));
        }}
      />
      <ProviderButtons goOn={placeAfter(tiep)} />
      <LinkText to="/quen-mat-khau" size="sm">
        Quên mật khẩu?
      </LinkText>
    </DoorFrame>
  );
}
