import "@fontsource-variable/inter/opsz.css";
import "@mantine/core/styles.css";
import "./app/tokens.css";
import "./app/app.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { startI18n } from "./app/i18n";
import { recoverLostScripts, watchTyping } from "./app/new-version";
import { queryClient } from "./app/query-client";
import { router } from "./app/router";
import { cssVariables, theme } from "./app/theme";
import { sayUnhandledProblems } from "./entity/problem-text";
import { Toasts } from "./ui/toast";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
// The scroll lock behind modals asks for the nonce by this name.
Object.assign(window, { __webpack_nonce__: nonce });

// Makes Takt usable without a network; where browsers forbid it (plain HTTP), it goes without.
if ("serviceWorker" in navigator && import.meta.env.PROD)
  window.addEventListener("load", () =>
    navigator.serviceWorker.register("/sw.js").catch(() => undefined),
  );

sayUnhandledProblems();
watchTyping();
recoverLostScripts();
await startI18n();
createRoot(document.getElementById("root") as HTMLElement).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    defaultColorScheme="auto"
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={queryClient}>
      <Toasts />
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);
