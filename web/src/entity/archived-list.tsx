import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read } from "../api/client";
import { formatDate } from "../app/format";
import { EraseButton } from "./erase-button";
import type { Values } from "./fields";
import { RestoreButton } from "./restore-button";

type Archived = Values & { id: string; version: number; archivedAt: string | null };

interface Props {
  /** `/accounts/…`: what the collections belong to. */
  parent?: string;
  /** `/sites`: which kinds are shown. */
  collections: string[];
  /** Whether an entity belongs here; all do where nothing is said. */
  only?: (entity: Values) => boolean;
  /** What an entity is called; its title, name or text where nothing is said. */
  name?: (entity: Values) => string;
}

const ownName = (entity: Values) => String(entity.title ?? entity.name ?? entity.text ?? "");

/** What was archived, with the way back. */
export function ArchivedList(props: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print no-present">
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t("showArchived")}
      </Button>
      {open && <Entries {...props} />}
    </div>
  );
}

function Entries({ parent = "", collections, only = () => true, name = ownName }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["archived", parent, collections],
    queryFn: () =>
      Promise.all(
        collections.map(async (collection) => {
          const all = await read<Archived[]>(parent + collection, { archived: "true" });
          return all.map((entity) => ({ collection, entity }));
        }),
      ),
  });
  if (!data) return null;
  const archived = data.flat().filter(({ entity }) => entity.archivedAt !== null && only(entity));
  if (archived.length === 0) return <p className="muted">{t("nothingArchived")}</p>;
  return (
    <ul className="list">
      {archived.map(({ collection, entity }) => (
        <li key={entity.id} className="row">
          <span className="grow">
            {name(entity)} <span className="muted">· {formatDate(entity.archivedAt)}</span>
          </span>
          <EraseButton collection={collection} person={entity} name={name(entity)} />
          <RestoreButton collection={collection} entity={entity} />
        </li>
      ))}
    </ul>
  );
}
