import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type List, listWithArchived, type OfAccount, type Restorable } from "../api/entity";
import { formatDate } from "../app/format";
import { EraseButton } from "./erase-button";
import { isErasedUser } from "./erased";
import type { Values } from "./fields";
import { RestoreButton } from "./restore-button";

/** Which kinds are shown: of an account, or those that stand for themselves. */
type Kinds =
  | { parent: `/accounts/${string}`; collections: (OfAccount & Restorable)[] }
  | { parent?: undefined; collections: (List & Restorable)[] };

type Props = Kinds & {
  /** Whether an entity belongs here; all do where nothing is said. */
  only?: (entity: Values) => boolean;
  /** What an entity is called; its title, name or text where nothing is said. */
  name?: (entity: Values) => string;
};

/** Where each kind is read. */
function placesOf({ parent, collections }: Kinds): { collection: Restorable; list: List }[] {
  return parent === undefined
    ? collections.map((collection) => ({ collection, list: collection }))
    : collections.map((collection) => ({ collection, list: `${parent}${collection}` }));
}

const ownName = (entity: Values) => String(entity.title ?? entity.name ?? entity.text ?? "");

/** What was archived, with the way back. */
export function ArchivedList(props: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print">
      <Button
        className="flush"
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

function Entries({ only = () => true, name = ownName, ...kinds }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["archived", kinds.parent, kinds.collections],
    queryFn: () =>
      Promise.all(
        placesOf(kinds).map(async ({ collection, list }) => {
          const all = await listWithArchived(list);
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
          {!isErasedUser(entity) && <RestoreButton collection={collection} entity={entity} />}
        </li>
      ))}
    </ul>
  );
}
