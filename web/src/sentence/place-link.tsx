import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Clause } from "./wording";

/** The figure of a clause as the link to what it tells of; in bold where that stands on the page. */
export function PlaceLink({
  clause,
  className,
  children,
}: {
  clause: Pick<Clause, "place" | "of" | "in" | "health">;
  className: string | undefined;
  children: ReactNode;
}) {
  const of = clause.of ?? "";
  const shown = { className, children };
  switch (clause.place) {
    case "account":
      return <Link to="/accounts/$account" params={{ account: of }} {...shown} />;
    case "objective":
      return (
        <Link to="/accounts/$account" params={{ account: clause.in ?? "" }} hash={of} {...shown} />
      );
    case "key_result":
      return <Link to="/key-results/$keyResult" params={{ keyResult: of }} {...shown} />;
    case "plan":
      return <Link to="/cycles/$cycle/plan" params={{ cycle: of }} {...shown} />;
    case "review":
      return <Link to="/cycles/$cycle/review" params={{ cycle: of }} {...shown} />;
    case "signals":
      return <Link to="/accounts/$account/signals" params={{ account: of }} {...shown} />;
    case "supply":
      return <Link to="/accounts/$account/supply" params={{ account: of }} {...shown} />;
    case "long_term":
      return <Link to="/accounts/$account/long-term" params={{ account: of }} {...shown} />;
    case "meetings":
      return <Link to="/accounts/$account/meetings" params={{ account: of }} {...shown} />;
    case "agility":
      return <Link to="/accounts/$account/agility" params={{ account: of }} {...shown} />;
    case "portfolio":
      return <Link to="/portfolio" search={{ health: clause.health ?? undefined }} {...shown} />;
    case "waiting":
      return <Link to="/portfolio" search={{ order: "waiting", waiting: true }} {...shown} />;
    case "resting":
      return <Link to="/portfolio" search={{ resting: true }} {...shown} />;
    case null:
      return <b {...shown} />;
  }
}
