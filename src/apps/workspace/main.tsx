import "@fontsource/be-vietnam-pro/400.css";
import "@fontsource/be-vietnam-pro/600.css";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/dropzone/styles.css";
import "@mantine/notifications/styles.css";
import "./workspace.css";
import "dayjs/locale/vi";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { speakOfMissingFields } from "#ui/missing-fields.ts";
import { styleNonce } from "#ui/nonce.ts";
import { createQueryClient } from "#ui/query-client.ts";
import { listenForShortcuts } from "#ui/shortcuts.ts";
import { api } from "./api.ts";
import { createWorkspaceRouter } from "./router.tsx";
import { setSession } from "./session.ts";
import { PassingNotices } from "./shell/passing-notices.tsx";
import { readableColors, theme } from "./theme.ts";

// The scroll lock under dialogs writes a style element of its own; this is where it looks for the nonce.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

// Whoever was about to do something is asked at once; who was not signed in has no session to end.
const queryClient: QueryClient = createQueryClient(() => {
  if (queryClient.getQueryData(api.organization.me.queryKey())) setSession("asked");
});
const router = createWorkspaceRouter();
listenForShortcuts(document);
speakOfMissingFields(document);

const place = document.getElementById("workspace");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={readableColors}
        forceColorScheme="light"
        getStyleNonce={styleNonce}
      >
        <DatesProvider settings={{ locale: "vi", firstDayOfWeek: 1 }}>
          <QueryClientProvider client={queryClient}>
            <PassingNotices />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </DatesProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
