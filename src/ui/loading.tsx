import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
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

/** Of a query as much as is shown. */
interface Question<Data> {
  data: Data | undefined;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** Shows what a query brought: grey lines meanwhile, the failure in words with a way to try again. */
export function Asked<Data>({
  query,
  children,
}: {
  query: Question<Data>;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
