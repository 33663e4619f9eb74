import { useQuery } from "@tanstack/react-query";
import { type ReactNode, use, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { MayContext } from "../app/may";
import { TellAccount } from "../frame/frame-context";
import { PageSkeleton } from "../ui/skeleton";
import { ParentLine } from "./parent-line";
import { permissionsQuery } from "./permissions-query";

const nothing = { contribute: false, manage: false };

/** Goes to the entry that the address names: it stands on the page only once that has been read. */
function arrive() {
  const entry = document.getElementById(window.location.hash.slice(1));
  if (!entry) return;
  entry.dataset.arrived = "";
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "center" });
}

/** A page of an account: what that is a part of, and what its reader may do here. */
export function AccountPage({
  account: { id, name },
  reading = false,
  whole = false,
  children,
}: {
  account: { id: string; name: string };
  /** Its lines are read or filled in: they are no longer than the eye can follow. */
  reading?: boolean;
  /** It fills the sheet up to its edges. */
  whole?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  // Without an answer nothing is offered, and the page stands.
  const permissions = useQuery(permissionsQuery(id));
  const may = permissions.data ?? nothing;
  const tell = use(TellAccount);
  useEffect(() => tell({ id, name }), [tell, id, name]);
  // What the reader may do decides what stands on the page: nothing moves once it is seen.
  if (permissions.isPending) return <PageSkeleton />;
  return (
    <MayContext value={may}>
      <div className={["page", reading && "reading", whole && "whole"].filter(Boolean).join(" ")}>
        {permissions.data?.parent && <ParentLine parent={permissions.data.parent} />}
        {permissions.data && !may.contribute && <p className="muted no-print">{t("readOnly")}</p>}
        {children}
      </div>
      <Arrival />
    </MayContext>
  );
}

function Arrival() {
  useEffect(arrive, []);
  return null;
}
