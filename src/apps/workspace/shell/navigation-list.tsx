import { Box, Group, NavLink, type NavLinkProps, Stack, Text, UnstyledButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { createLink, useLocation } from "@tanstack/react-router";
import { type Ref, useId } from "react";
import { NAV_GROUPS, type NavGroup } from "#ui/screen.ts";
import type { Me } from "../session.ts";
import { visibleScreens } from "./visible-screens.ts";

const ScreenLink = createLink((props: NavLinkProps & { ref?: Ref<HTMLAnchorElement> }) => (
  <NavLink component="a" {...props} />
));

type Entry = ReturnType<typeof visibleScreens>[number];

const holds = (path: string, pathname: string) =>
  path === "/" ? pathname === "/" : pathname === path || pathname.startsWith(`${path}/`);

/** The navigation in its groups: where one is stands out, and is said; what is folded stays so on this machine. */
export function NavigationList({ me }: { me: Me }) {
  const { pathname } = useLocation();
  const [folded, setFolded] = useLocalStorage<NavGroup[]>({
    key: "gandan.folded-groups",
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const groups = Object.groupBy(visibleScreens(me), ({ nav }) => nav.group);
  return (
    <Stack gap={4}>
      {(Object.keys(NAV_GROUPS) as NavGroup[]).map((group) => {
        const entries = groups[group] ?? [];
        if (entries.length === 0) return null;
        if (NAV_GROUPS[group] === "") return <Links key={group} entries={entries} pathname={pathname} />;
        return (
          <Part
            key={group}
            label={NAV_GROUPS[group]}
            entries={entries}
            pathname={pathname}
            folded={folded.includes(group)}
            onFold={(fold) =>
              setFolded((all) => [...all.filter((one) => one !== group), ...(fold ? [group] : [])])
            }
          />
        );
      })}
    </Stack>
  );
}

/** A group under its heading. Folded, it still shows where one is. */
function Part(props: {
  label: string;
  entries: Entry[];
  pathname: string;
  folded: boolean;
  onFold: (fold: boolean) => void;
}) {
  const { label, entries, pathname, folded, onFold } = props;
  const list = useId();
  const Chevron = folded ? IconChevronRight : IconChevronDown;
  return (
    <Box>
      <UnstyledButton
        w="100%"
        px="xs"
        mih={{ base: 44, md: 32 }}
        aria-expanded={!folded}
        aria-controls={list}
        onClick={() => onFold(!folded)}
        style={{ borderRadius: 4 }}
      >
        <Group gap={6} wrap="nowrap" justify="space-between">
          <Text size="sm" fw={600} c="gray.7">
            {label}
          </Text>
          <Chevron size={16} stroke={1.6} aria-hidden />
        </Group>
      </UnstyledButton>
      <Box id={list}>
        <Links
          entries={folded ? entries.filter(({ path }) => holds(path, pathname)) : entries}
          pathname={pathname}
        />
      </Box>
    </Box>
  );
}

function Links({ entries, pathname }: { entries: Entry[]; pathname: string }) {
  return (
    <Stack gap={0}>
      {entries.map(({ path, nav: { label, icon: Icon } }) => {
        const here = holds(path, pathname);
        return (
          <ScreenLink
            key={path}
            to={path}
            label={label}
            active={here}
            aria-current={here ? "page" : undefined}
            leftSection={<Icon size={20} stroke={1.6} />}
            mih={{ base: 44, md: 36 }}
            py={{ base: 8, md: 4 }}
            styles={{ root: { borderRadius: 4 }, label: { fontSize: "0.9375rem" } }}
          />
        );
      })}
    </Stack>
  );
}
