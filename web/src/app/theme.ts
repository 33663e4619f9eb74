import { createTheme, type MantineColorsTuple } from "@mantine/core";
import i18next from "i18next";

/** The blue of tokens.css, --brand-0…9. */
const brand: MantineColorsTuple = [
  "#eff4fe",
  "#dde8fd",
  "#bad1f9",
  "#8fb4f3",
  "#5d8fea",
  "#3a6fdb",
  "#1e55c3",
  "#1847a3",
  "#153b84",
  "#122e63",
];

/** Mantine's greys of the dark look, from text to background: those of tokens.css. */
const dark: MantineColorsTuple = [
  "#eceef2",
  "#b0b6c2",
  "#9097a4",
  "#6c7380",
  "#3b404a",
  "#292d35",
  "#1e2127",
  "#16181d",
  "#121418",
  "#0e1013",
];

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: { light: 6, dark: 5 },
  colors: { brand, dark },
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  defaultRadius: 8,
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
