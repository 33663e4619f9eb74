import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useToday } from "../app/session";
import { daysBetween } from "../app/zone";
import { attitudeText } from "./attitude";

/** Somebody at the customer on one line: function, roles, whom they report to, how they stand to us. */
export function ContactLine({ view }: { view: Schemas["ContactView"] }) {
  const { t } = useTranslation();
  const { contact, reportsToName: name, reportsToArchived } = view;
  return (
    <>
      {[
        contact.function,
        contact.roles.map((role) => t(`choice.BuyingRole.${role}`)).join(", "),
        name &&
          t("settings.reportsTo", {
            name: reportsToArchived ? t("supply.archived", { name }) : name,
          }),
      ]
        .filter(Boolean)
        .map((part) => `${part} · `)}
      <Attitude contact={contact} />
    </>
  );
}

/** "Attitude neutral → favourable": now and wanted. */
function Attitude({ contact }: { contact: Schemas["Contact"] }) {
  const { t } = useTranslation();
  const { wantedAttitude } = contact;
  const now = t("settings.attitude", { attitude: attitudeText(contact.attitude, t) });
  if (wantedAttitude === null || wantedAttitude === contact.attitude) return <>{now}</>;
  const wanted = attitudeText(wantedAttitude, t);
  return (
    <span style={{ whiteSpace: "nowrap" }}>
      {now} <span aria-hidden="true">→ {wanted}</span>
      <span className="sr-only">{t("settings.wanted", { attitude: wanted })}</span>
    </span>
  );
}

/** How long ago somebody spoke to them. */
export function LastContact({ contact: { lastContact } }: { contact: Schemas["Contact"] }) {
  const { t } = useTranslation();
  const today = useToday();
  if (!lastContact) return <span className="fair">{t("customer.neverMet")}</span>;
  return <>{t("customer.met", { count: daysBetween(lastContact, today) })}</>;
}
