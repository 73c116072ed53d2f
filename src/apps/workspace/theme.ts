import { createTheme, type MantineColorsTuple } from "@mantine/core";

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
    Modal: { defaultProps: { centered: false, closeButtonProps: { "aria-label": "Đóng" } } },
    Drawer: { defaultProps: { closeButtonProps: { "aria-label": "Đóng" } } },
    PasswordInput: {
      defaultProps: { visibilityToggleButtonProps: { "aria-label": "Hiện hoặc ẩn mật khẩu" } },
    },
    Select: { defaultProps: { nothingFoundMessage: "Không có mục nào khớp", checkIconPosition: "right" } },
    MultiSelect: { defaultProps: { nothingFoundMessage: "Không có mục nào khớp" } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});
