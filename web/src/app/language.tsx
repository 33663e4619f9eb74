import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { chooseLanguage, type Language } from "./i18n";
import { useSession } from "./session";

/** The language that the interface does not speak now, and how it comes to speak it: for good. */
export function useOtherLanguage() {
  const { i18n } = useTranslation();
  const user = useSession()?.user;
  const other: Language = i18n.language === "de" ? "en" : "de";
  const choosing = useSend(
    (me: Schemas["User"]) =>
      data(api.PATCH("/api/v1/users/{id}", { params: asSeen(me), body: { language: other } })),
    { refreshes: [{ queryKey: ["session"] }] },
  );
  const choose = async () => {
    if (user) await choosing.send(user);
    await chooseLanguage(other);
  };
  return { other, choose };
}
