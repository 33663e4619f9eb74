import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, send } from "../api/client";
import { WriteButton, writerOf } from "../app/may";
import type { Values } from "./fields";

type Archived = Values & { id: string; version: number; archivedAt: string | null };

/** What was archived of a collection, with the way back. */
export function ArchivedList({ path, collection }: { path: string; collection: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ["archived", path],
    enabled: open,
    queryFn: () => read<Archived[]>(path, { archived: "true" }),
  });
  const archived = data?.filter((entity) => entity.archivedAt !== null);
  return (
    <div className="no-print">
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(!open)}>
        {t("showArchived")}
      </Button>
      {open && archived?.length === 0 && <p className="muted">{t("nothingArchived")}</p>}
      {open && (
        <ul className="list">
          {archived?.map((entity) => (
            <li key={entity.id} className="row">
              <span className="grow">
                {String(entity.name ?? entity.title ?? entity.text ?? "")}
              </span>
              <WriteButton
                who={writerOf(collection)}
                size="compact-sm"
                variant="light"
                onClick={async () => {
                  await send(
                    "POST",
                    `${collection}/${entity.id}/restore`,
                    undefined,
                    entity.version,
                  );
                  await queries.invalidateQueries();
                }}
              >
                {t("restore")}
              </WriteButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
