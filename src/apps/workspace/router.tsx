import { Box } from "@mantine/core";
import { createRootRoute, createRoute, createRouter, Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { placeForCheckIn } from "#events/web";
import { placeForWriting } from "#newsroom/web";
import { LoadingScreen } from "#ui/loading.tsx";
import { WORKSPACE } from "#ui/navigation.tsx";
import { NotFound } from "./not-found.tsx";
import { RouteError } from "./route-error.tsx";
import { screens } from "./screens.ts";
import { Shell } from "./shell/shell.tsx";
import { doors } from "./sign-in/doors.ts";

/** The routes: the doors that stand open to everybody, and behind the shell all screens. */
export function createWorkspaceRouter() {
  const rootRoute = createRootRoute({
    component: () => (
      <Suspense
        fallback={
          <Box component="main" p="xl">
            <LoadingScreen />
          </Box>
        }
      >
        <Outlet />
      </Suspense>
    ),
  });
  const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: "shell", component: Shell });
  const shellRoutes = screens.map(({ path, component }) =>
    createRoute({ getParentRoute: () => shellRoute, path, component }),
  );
  const elsewhere = createRoute({ getParentRoute: () => shellRoute, path: "$", component: NotFound });
  const doorRoutes = [...doors, placeForWriting, placeForCheckIn].map(({ path, component }) =>
    createRoute({ getParentRoute: () => rootRoute, path, component }),
  );
  return createRouter({
    routeTree: rootRoute.addChildren([...doorRoutes, shellRoute.addChildren([...shellRoutes, elsewhere])]),
    basepath: WORKSPACE,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    // Filters are plain words in the address, not JSON.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const query = new URLSearchParams(
        Object.entries(search).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])),
      ).toString();
      return query && `?${query}`;
    },
  });
}
