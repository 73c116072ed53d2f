import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { unaccentedOptions } from "#ui/unaccented-options.ts";

/** The one accent: a deep red. */
const civicRed: MantineColorsTuple = [
  "#fbeeef",
  "#f3d9db",
  "#e6b0b4",
  "#d8848b",
  "#cc5f68",
  "#c44852",
  "#b32b37",
  "#9b1420",
  "#8a121d",
  "#720d17",
];

export const theme = createTheme({
  primaryColor: "civicRed",
  primaryShade: 7,
  colors: { civicRed },
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  fontFamilyMonospace: "ui-monospace, monospace",
  // Stacked Vietnamese diacritics need room between the lines.
  lineHeights: { xs: "1.5", sm: "1.55", md: "1.65", lg: "1.65", xl: "1.65" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.35" },
      h2: { fontSize: "1.25rem", lineHeight: "1.4" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.45" },
    },
  },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // What is pressed in a section that has just been opened must not move away under the finger.
    Accordion: { defaultProps: { transitionDuration: 0 } },
    // Not a second banner of the page.
    ModalHeader: { defaultProps: { role: "presentation" } },
    DrawerHeader: { defaultProps: { role: "presentation" } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { centered: false, closeButtonProps: { "aria-label": "Đóng" } },
      // Marks above and below letters of two lines do not meet.
      styles: { title: { lineHeight: 1.4 } },
    },
    Drawer: { defaultProps: { closeButtonProps: { "aria-label": "Đóng" } } },
    Select: {
      defaultProps: {
        nothingFoundMessage: "Không có mục nào khớp",
        checkIconPosition: "right",
        // Choosing what is chosen already keeps it; a list that may stay empty has a button that empties it.
        allowDeselect: false,
        filter: unaccentedOptions,
      },
    },
    MultiSelect: {
      defaultProps: { nothingFoundMessage: "Không có mục nào khớp", filter: unaccentedOptions },
    },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Words that stand on a pale or white ground, dark enough to be read (4.5 : 1 at least). */
const readable = {
  dimmed: "#495057",
  placeholder: "#5c636a",
  error: "#b02a2a",
  "gray-light-color": "#343a40",
  "red-light-color": "#8f1d1d",
  "orange-light-color": "#7d3200",
  "yellow-light-color": "#6b3d00",
  "green-light-color": "#1b5e2a",
  "teal-light-color": "#08543f",
  "blue-light-color": "#0d4a85",
};

export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  dark: {},
  light: Object.fromEntries(
    Object.entries(readable).map(([name, value]) => [`--mantine-color-${name}`, value]),
  ),
});
