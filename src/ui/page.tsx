import { Box, Breadcrumbs, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { LinkText } from "./navigation.tsx";

/** Where the screen stands: the screens above it, topmost first. */
export type Crumb = { label: string; to: string };

const PRODUCT = "Gần Dân";

/**
 * The frame of every screen: breadcrumbs, the one h1, what can be done here. Sets the tab's title, and puts the
 * focus on the h1 when the screen opens, so that a screen reader says where one is.
 */
export function Page({
  title,
  crumbs = [],
  actions,
  lead,
  width = "wide",
  children,
}: {
  title: string;
  crumbs?: Crumb[];
  actions?: ReactNode;
  /** One line under the title: state, unit, date. */
  lead?: ReactNode;
  width?: "wide" | "text";
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`;
  }, [title]);
  useEffect(() => {
    // A field that asks for the focus itself (a search box, a form's first field) keeps it.
    if (document.activeElement === document.body || document.activeElement?.closest("nav, header")) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <Stack gap="lg" maw={width === "text" ? "46rem" : undefined}>
      <Stack gap={6}>
        {crumbs.length > 0 && (
          <Box component="nav" aria-label="Đường dẫn">
            <Breadcrumbs
              separatorMargin={6}
              styles={{
                root: { flexWrap: "wrap", rowGap: 2 },
                breadcrumb: { lineHeight: 1.6, whiteSpace: "normal" },
              }}
            >
              {crumbs.map(({ label, to }) => (
                <LinkText key={to} to={to} size="sm">
                  {label}
                </LinkText>
              ))}
              <Text size="sm" c="dimmed" aria-current="page" lineClamp={1} lh={1.6}>
                {title}
              </Text>
            </Breadcrumbs>
          </Box>
        )}
        <Group justify="space-between" align="flex-start" gap="md">
          <Title order={1} ref={heading} tabIndex={-1} flex="1 1 16rem" style={{ overflowWrap: "anywhere" }}>
            {title}
          </Title>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {lead && (
          <Box c="dimmed" fz="sm">
            {lead}
          </Box>
        )}
      </Stack>
      {children}
    </Stack>
  );
}
