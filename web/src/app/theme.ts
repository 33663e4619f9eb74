import { createTheme, type MantineColorsTuple } from "@mantine/core";

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

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: 6,
  colors: { brand },
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { sm: "14px", md: "15px" },
  defaultRadius: "md",
  cursorType: "pointer",
});
