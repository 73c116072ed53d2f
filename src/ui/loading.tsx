import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { ErrorNotice } from "./error-notice.tsx";

/** Grey lines in place of what is on its way. */
export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <Stack gap="sm" role="status" aria-live="polite">
      <VisuallyHidden>Đang tải…</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <Skeleton key={key} height={22} />
      ))}
    </Stack>
  );
}

/** A whole screen on its way: its h1 and the title of the tab say so, until the screen brings its own. */
export function LoadingScreen() {
  useEffect(() => {
    document.title = "Đang tải · Gần Dân";
  }, []);
  return (
    <>
      <VisuallyHidden component="h1">Đang tải</VisuallyHidden>
      <Loading />
    </>
  );
}

/** Shows what a query brought: grey lines meanwhile, the failure in words with a way to try again. */
export function Asked<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data, unknown>;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
