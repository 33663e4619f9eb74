import "@fontsource-variable/inter/opsz.css";
import "./app/mantine.css";
import "./app/tokens.css";
import "./app/app.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { startI18n } from "./app/i18n";
import { recoverLostScripts, watchTyping } from "./app/new-version";
import { workOffline } from "./app/offline";
import { queryClient } from "./app/query-client";
import { router } from "./app/router";
import { sessionQuery } from "./app/session";
import { whenStill } from "./app/still";
import { cssVariables, theme } from "./app/theme";
import { sayUnhandledProblems } from "./entity/problem-text";
import { Toasts } from "./ui/toast";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
// The scroll lock behind modals asks for the nonce by this name.
Object.assign(window, { __webpack_nonce__: nonce });

// Once the page stands: nothing waits for it.
if (import.meta.env.PROD) whenStill(workOffline);

sayUnhandledProblems();
watchTyping();
recoverLostScripts();
// Asked for together with the words, and there when the page is drawn first.
queryClient.prefetchQuery(sessionQuery);
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
