import { createTheme, type MantineColorsTuple } from "@mantine/core";
import i18next from "i18next";

const brand: MantineColorsTuple = [
  "#e9f3fc",
  "#cfe1f5",
  "#9fc5ec",
  "#6ba6e2",
  "#3f8bd9",
  "#217ad0",
  "#0b5cad",
  "#0a519a",
  "#084684",
  "#053566",
];

/** Mantine's greys of the dark look, from text to background, in the tone of ours in app.css. */
const dark: MantineColorsTuple = [
  "#e8ecf4",
  "#c3cbd9",
  "#a5afc0",
  "#8792a5",
  "#3a4557",
  "#2d3646",
  "#222a37",
  "#1a202b",
  "#151a23",
  "#11151c",
];

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: 6,
  colors: { brand, dark },
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { sm: "14px", md: "15px" },
  defaultRadius: "md",
  cursorType: "pointer",
  components: {
    // A dialog's heading is no second banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: "presentation" } } } },
    // Asked each time: the language may have changed.
    Notification: {
      defaultProps: () => ({ closeButtonProps: { "aria-label": i18next.t("close") } }),
    },
  },
});
