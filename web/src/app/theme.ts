import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  rem,
} from "@mantine/core";
import i18next from "i18next";
import controls from "../ui/controls.module.css";

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

/** Mantine's own colours, by the names that tokens.css has for them. */
const colours = {
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--muted)",
  "--mantine-color-placeholder": "var(--faint)",
  "--mantine-color-anchor": "var(--brand)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default": "var(--card)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-brand-filled": "var(--brand-fill)",
  "--mantine-color-brand-filled-hover": "var(--brand-7)",
  "--mantine-color-brand-text": "var(--brand)",
  "--mantine-color-brand-outline": "var(--brand)",
  "--mantine-color-brand-light": "var(--brand-tint)",
  "--mantine-color-brand-light-hover": "var(--brand-line)",
  "--mantine-color-brand-light-color": "var(--brand)",
  "--mantine-color-red-filled": "var(--bad-fill)",
  "--mantine-color-red-filled-hover": "color-mix(in srgb, var(--bad-fill) 85%, black)",
  "--mantine-color-red-text": "var(--bad)",
  "--mantine-color-red-light": "var(--bad-bg)",
  "--mantine-color-red-light-hover": "var(--bad-bg)",
  "--mantine-color-red-light-color": "var(--bad)",
  "--mantine-color-orange-text": "var(--warn)",
  "--mantine-color-orange-light": "var(--warn-bg)",
  "--mantine-color-orange-light-hover": "var(--warn-bg)",
  "--mantine-color-orange-light-color": "var(--warn)",
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: colours,
  dark: colours,
});

/** Controls are 28, 32 or 44 px high. */
const small = { height: rem(28), padding: rem(10), text: rem(13) };
const usual = { height: rem(32), padding: rem(12), text: rem(14) };
const large = { height: rem(44), padding: rem(20), text: rem(16) };
function measures(size: unknown) {
  const name = String(size ?? "sm");
  if (name === "xs" || name.startsWith("compact")) return small;
  return name === "sm" ? usual : large;
}

/** A quiet one has no colour of its own, unless it is told one. */
const quiet = (of: "button" | "ai", { variant, color }: { variant?: string; color?: string }) =>
  variant === "subtle" && !color
    ? { [`--${of}-color`]: "var(--muted)", [`--${of}-hover`]: "var(--hover)" }
    : {};

/** The heading of a dialog is no second banner of the page. */
const dialog = { defaultProps: { attributes: { header: { role: "presentation" } } } };

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: { light: 6, dark: 5 },
  colors: { brand, dark },
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  defaultRadius: 8,
  cursorType: "pointer",
  components: {
    Button: {
      classNames: { root: controls.button },
      vars: (_: unknown, props: { size?: string; variant?: string; color?: string }) => {
        const { height, padding, text } = measures(props.size);
        return {
          root: {
            "--button-height": height,
            "--button-padding-x": padding,
            "--button-fz": text,
            ...quiet("button", props),
          },
        };
      },
    },
    ActionIcon: {
      classNames: { root: controls.icon },
      vars: (_: unknown, props: { size?: string | number; variant?: string; color?: string }) => ({
        root: {
          ...(typeof props.size === "number"
            ? {}
            : { "--ai-size": measures(props.size === "md" ? "sm" : props.size).height }),
          ...quiet("ai", props),
        },
      }),
    },
    // The focus comes to a field by itself where it is wrong: its list must not cover the reason.
    Select: { defaultProps: { openOnFocus: false } },
    MultiSelect: { defaultProps: { openOnFocus: false } },
    Autocomplete: { defaultProps: { openOnFocus: false } },
    Input: {
      classNames: { wrapper: controls.field, input: controls.input, section: controls.unit },
    },
    InputWrapper: {
      classNames: {
        label: controls.label,
        description: controls.help,
        error: controls.help,
      },
    },
    SegmentedControl: {
      classNames: {
        root: controls.segments,
        label: controls.segment,
        indicator: controls.segmentChosen,
      },
    },
    Modal: dialog,
    Drawer: dialog,
    // Asked each time: the language may have changed.
    Notification: {
      defaultProps: () => ({ closeButtonProps: { "aria-label": i18next.t("close") } }),
    },
  },
});
